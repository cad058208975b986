package org.iolaus.detection.cluster;

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
    private static final int[] NOBODY = {};

    private final int[] members;
    private final long[] brought = new long[LAYERS.length];
    private final int[] using = new int[LAYERS.length];
    private final SupernetCounts supernets;
    private final IntTally counts;
    private final int[] shared;
    /** Positions of each shared object's holders. */
    private final int[][] holders;
    /** Takes what reading ahead has read, which would else be left out as useless. */
    @SuppressWarnings("UnusedVariable")
    private int touched;

    /** @param least members, two or more, that must have an object for it to count as shared */
    GroupCounts(int[] members, Set<Family> families, int least, List<Subject> subjects, ObjectTable table) {
        this.members = members;
        supernets = new SupernetCounts(families.contains(Family.NETWORK) ? members : NOBODY, table.supernets());
        int[] ends = new int[members.length];
        int[] objects = objects(families, subjects, ends);
        counts = new IntTally(objects.length);
        IntArrayList repeated = new IntArrayList();
        for (int i = 0; i < objects.length; i++) {
            int slot = counts.add(objects[i]);
            objects[i] = slot;
            if (counts.count(slot) == 2) {
                repeated.add(slot);
            }
        }
        countBrought(families, repeated, table);
        shared = shared(repeated, least);
        holders = new int[shared.length][];
        if (shared.length > 0) {
            list(objects, ends);
        }
    }

    /**
     * The members' objects, one member's after the other's.
     *
     * @param ends takes where each member's objects end
     */
    private int[] objects(Set<Family> families, List<Subject> subjects, int[] ends) {
        IntArrayList[] lists = new IntArrayList[members.length * families.size()];
        int size = 0;
        int lastList = 0;
        for (int i = 0; i < members.length; i++) {
            Subject member = subjects.get(members[i]);
            for (Family family : families) {
                IntArrayList list = member.objects(family.ordinal());
                lists[lastList++] = list;
                size += list.size();
            }
            ends[i] = size;
        }
        // Waits for memory overlap if nothing else is done between two of them.
        for (IntArrayList list : lists) {
            touched += list.isEmpty() ? 0 : list.getInt(0);
        }
        int[] objects = new int[size];
        int at = 0;
        for (IntArrayList list : lists) {
            list.getElements(0, objects, at, list.size());
            at += list.size();
        }
        return objects;
    }

    private void countBrought(Set<Family> families, IntArrayList repeated, ObjectTable table) {
        for (Layer layer : LAYERS) {
            if (families.contains(layer.family())) {
                for (int member : members) {
                    int degree = table.degree(member, layer);
                    brought[layer.ordinal()] += degree;
                    using[layer.ordinal()] += degree > 0 ? 1 : 0;
                }
            }
        }
        for (int i = 0; i < repeated.size(); i++) {
            int slot = repeated.getInt(i);
            int again = counts.count(slot) - 1;
            int layer = table.layer(counts.key(slot));
            brought[layer] -= again;
            if (LAYERS[layer].family() == Family.NETWORK) {
                supernets.repeated(LAYERS[layer], table.get(counts.key(slot)).supernet(), again);
            }
        }
    }

    private int[] shared(IntArrayList repeated, int least) {
        IntArrayList shared = new IntArrayList();
        for (int i = 0; i < repeated.size(); i++) {
            int slot = repeated.getInt(i);
            if (counts.count(slot) >= least) {
                shared.add(counts.key(slot));
            }
        }
        int[] sorted = shared.toIntArray();
        Arrays.sort(sorted);
        return sorted;
    }

    /**
     * Lists each shared object's holders.
     *
     * @param slots slots of the members' objects, one member's after the other's
     * @param ends where each member's objects end
     */
    private void list(int[] slots, int[] ends) {
        for (int i = 0; i < shared.length; i++) {
            int slot = counts.slot(shared[i]);
            holders[i] = new int[counts.count(slot)];
            counts.mark(slot, i);
        }
        int[] listed = new int[shared.length];
        int at = 0;
        for (int member = 0; member < members.length; member++) {
            for (; at < ends[member]; at++) {
                int position = counts.marked(slots[at]);
                if (position >= 0) {
                    holders[position][listed[position]++] = member;
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

    /** What members have in each supernet, if the network is among the families. */
    SupernetCounts supernets() {
        return supernets;
    }

    /** Share of the members that have any object of a layer. */
    double usage(Layer layer) {
        return using[layer.ordinal()] / (double) Math.max(1, members.length);
    }

    /** An object and how many members have it. */
    interface Tally {
        void accept(int object, int members);
    }

    /** Goes through every object that some member has and at least two accounts. */
    void forEach(Tally action) {
        for (int slot = 0; slot < counts.slots(); slot++) {
            if (counts.key(slot) >= 0) {
                int position = counts.marked(slot);
                action.accept(counts.key(slot), position < 0 ? counts.count(slot) : holders[position].length);
            }
        }
    }

    /** Objects that enough members have, ascending. */
    int[] shared() {
        return shared;
    }

    /** Who of some others has each of the shared objects. */
    int[][] amongOthers(int[] others, Set<Family> families, List<Subject> subjects) {
        IntArrayList[] having = new IntArrayList[shared.length];
        Arrays.setAll(having, position -> new IntArrayList());
        for (int other : others) {
            for (Family family : families) {
                IntArrayList objects = subjects.get(other).objects(family.ordinal());
                for (int i = 0; i < objects.size(); i++) {
                    int position = counts.marked(counts.slot(objects.getInt(i)));
                    if (position >= 0) {
                        having[position].add(other);
                    }
                }
            }
        }
        return Arrays.stream(having).map(IntArrayList::toIntArray).toArray(int[][]::new);
    }

    /** Positions in the group of the members that have an object, ascending, by its position among the shared ones. */
    int[] positions(int position) {
        return holders[position];
    }

    /** Members that have an object, in the group's order, by its position among the shared ones. */
    int[] holders(int position) {
        int[] having = new int[holders[position].length];
        for (int i = 0; i < having.length; i++) {
            having[i] = members[holders[position][i]];
        }
        return having;
    }
}
