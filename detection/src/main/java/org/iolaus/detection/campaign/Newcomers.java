package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.iolaus.detection.campaign.Assessment.Standing;
import org.iolaus.detection.campaign.Lessons.Lesson;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.profile.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Matches subjects, exchange by exchange, with what the campaigns looked like at the last evaluation and with what their
 * restricted members have taught by the last epoch's close. Not thread-safe.
 */
final class Newcomers {
    private final Groups groups;
    private final IntPredicate excluded;
    private final Lessons lessons;
    private final Int2ObjectOpenHashMap<Group> campaignsByObject = new Int2ObjectOpenHashMap<>();
    private final Map<Integer, Membership> memberships = new HashMap<>();
    private final IntOpenHashSet suspects = new IntOpenHashSet();
    /** Suspects that nothing but another object or lesson can make a member before the next evaluation, by index. */
    private final Int2ObjectOpenHashMap<Refusal> refusals = new Int2ObjectOpenHashMap<>();
    /** Campaigns that refuse the subject under examination; there are few. */
    private final List<Group> refused = new ArrayList<>();

    /** @param excluded subjects, by index, that match nothing while they are in no group */
    Newcomers(Groups groups, IntPredicate excluded, Lessons lessons) {
        this.groups = groups;
        this.excluded = excluded;
        this.lessons = lessons;
    }

    /**
     * How a suspect was refused by every campaign that it shares an object with, whatever it asks for.
     *
     * @param objects how many objects it shared with anybody
     * @param content whether content is among those that it shares with campaigns
     */
    private record Refusal(int objects, boolean content) {}

    /** Keeps the campaigns' signatures of an evaluation for {@link #match}. */
    void freeze() {
        campaignsByObject.clear();
        memberships.clear();
        refusals.clear();
        for (Group group : groups.all()) {
            Assessment assessment = group.assessment();
            if (assessment != null && assessment.standing() == Standing.CAMPAIGN) {
                memberships.put(group.number(), new Membership(assessment.signature(), group.prior(), group.loose()));
                assessment
                        .signature()
                        .parts()
                        .values()
                        .forEach(part -> part.objects().forEach(id -> campaignsByObject.putIfAbsent(id, group)));
            }
        }
    }

    /** Whether there is no campaign to match anybody with. */
    boolean idle() {
        return campaignsByObject.isEmpty();
    }

    /** The campaign that an object speaks for, or null. */
    @Nullable
    Group campaign(int object) {
        return campaignsByObject.get(object);
    }

    /** How subjects are matched with a campaign, or null if it is none. */
    @Nullable
    Membership membership(Group campaign) {
        return memberships.get(campaign.number());
    }

    /** A member of a campaign has been restricted. */
    void restricted(Subject member, Group group) {
        lessons.teach(member, group);
    }

    /** Ends an epoch; suspects to be matched again, for what is known of campaigns has grown. */
    List<Subject> close() {
        return lessons.close(suspects::contains);
    }

    /**
     * The campaign that a subject takes part in, or null. A subject that matches joins the campaign.
     *
     * @param linked shared objects that the exchange linked it to
     */
    @Nullable
    Group match(Subject subject, IntArrayList linked) {
        Group own = groups.of(subject.index());
        if (own == null && excluded.test(subject.index())) {
            return null;
        }
        Group group = own == null ? suspected(subject, linked) : own;
        if (group == null || !accused(group, subject)) {
            return null;
        }
        if (own == null) {
            groups.join(group, subject.index());
            Membership membership = memberships.get(group.number());
            if (membership != null && !membership.accepts(subject)) {
                group.taught();
            }
        }
        return group;
    }

    /** Whether a subject matches a campaign and has asked for enough of its work. */
    boolean accused(Group group, Subject subject) {
        Membership membership = memberships.get(group.number());
        return membership != null
                && (membership.accepts(subject) || taught(group, membership, subject))
                && membership.participates(subject);
    }

    /**
     * Whether a subject belongs to a campaign by what it shares besides content with restricted members, whatever it has
     * asked for. A household whose line the campaign uses has a card of its own.
     */
    boolean belongs(Group group, Subject subject) {
        Membership membership = memberships.get(group.number());
        return membership != null
                && membership.belongsBesides(subject)
                && lessons.besideTeachers(subject, membership.signature());
    }

    /** Whether a subject belongs to a group by what its restricted members have taught since it was looked at. */
    private boolean taught(Group group, Membership membership, Subject subject) {
        Lesson lesson = lessons.of(subject);
        return lesson != null
                && groups.numbered(lesson.group()) == group
                && membership.accepts(subject, lesson.families(), family -> lessons.strangers(lesson.group(), family));
    }

    /** The campaign that a subject may belong to, if it shares an object with one, now or before. */
    private @Nullable Group suspected(Subject subject, IntArrayList linked) {
        for (int i = 0; i < linked.size() && !campaignsByObject.isEmpty(); i++) {
            if (campaignsByObject.containsKey(linked.getInt(i))) {
                suspects.add(subject.index());
            }
        }
        if (!suspects.contains(subject.index())) {
            return null;
        }
        Lesson lesson = lessons.of(subject);
        Refusal known = lesson == null ? refusals.get(subject.index()) : null;
        if (known != null && known.objects() == subject.sharedObjects()) {
            if (known.content()) {
                lessons.touch(subject);
            }
            return null;
        }
        Group group = best(subject);
        if (group == null) {
            return lesson == null ? null : groups.numbered(lesson.group());
        }
        return group;
    }

    /** The campaign that accuses a subject; one that none accuses, though it has content of theirs, may be taught. */
    private @Nullable Group best(Subject subject) {
        refused.clear();
        boolean content = false;
        boolean forGood = lessons.of(subject) == null;
        for (Family family : Family.values()) {
            IntArrayList objects = subject.objects(family.ordinal());
            for (int i = 0; i < objects.size(); i++) {
                Group group = campaignsByObject.get(objects.getInt(i));
                content |= group != null && family == Family.CONTENT;
                if (group != null && !refused.contains(group)) {
                    if (accused(group, subject)) {
                        return group;
                    }
                    refused.add(group);
                    Membership membership = memberships.get(group.number());
                    forGood &= membership != null && membership.refuses(subject);
                }
            }
        }
        if (content) {
            lessons.touch(subject);
        }
        if (forGood) {
            refusals.put(subject.index(), new Refusal(subject.sharedObjects(), content));
        }
        return null;
    }
}
