package org.iolaus.detection.cluster;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.List;
import org.iolaus.detection.profile.Subject;

/**
 * Who in a group counts for itself. Accounts that name one organisation among several are one party: what they have in
 * common they say themselves, so it is no coincidence. A group all of which is one organisation is looked at account by
 * account, or nothing could ever be asked of it.
 */
final class Parties {
    private final List<Subject> subjects;
    /** Whether every member is a party of its own. */
    private final boolean single;

    private final int size;

    private Parties(List<Subject> subjects, boolean single, int size) {
        this.subjects = subjects;
        this.single = single;
        this.size = size;
    }

    static Parties of(int[] members, List<Subject> subjects) {
        LongOpenHashSet parties = new LongOpenHashSet(members.length);
        for (int member : members) {
            parties.add(subjects.get(member).party());
        }
        boolean single = parties.size() == 1 || parties.size() == members.length;
        return new Parties(subjects, single, single ? members.length : parties.size());
    }

    /** Parties in the group. */
    int size() {
        return size;
    }

    /** Parties among some members. */
    int count(int[] some) {
        if (single) {
            return some.length;
        }
        LongOpenHashSet parties = new LongOpenHashSet(some.length);
        for (int member : some) {
            parties.add(subjects.get(member).party());
        }
        return parties.size();
    }

    /** Positions of some members, those of one party in one set. */
    DisjointSets sets(int[] members) {
        DisjointSets sets = new DisjointSets(members.length);
        if (single) {
            return sets;
        }
        Long2IntOpenHashMap first = new Long2IntOpenHashMap(members.length);
        first.defaultReturnValue(-1);
        for (int position = 0; position < members.length; position++) {
            int former = first.putIfAbsent(subjects.get(members[position]).party(), position);
            sets.join(former < 0 ? position : former, position);
        }
        return sets;
    }
}
