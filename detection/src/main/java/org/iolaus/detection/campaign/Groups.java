package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.bytes.ByteArrays;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntAVLTreeSet;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import org.iolaus.detection.campaign.Assessment.Standing;
import org.iolaus.detection.cluster.Candidate;
import org.iolaus.detection.cluster.GroupTest;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.profile.Subject;
import org.jspecify.annotations.Nullable;

/**
 * All coordinated groups. A candidate joins the group it mostly overlaps, or founds one; a group takes in whoever
 * matches its signature and lets go of who does not; two groups whose members match each other become one, under the
 * older number. A subject is in one group at most. Not thread-safe.
 */
final class Groups {
    private static final double MERGE_SHARE = 0.5;

    private final List<Subject> subjects;
    private final ObjectTable table;
    private final TreeMap<Integer, Group> groups = new TreeMap<>();
    /** Group of each subject by index; a subject beyond the end has none. */
    private @Nullable Group[] groupOf = {};

    /** Subjects that have one: asked about far more often than which. */
    private final BitSet placed = new BitSet();

    /** Families, as a bit set by ordinal, of which each subject has objects; zeros between uses. */
    private byte[] familiesOf = {};

    private final Int2IntOpenHashMap successors = new Int2IntOpenHashMap();
    private int next = 1;

    Groups(List<Subject> subjects, ObjectTable table) {
        this.subjects = subjects;
        this.table = table;
    }

    List<Group> all() {
        return List.copyOf(groups.values());
    }

    /** Group of a subject, or null. */
    @Nullable
    Group of(int subject) {
        Group group = last(subject);
        return group == null || group.ended() ? null : group;
    }

    /** The group that a subject was put into last and has not left, even if that has ended; or null. */
    private @Nullable Group last(int subject) {
        return subject < groupOf.length ? groupOf[subject] : null;
    }

    /** Whether a subject is in a group. */
    boolean has(int subject) {
        return placed.get(subject);
    }

    /** Whether a subject is in a group that more than prompts holds together. */
    boolean bound(int subject) {
        Group group = placed.get(subject) ? of(subject) : null;
        return group != null && !group.loose();
    }

    /** The group that a number stands for now, or null. */
    @Nullable
    Group numbered(int number) {
        int now = number;
        while (successors.containsKey(now)) {
            now = successors.get(now);
        }
        return groups.get(now);
    }

    /** Takes in a candidate of the group test. Its members leave loose groups for it. */
    void absorb(Candidate candidate) {
        absorb(candidate, candidate.members(), false);
    }

    /**
     * Takes in what other components left of a group that was gathered: it goes where most of a group was gathered
     * with it.
     */
    void absorbRest(Candidate candidate, int[] gathered) {
        absorb(candidate, gathered, false);
    }

    /** Takes in a crowd that has prompts alone in common. */
    void absorbCrowd(Candidate candidate) {
        absorb(candidate, candidate.members(), true);
    }

    private void absorb(Candidate candidate, int[] gathered, boolean loose) {
        List<Integer> free = new ArrayList<>();
        for (int member : candidate.members()) {
            if (settled(member, loose) == null) {
                free.add(member);
            }
        }
        Group home = home(gathered, loose);
        if (home == null && free.size() >= GroupTest.MIN_MEMBERS) {
            home = new Group(next++, loose);
            groups.put(home.number(), home);
        }
        if (home != null) {
            for (int member : free) {
                move(home, member);
            }
        }
    }

    /** The group that a subject does not leave for another one, or null. */
    private @Nullable Group settled(int subject, boolean loose) {
        Group group = of(subject);
        return group == null || (group.loose() && !loose) ? null : group;
    }

    /** The group that most of some subjects are in, or null. */
    private @Nullable Group home(int[] gathered, boolean loose) {
        Int2IntOpenHashMap overlaps = new Int2IntOpenHashMap();
        for (int subject : gathered) {
            Group group = settled(subject, loose);
            if (group != null) {
                overlaps.addTo(group.number(), 1);
            }
        }
        Group home = null;
        int best = 0;
        for (Group group : groups.values()) {
            int overlap = overlaps.get(group.number());
            int smaller = Math.min(group.members().size(), gathered.length);
            if (overlap > best && overlap >= MERGE_SHARE * smaller) {
                best = overlap;
                home = group;
            }
        }
        return home;
    }

    /** Puts a subject into a group, out of the one that it is in. */
    private void move(Group group, int subject) {
        Group former = last(subject);
        if (former != null) {
            leave(former, subject);
        }
        join(group, subject);
    }

    /** Puts a subject that is in no group into one. */
    void join(Group group, int subject) {
        group.add(subject);
        if (subject >= groupOf.length) {
            groupOf = Arrays.copyOf(groupOf, Math.max(subjects.size(), 2 * subject + 1));
        }
        groupOf[subject] = group;
        placed.set(subject);
    }

