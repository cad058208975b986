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
        List<Layer> layers = Arrays.stream(LAYERS)
                .filter(layer -> families.contains(layer.family()))
                .toList();
        Int2IntOpenHashMap counts = new Int2IntOpenHashMap();
        for (int member : members) {
            layers.forEach(layer -> brought[layer.ordinal()] += table.degree(member, layer));
            for (Family family : families) {
                IntArrayList objects = subjects.get(member).objects(family.ordinal());
                for (int i = 0; i < objects.size(); i++) {
                    counts.addTo(objects.getInt(i), 1);
                }
            }
        }
        counts.int2IntEntrySet()
                .fastForEach(entry -> brought[table.layer(entry.getIntKey())] -= entry.getIntValue() - 1);
        shared = counts.int2IntEntrySet().stream()
                .filter(entry -> entry.getIntValue() >= least)
                .mapToInt(Int2IntMap.Entry::getIntKey)
                .sorted()
                .toArray();
        holders = new int[shared.length][];
        for (int i = 0; i < shared.length; i++) {
            holders[i] = new int[counts.get(shared[i])];
        }
        list(families, subjects);
    }

    private void list(Set<Family> families, List<Subject> subjects) {
        Int2IntOpenHashMap positions = new Int2IntOpenHashMap(shared.length);
        positions.defaultReturnValue(-1);
        for (int i = 0; i < shared.length; i++) {
            positions.put(shared[i], i);
        }
        int[] listed = new int[shared.length];
        for (int member : members) {
            for (Family family : families) {
                IntArrayList objects = subjects.get(member).objects(family.ordinal());
                for (int i = 0; i < objects.size() && shared.length > 0; i++) {
                    int position = positions.get(objects.getInt(i));
                    if (position >= 0) {
                        holders[position][listed[position]++] = member;
                    }
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
