package org.iolaus.detection.cluster;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.profile.Subject;

/** How many members of a group have each shared object of some families, and how many objects they have in all. */
final class GroupCounts {
    private final int[] members;
    private final IntOpenHashSet set;
    private final Int2IntOpenHashMap counts = new Int2IntOpenHashMap();
    private final long[] brought = new long[Layer.values().length];

    GroupCounts(int[] members, Set<Family> families, List<Subject> subjects, ObjectTable table) {
        this.members = members;
        this.set = new IntOpenHashSet(members);
        for (int member : members) {
            for (Layer layer : Layer.values()) {
                brought[layer.ordinal()] += families.contains(layer.family()) ? table.degree(member, layer) : 0;
            }
            for (Family family : families) {
                IntArrayList objects = subjects.get(member).objects(family.ordinal());
                for (int i = 0; i < objects.size(); i++) {
                    int id = objects.getInt(i);
                    if (counts.addTo(id, 1) > 0) {
                        brought[table.get(id).layer().ordinal()]--;
                    }
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

    /** Distinct objects by layer that at least one member has, those included that nobody else has. */
    long[] brought() {
        return brought.clone();
    }

    /** Objects that at least two members have, ascending. */
    int[] shared() {
        int[] shared = counts.int2IntEntrySet().stream()
                .filter(entry -> entry.getIntValue() >= 2)
                .mapToInt(Int2IntMap.Entry::getIntKey)
                .toArray();
        Arrays.sort(shared);
        return shared;
    }
}