    /**
     * Recomputes a group's signature, lets {@link Strays} go, takes in who matches it, out of loose groups too if it is
     * none, and merges groups that match each other.
     */
    Signature follow(Group group, Reference reference) {
        Signature signature = signature(group, reference);
        int[] strays = group.loose()
                ? new int[0]
                : new Strays(subjects).of(group.members().toIntArray(), signature);
        if (strays.length > 0) {
            Arrays.stream(strays).forEach(stray -> leave(group, stray));
            signature = signature(group, reference);
        }
        Membership membership =
                new Membership(signature, group.members().size() / (double) subjects.size(), group.loose());
        if (!membership.possible()) {
            return signature;
        }
        Int2IntOpenHashMap rivals = new Int2IntOpenHashMap();
        IntAVLTreeSet joining = new IntAVLTreeSet();
        for (int candidate : holders(group, signature)) {
            if (membership.accepts(subjects.get(candidate))) {
                Group other = last(candidate);
                if (other == null || (other.loose() && !group.loose())) {
                    joining.add(candidate);
                } else if (other != group) {
                    rivals.addTo(other.number(), 1);
                }
            }
        }
        prune(group, membership);
        joining.forEach(member -> move(group, member));
        rivals.keySet().intStream().sorted().forEach(rival -> merge(group, rival, rivals.get(rival)));
        return signature;
    }

    private Signature signature(Group group, Reference reference) {
        return Signature.of(group.members().toIntArray(), group.loose(), subjects, table, reference);
    }

    /** Subjects that may match, ascending: that have objects of enough families. */
    private int[] holders(Group group, Signature signature) {
        boolean content = group.loose() || signature.contentOnly();
        familiesOf = ByteArrays.ensureCapacity(familiesOf, subjects.size());
        IntArrayList found = new IntArrayList();
        if (content) {
            signature.part(Family.CONTENT).keys().forEach(key -> mark(table.find(key), Family.CONTENT, found));
        } else {
            signature.parts().forEach((family, part) -> part.objects().forEach(id -> mark(id, family, found)));
        }
        int[] holders = found.intStream()
                .filter(user -> content || Integer.bitCount(familiesOf[user]) > 1)
                .sorted()
                .toArray();
        found.forEach(user -> familiesOf[user] = 0);
        return holders;
    }

    private void mark(int object, Family family, IntArrayList found) {
        IntArrayList users = table.get(object).users();
        for (int i = 0; i < users.size(); i++) {
            int user = users.getInt(i);
            if (familiesOf[user] == 0) {
                found.add(user);
            }
            familiesOf[user] |= (byte) (1 << family.ordinal());
        }
    }

    /** Lets go of members that were swept in with others but do not match themselves. */
    private void prune(Group group, Membership membership) {
        for (int member : group.members().toIntArray()) {
            if (!membership.accepts(subjects.get(member))) {
                leave(group, member);
            }
        }
        if (group.members().size() < GroupTest.MIN_MEMBERS && group.strongest().compareTo(Standing.SUSPECTED) < 0) {
            for (int member : group.members().toIntArray()) {
                leave(group, member);
            }
            end(group);
        }
    }

    private void end(Group group) {
        group.end();
        groups.remove(group.number());
    }

    private void leave(Group group, int member) {
        group.remove(member);
        groupOf[member] = null;
        placed.clear(member);
    }

    /** Bound groups that meet a group on addresses of its signature, by number, and on how many. */
    Int2IntOpenHashMap meeting(Group group, Signature signature) {
        Int2IntOpenHashMap meeting = new Int2IntOpenHashMap();
        IntOpenHashSet here = new IntOpenHashSet();
        for (int id : signature.part(Family.NETWORK).objects()) {
            here.clear();
            for (int user : table.get(id).users()) {
                Group other = placed.get(user) ? of(user) : null;
                if (other != null && other != group && !other.loose() && here.add(other.number())) {
                    meeting.addTo(other.number(), 1);
                }
            }
        }
        return meeting;
    }

    /** Whether half of a group hold enough of some prompts. */
    boolean hold(Group group, Signature.Part prompts) {
        long holding = group.members()
                .intStream()
                .filter(member -> prompts.heldBy(subjects.get(member), Family.CONTENT))
                .count();
        return 2 * holding >= group.members().size();
    }

    /** Makes two groups one, under the older number; gives that one. */
    Group unite(Group group, Group other) {
        Group older = group.number() < other.number() ? group : other;
        Group younger = older == group ? other : group;
        older.inherit(younger);
        younger.members().forEach(member -> groupOf[member] = older);
        end(younger);
        successors.put(younger.number(), older.number());
        return older;
    }

    private void merge(Group group, int rivalNumber, int matching) {
        Group rival = groups.get(rivalNumber);
        if (rival == null || groups.get(group.number()) != group || rival.loose() != group.loose()) {
            return;
        }
        int smaller = Math.min(rival.members().size(), group.members().size());
        if (matching < MERGE_SHARE * smaller) {
            return;
        }
        unite(group, rival);
    }
}
