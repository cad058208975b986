package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.IntAVLTreeSet;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import org.iolaus.detection.campaign.Assessment.Standing;
import org.iolaus.detection.cluster.Candidate;
import org.iolaus.detection.cluster.GroupTest;
import org.iolaus.detection.cluster.GroupTest.Examination;
import org.iolaus.detection.cluster.Seeds;
import org.iolaus.detection.link.Family;
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
    static final double POPULAR = 0.1;
    /** Users from which on an object may be looked at even if it has not grown: its users' other objects may have. */
    private static final int WIDE = 16;
    /** Most users of one object that are tested. */
    private static final int MOST_TESTED = 512;
    /** How often crowds and wide objects are looked at. */
    private static final long CROWD_MICROS = 24 * 3_600_000_000L;
    /** How often the reference population is chosen anew at least. */
    private static final long REFERENCE_MICROS = 24 * 3_600_000_000L;
    /** Models seen so soon after the very first exchange may be old. */
    private static final long UNKNOWN_MICROS = 24 * 3_600_000_000L;
    /** It is chosen anew, too, when there are so many times as many subjects. */
    private static final double REFERENCE_GROWTH = 1.1;

    private final List<Subject> subjects;
    private final ObjectTable table;
    private final Reference reference;
    private final IntPredicate excluded;
    private final Catalog models;
    private final Set<Stage> without;
    private final Bounds bounds;
    private final Map<String, Long> releases = new HashMap<>();
    private final GroupTest groupTest;
    private final Crowds crowds;
    private final Groups groups;
    private final Newcomers newcomers;
    private final Cells cells;
    private final Looks looks;
    private final IntAVLTreeSet grownContent = new IntAVLTreeSet();
    private long beganMicros = Long.MIN_VALUE;
    private long crowdsAt = Long.MIN_VALUE;
    private long referenceAt = Long.MIN_VALUE;
    private int referenceSubjects;
    private @Nullable Assessor assessor;

    /** Goes through every stage under the fixed bounds. */
    public CampaignTracker(
            List<Subject> subjects, ObjectTable table, Reference reference, IntPredicate excluded, Catalog models) {
        this(subjects, table, reference, excluded, models, Set.of(), Bounds.FIXED);
    }

    /**
     * @param subjects every subject by index; grows
     * @param excluded subjects, by index, that nothing is said of as a whole
     * @param models names of the models that profiles count
     * @param without stages left out
     * @param bounds what a campaign and a suspected group must show
     */
    public CampaignTracker(
            List<Subject> subjects,
            ObjectTable table,
            Reference reference,
            IntPredicate excluded,
            Catalog models,
            Set<Stage> without,
            Bounds bounds) {
        this.subjects = subjects;
        this.table = table;
        this.reference = reference;
        this.excluded = excluded;
        this.models = models;
        this.without = Set.copyOf(without);
        this.bounds = bounds;
        groupTest = new GroupTest(subjects, table, reference);
        crowds = new Crowds(subjects, table, reference);
        groups = new Groups(subjects, table);
        looks = new Looks(subjects);
        cells = new Cells(subjects, table, reference, groups);
        newcomers = new Newcomers(
                groups,
                without.contains(Stage.SIGNATURE) ? new Everybody() : excluded,
                new Lessons(subjects, table, reference));
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
        beganMicros = beganMicros == Long.MIN_VALUE ? lastMicros : beganMicros;
        if (assessor == null || referenceDue(nowMicros)) {
            referenceAt = Math.floorDiv(nowMicros, REFERENCE_MICROS);
            referenceSubjects = subjects.size();
            reference.choose(subjects, nowMicros, this::suspicious, this::accused);
            assessor = new Assessor(subjects, table, reference, bounds);
        }
        if (reference.size() == 0) {
            return;
        }
        boolean crowdsDue = Math.floorDiv(nowMicros, CROWD_MICROS) != crowdsAt;
        int[] multiplied = table.takeGrown();
        IntAVLTreeSet grown = new IntAVLTreeSet(multiplied);
        if (crowdsDue) {
            grown.addAll(IntArrayList.wrap(table.takeDue(WIDE, nowMicros)));
        }
        Seeds seeds = new Seeds(subjects.size());
        for (int id : grown) {
            SharedObject object = table.get(id);
            if (worthwhile(object, Arrays.binarySearch(multiplied, id) >= 0)) {
                gather(object, seeds);
            }
            if (object.layer().family() == Family.CONTENT) {
                grownContent.add(id);
            }
        }
        if (crowdsDue) {
            crowdsAt = Math.floorDiv(nowMicros, CROWD_MICROS);
            int[] content = grownContent.toIntArray();
            grownContent.clear();
            bindKin(content, nowMicros);
            crowds.examine(without.contains(Stage.SIGN_UP_TEST) ? new int[0] : content, this::taken)
                    .forEach(groups::absorbCrowd);
        }
        bindCrowds();
        for (Group group : groups.all()) {
            follow(group, lastMicros);
        }
        newcomers.freeze();
    }

    /** Looks at a group again if it has grown. */
    private void follow(Group group, long lastMicros) {
        Assessor by = Objects.requireNonNull(assessor, "assessor");
        long known = beganMicros + UNKNOWN_MICROS;
        Group now = group;
        boolean due = !group.ended() && group.grown(subjects);
        if (due) {
            score(group, by, lastMicros);
            Group other = group.ended() || without.contains(Stage.GROUP_TEST) ? null : cells.other(group, by);
            if (other != null) {
                now = groups.unite(group, other);
                score(now, by, lastMicros);
            }
        }
        if (!now.ended() && (due || now.pivots().awaits(models, known, lastMicros))) {
            now.pivots().look(Activity.of(members(now)), models, releases, known, lastMicros);
        }
    }

    private void score(Group group, Assessor by, long lastMicros) {
        Signature signature = groups.follow(group, reference);
        if (!group.members().isEmpty()) {
            group.scored(by.assess(group, signature), subjects, lastMicros);
        }
    }

    private boolean referenceDue(long nowMicros) {
        return Math.floorDiv(nowMicros, REFERENCE_MICROS) != referenceAt
                || subjects.size() >= REFERENCE_GROWTH * referenceSubjects
                || !reference.sufficient();
    }

    private boolean taken(int subject) {
        return groups.has(subject) || excluded.test(subject);
    }

    /** Whether a subject is in a group that more than one tie holds together, or prompts: others may not vouch for it. */
    private boolean suspicious(int subject) {
        Group group = groups.of(subject);
        return excluded.test(subject) || group != null && (group.loose() || group.tied());
    }

    /** Whether a subject is in a group that was ever taken for a campaign. */
    private boolean accused(int subject) {
        Group group = groups.of(subject);
        return group != null && group.strongest() == Standing.CAMPAIGN;
    }

    /** Takes members out of crowds that more than prompts holds together. No member testifies to what others share. */
    private void bindCrowds() {
        for (Group group : groups.all()) {
            if (group.loose() && group.tied() && group.grown(subjects) && !without.contains(Stage.GROUP_TEST)) {
                groupTest
                        .examine(sample(group.members().toIntArray()), Family.CONTENT, groups::bound)
                        .forEach(groups::absorb);
            }
        }
    }

    /** Tests whoever works from one set of prompts, whichever of its pieces each one has. */
    private void bindKin(int[] content, long nowMicros) {
        if (without.contains(Stage.GROUP_TEST)) {
            return;
        }
        Seeds seeds = new Seeds(subjects.size());
        for (int[] gathered : new Kin(subjects, table, excluded).gather(content, nowMicros, groups::bound)) {
            seeds.fresh(gathered, Family.CONTENT);
            Examination examined = groupTest.examineWhole(sample(gathered), Family.CONTENT, groups::bound);
            if (examined.isNothing()) {
                int[] free = free(gathered, Family.CONTENT, seeds);
                examined = groupTest.examineWhole(sample(free), Family.CONTENT, groups::bound);
            }
            examined.components().forEach(groups::absorb);
            Candidate rest = examined.rest();
            if (rest != null && likely(rest.members())) {
                groups.absorbRest(rest, gathered);
            }
        }
    }

    /**
     * Whether prompts make it more likely than not that who has them is one of some subjects. Teams that each meet
     * somewhere are bound, too, if a phrase gathers them that hundreds of others use.
     */
    private boolean likely(int[] members) {
        Signature signature = Signature.of(members, true, subjects, table, reference);
        return new Membership(signature, members.length / (double) subjects.size(), true).possible();
    }

    private boolean worthwhile(SharedObject object, boolean multiplied) {
        return !without.contains(Stage.GROUP_TEST)
                && (object.users().size() < WIDE || looks.worthwhile(object, multiplied, groups::bound));
    }

    private void gather(SharedObject object, Seeds seeds) {
        int[] users = object.usersWithout(excluded);
        if (GroupTest.enough(users, groups::bound)
                && !reference.exceeds(object, POPULAR)
                && seeds.fresh(users, object.layer().family())) {
            Family family = object.layer().family();
            List<Candidate> found = groupTest.examine(sample(users), family, groups::bound);
            if (found.isEmpty()) {
                found = groupTest.examine(sample(free(users, family, seeds)), family);
            }
            found.forEach(groups::absorb);
        }
    }

    /**
     * Users that nothing but prompts holds to a group; nobody if those are nearly all or were tested before. Beside a
     * campaign whose prompts they have, what binds them is lost among what binds it.
     */
    private int[] free(int[] users, Family family, Seeds seeds) {
        int[] free = Arrays.stream(users).filter(user -> !groups.bound(user)).toArray();
        return free.length < users.length && seeds.fresh(free, family) ? free : new int[0];
    }

    /** The users themselves, or so many of them that a group among them shows; the rest will match its signature. */
    private int[] sample(int[] users) {
        return Smallest.sample(users, MOST_TESTED, subjects);
    }

    /**
     * Ends an epoch.
     *
     * @return suspects to be judged again, because what is known of campaigns has grown
     */
    public List<Subject> close() {
        return newcomers.close();
    }

    /** A member of a campaign has been restricted. */
    public void restricted(Subject member, Group group) {
        newcomers.restricted(member, group);
    }

    /**
     * The campaign that a subject takes part in, judged after one of its exchanges by what the campaigns looked like at
     * the last evaluation; or null. A subject that matches joins the campaign.
     *
     * @param linked shared objects that the exchange linked it to
     */
    public @Nullable Group match(Subject subject, IntArrayList linked) {
        return newcomers.match(subject, linked);
    }

    /** Whether a subject matches a campaign and has asked for enough of its work. */
    public boolean accused(Group group, Subject subject) {
        return newcomers.accused(group, subject);
    }

    /**
     * Whether a subject belongs to a campaign by what it shares besides content with restricted members, whatever it has
     * asked for.
     */
    public boolean belongs(Group group, Subject subject) {
        return newcomers.belongs(group, subject);
    }

    /**
     * A look ahead into open epochs.
     *
     * @param maxAccounts accounts that it keeps something of
     */
    public Preview preview(int maxAccounts) {
        return new Preview(newcomers, table, maxAccounts);
    }

    /** Members of campaigns that would otherwise serve in the reference population. */
    public Contamination contamination() {
        return Contamination.of(groups.all(), reference);
    }

    /** Whether the reference population is large and varied enough to accuse anybody by. */
    public boolean mayAccuse() {
        return reference.sufficient();
    }

    /** The group that a number stands for now, after merges; or null if it has been dissolved. */
    public @Nullable Group numbered(int number) {
        return groups.numbered(number);
    }

    /** The members of a group. */
    public List<Subject> members(Group group) {
        return group.among(subjects);
    }
}
