package org.iolaus.detection.cluster;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.profile.Subject;

/** Which members of a group have each object of some families, and how many objects they have in all. */
final class GroupCounts {
    private static final Layer[] LAYERS = Layer.values();

    private final int[] members;
    private final long[] brought = new long[LAYERS.length];
    private final int[] shared;
    private final int[][] holders;

    /** @param least members, two or more, that must have an object for it to count as shared */
    GroupCounts(int[] members, Set<Family> families, int least, List<Subject> subjects, ObjectTable table) {
        this.members = members;
        IntArrayList objects = new IntArrayList();
        int[] ends = new int[members.length];
        for (int i = 0; i < members.length; i++) {
            for (Family family : families) {
                objects.addAll(subjects.get(members[i]).objects(family.ordinal()));
            }
            ends[i] = objects.size();
        }
        Int2IntOpenHashMap counts = new Int2IntOpenHashMap();
        for (int i = 0; i < objects.size(); i++) {
            counts.addTo(objects.getInt(i), 1);
        }
        countBrought(families, counts, table);
        shared = shared(counts, least);
        holders = new int[shared.length][];
        if (shared.length > 0) {
            list(objects, ends, counts);
        }
    }

    private void countBrought(Set<Family> families, Int2IntOpenHashMap counts, ObjectTable table) {
        for (Layer layer : LAYERS) {
            for (int i = 0; families.contains(layer.family()) && i < members.length; i++) {
                brought[layer.ordinal()] += table.degree(members[i], layer);
            }
        }
        for (var entries = counts.int2IntEntrySet().fastIterator(); entries.hasNext(); ) {
            Int2IntMap.Entry entry = entries.next();
            brought[table.layer(entry.getIntKey())] -= entry.getIntValue() - 1;
        }
    }

    private static int[] shared(Int2IntOpenHashMap counts, int least) {
        IntArrayList shared = new IntArrayList();
        for (var entries = counts.int2IntEntrySet().fastIterator(); entries.hasNext(); ) {
            Int2IntMap.Entry entry = entries.next();
            if (entry.getIntValue() >= least) {
                shared.add(entry.getIntKey());
            }
        }
        int[] sorted = shared.toIntArray();
        Arrays.sort(sorted);
        return sorted;
    }

    /**
     * Lists each shared object's holders.
     *
     * @param objects the members' objects, one member's after the other's
     * @param ends where each member's objects end
     * @param counts members by object; overwritten
     */
    private void list(IntArrayList objects, int[] ends, Int2IntOpenHashMap counts) {
        for (int i = 0; i < shared.length; i++) {
            holders[i] = new int[counts.get(shared[i])];
        }
        counts.clear();
        counts.defaultReturnValue(-1);
        for (int i = 0; i < shared.length; i++) {
            counts.put(shared[i], i);
        }
        int[] listed = new int[shared.length];
        int at = 0;
        for (int member = 0; member < members.length; member++) {
            for (; at < ends[member]; at++) {
                int position = counts.get(objects.getInt(at));
                if (position >= 0) {
                    holders[position][listed[position]++] = members[member];
                }
            }
        }
    }

    int size() {
        return members.length;
    }

    /** Distinct objects by layer that at least one member has, those included that nobody else has. */
    long[] brought() {
        return brought.clone();
    }

    /** Objects that enough members have, ascending. */
    int[] shared() {
        return shared;
    }

    /** Members that have an object, in the group's order, by its position among the shared ones. */
    int[] holders(int position) {
        return holders[position];
    }
}
