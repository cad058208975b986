package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.iolaus.detection.campaign.Assessment.Standing;
import org.iolaus.detection.cluster.GroupTest;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.link.SharedObject;
import org.iolaus.detection.profile.Catalog;
import org.iolaus.detection.profile.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Finds groups, follows and scores them at each evaluation, and between two evaluations matches newcomers, exchange by
 * exchange, with what the campaigns looked like at the last. Not thread-safe.
 */
public final class CampaignTracker {
    /** An object that more of the reference population has gathers no group. */
    private static final double POPULAR = 0.1;

    private final List<Subject> subjects;
    private final ObjectTable table;
    private final Reference reference;
    private final IntPredicate excluded;
    private final Catalog models;
    private final Map<String, Long> releases = new HashMap<>();
    private final GroupTest groupTest;
    private final Crowds crowds;
    private final Groups groups;
    private final Int2ObjectOpenHashMap<Group> campaignsByObject = new Int2ObjectOpenHashMap<>();
    private final Map<Integer, Membership> memberships = new HashMap<>();
    private final IntArrayList objectsSeen = new IntArrayList();
    private final IntOpenHashSet suspects = new IntOpenHashSet();

    /**
     * @param subjects every subject by index; grows
     * @param excluded subjects, by index, that nothing is said of as a whole
     * @param models names of the models that profiles count
     */
    public CampaignTracker(
            List<Subject> subjects, ObjectTable table, Reference reference, IntPredicate excluded, Catalog models) {
        this.subjects = subjects;
        this.table = table;
        this.reference = reference;
        this.excluded = excluded;
        this.models = models;
        groupTest = new GroupTest(subjects, table, reference);
        crowds = new Crowds(subjects, table, reference);
        groups = new Groups(subjects, table);
    }

    /** Records when a model was released. */
    public void release(String model, long micros) {
        releases.merge(model, micros, Math::min);
    }

    /** All groups, in order of discovery. */
    public List<Group> groups() {
        return groups.all();
    }

    /** The group of a subject, or null. */
    public @Nullable Group group(Subject subject) {
        return groups.of(subject.index());
    }

    /**
     * Evaluates what has grown since the last time.
     *
     * @param nowMicros event time of the evaluation
     * @param lastMicros event time of the last exchange before it
     */
    public void evaluate(long nowMicros, long lastMicros) {
        reference.choose(subjects, nowMicros, this::taken);
        if (reference.size() == 0) {
            return;
        }
        int[] grown = table.takeGrown();
        for (int id : grown) {
            gather(table.get(id));
        }
        crowds.examine(grown, this::taken).forEach(groups::absorb);
        Assessor assessor = new Assessor(subjects, table, reference);
        for (Group group : groups.all()) {
            if (group.grown(subjects)) {
                Signature signature = groups.follow(group, reference);
                if (group.members().isEmpty()) {
                    continue;
                }
                group.scored(assessor.assess(group, signature), subjects, lastMicros);
                group.pivots().look(Activity.byDay(members(group)), models, releases, lastMicros);
            }
        }
        freeze();
    }

    private boolean taken(int subject) {
        return excluded.test(subject) || groups.of(subject) != null;
    }

    private void gather(SharedObject object) {
        int[] users =
                object.users().intStream().filter(user -> !excluded.test(user)).toArray();
        if (reference.popularity(object, new IntOpenHashSet()).share() <= POPULAR) {
            groupTest.examine(users, object.layer().family()).forEach(groups::absorb);
        }
    }

    /** Keeps the campaigns' signatures for {@link #match}. */
    private void freeze() {
        campaignsByObject.clear();
        memberships.clear();
        for (Group group : groups.all()) {
            Assessment assessment = group.assessment();
            if (assessment != null && assessment.standing() == Standing.CAMPAIGN) {
                memberships.put(group.number(), new Membership(assessment.signature(), group.prior()));
                assessment
                        .signature()
                        .parts()
                        .values()
                        .forEach(part -> part.objects().forEach(id -> campaignsByObject.putIfAbsent(id, group)));
            }
        }
    }

    /**
     * The campaign that a subject takes part in, judged after one of its exchanges by what the campaigns looked like at
     * the last evaluation; or null. A subject that matches joins the campaign.
     */
    public @Nullable Group match(Subject subject) {
        Group group = groups.of(subject.index());
        if (group == null && excluded.test(subject.index())) {
            return null;
        }
        if (group == null) {
            group = suspected(subject);
        }
        if (group == null || !accused(group, subject)) {
            return null;
        }
        if (groups.of(subject.index()) == null) {
            groups.join(group, subject.index());
        }
        return group;
    }

    /** Whether a subject matches a campaign and has asked for enough of its work. */
    public boolean accused(Group group, Subject subject) {
        Membership membership = memberships.get(group.number());
        return membership != null && membership.accepts(subject) && membership.participates(subject);
    }

    /** Members of campaigns that would otherwise serve in the reference population: its contamination. */
    public long contaminating() {
        return groups.all().stream()
                .filter(group -> group.strongest() == Standing.CAMPAIGN)
                .flatMapToInt(group -> group.members().intStream())
                .filter(reference::longStanding)
                .count();
    }

    /** Whether the reference population is large and varied enough to accuse anybody by. */
    public boolean mayAccuse() {
        return reference.sufficient();
    }

    /** The group that a number stands for now, after merges; or null if it has been dissolved. */
    public @Nullable Group numbered(int number) {
        return groups.numbered(number);
    }

    /** A campaign that the subject newly shares an object with, or shared one with since the last evaluation. */
    private @Nullable Group suspected(Subject subject) {
        while (objectsSeen.size() <= subject.index()) {
            objectsSeen.add(0);
        }
        IntArrayList objects = subject.objects();
        for (int i = objectsSeen.getInt(subject.index()); i < objects.size(); i++) {
            if (campaignsByObject.containsKey(objects.getInt(i))) {
                suspects.add(subject.index());
            }
        }
        objectsSeen.set(subject.index(), objects.size());
        return suspects.contains(subject.index()) ? best(subject) : null;
    }

    private @Nullable Group best(Subject subject) {
        IntArrayList objects = subject.objects();
        Group refused = null;
        for (int i = 0; i < objects.size(); i++) {
            Group group = campaignsByObject.get(objects.getInt(i));
            if (group != null && group != refused) {
                if (accused(group, subject)) {
                    return group;
                }
                refused = group;
            }
        }
        return null;
    }

    /** The members of a group. */
    public List<Subject> members(Group group) {
        return group.members().intStream().mapToObj(subjects::get).toList();
    }
}
