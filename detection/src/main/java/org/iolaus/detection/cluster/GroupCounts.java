package org.iolaus.detection.cluster;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.List;
import java.util.Set;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.profile.Subject;

/** How many members of a group have each shared object of some families. */
final class GroupCounts {
    private final int[] members;
    private final IntOpenHashSet set;
    private final Int2IntOpenHashMap counts = new Int2IntOpenHashMap();

    GroupCounts(int[] members, Set<Family> families, List<Subject> subjects) {
        this.members = members;
        this.set = new IntOpenHashSet(members);
        for (int member : members) {
            for (Family family : families) {
                IntArrayList objects = subjects.get(member).objects(family.ordinal());
                for (int i = 0; i < objects.size(); i++) {
                    counts.addTo(objects.getInt(i), 1);
                }
            }
        }
    }

    int size() {
        return members.length;
    }

    IntOpenHashSet set() {
        return set;
    }

    /** Members that have an object. */
    int count(int object) {
        return counts.get(object);
    }

    /** Objects that at least one member has. */
    int distinct() {
        return counts.size();
    }

    /** Objects that at least two members have, ascending. */
    int[] shared() {
        int[] shared = counts.int2IntEntrySet().stream()
                .filter(entry -> entry.getIntValue() >= 2)
                .mapToInt(Int2IntMap.Entry::getIntKey)
                .toArray();
        java.util.Arrays.sort(shared);
        return shared;
    }
}
