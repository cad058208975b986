package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntAVLTreeSet;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.iolaus.detection.cluster.Candidate;
import org.iolaus.detection.cluster.GroupTest;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.profile.Subject;

/**
 * All coordinated groups. A candidate joins the group it mostly overlaps, or founds one; a group takes in whoever
 * matches its signature in two independent families; two groups whose members match each other become one, under the
 * older number. A subject is in one group at most. Not thread-safe.
 */
final class Groups {
    private static final double MERGE_SHARE = 0.5;
    /** Posterior nats that a newcomer needs: odds of 99 to 1. */
    static final double MEMBER_NATS = StrictMath.log(99);

    private final List<Subject> subjects;
    private final ObjectTable table;
    private final TreeMap<Integer, Group> groups = new TreeMap<>();
    private final Int2IntOpenHashMap groupOf = new Int2IntOpenHashMap();
    private int next = 1;

    Groups(List<Subject> subjects, ObjectTable table) {
        this.subjects = subjects;
        this.table = table;
        groupOf.defaultReturnValue(-1);
    }

    Iterable<Group> all() {
        return List.copyOf(groups.values());
    }

    /** Group of a subject, or -1. */
    int of(int subject) {
        return groupOf.get(subject);
    }

    /** Takes in a candidate. */
    void absorb(Candidate candidate) {
        Int2IntOpenHashMap overlaps = new Int2IntOpenHashMap();
        List<Integer> free = new ArrayList<>();
        for (int member : candidate.members()) {
            int group = groupOf.get(member);
            if (group < 0) {
                free.add(member);
            } else {
                overlaps.addTo(group, 1);
            }
        }
        Group home = home(candidate, overlaps);
        if (home == null && free.size() < GroupTest.MIN_MEMBERS) {
            return;
        }
        if (home == null) {
            home = new Group(next++);
            groups.put(home.number(), home);
        }
        int[] joining = free.stream().mapToInt(Integer::intValue).toArray();
        home.absorb(joining, candidate.nats());
        for (int member : joining) {
            groupOf.put(member, home.number());
        }
    }

    private @org.jspecify.annotations.Nullable Group home(Candidate candidate, Int2IntOpenHashMap overlaps) {
        Group home = null;
        int best = 0;
        for (Group group : groups.values()) {
            int overlap = overlaps.get(group.number());
            int smaller = Math.min(group.members().size(), candidate.members().length);
            if (overlap > best && overlap >= MERGE_SHARE * smaller) {
                best = overlap;
                home = group;
            }
        }
        return home;
    }

    /** Recomputes a group's signature, takes in who matches it, and merges groups that match each other. */
    void follow(Group group, Reference reference) {
        Signature signature = Signature.of(group.members().toIntArray(), subjects, table, reference);
        group.scored(signature, subjects);
        if (signature.parts().size() < 2) {
            return;
        }
        double prior = group.members().size() / (double) subjects.size();
        Int2IntOpenHashMap rivals = new Int2IntOpenHashMap();
        IntAVLTreeSet joining = new IntAVLTreeSet();
        for (int candidate : holders(signature)) {
            int matched = signature.match(subjects.get(candidate));
            if (signature.independent(matched) < 2 || signature.nats(matched, prior) < MEMBER_NATS) {
                continue;
            }
            int other = groupOf.get(candidate);
            if (other < 0) {
                joining.add(candidate);
            } else if (other != group.number()) {
                rivals.addTo(other, 1);
            }
        }
        prune(group, signature, prior);
        take(group, joining);
        rivals.int2IntEntrySet().forEach(rival -> merge(group, rival.getIntKey(), rival.getIntValue()));
    }

    private IntAVLTreeSet holders(Signature signature) {
        IntOpenHashSet once = new IntOpenHashSet();
        IntAVLTreeSet twice = new IntAVLTreeSet();
        signature.parts().forEach((family, part) -> {
            IntOpenHashSet here = new IntOpenHashSet();
            part.objects().forEach(id -> here.addAll(table.get(id).users()));
            here.forEach(user -> {
                if (!once.add(user)) {
                    twice.add(user);
                }
            });
        });
        return twice;
    }

    /** Lets go of members that were swept in with others but do not match in two families themselves. */
    private void prune(Group group, Signature signature, double prior) {
        for (int member : group.members().toIntArray()) {
            int matched = signature.match(subjects.get(member));
            if (signature.independent(matched) < 2 || signature.nats(matched, prior) < MEMBER_NATS) {
                group.remove(member);
                groupOf.remove(member);
            }
        }
        if (group.members().isEmpty()) {
            groups.remove(group.number());
        }
    }

    private void take(Group group, IntAVLTreeSet joining) {
        group.absorb(joining.toIntArray(), 0);
        joining.forEach(member -> groupOf.put(member, group.number()));
    }

    private void merge(Group group, int rivalNumber, int matching) {
        Group rival = groups.get(rivalNumber);
        if (rival == null || groups.get(group.number()) != group) {
            return;
        }
        int smaller = Math.min(rival.members().size(), group.members().size());
        if (matching < MERGE_SHARE * smaller) {
            return;
        }
        Group older = group.number() < rivalNumber ? group : rival;
        Group younger = older == group ? rival : group;
        older.absorb(younger.members().toIntArray(), younger.coordinationNats());
        younger.members().forEach(member -> groupOf.put(member, older.number()));
        groups.remove(younger.number());
    }
}
