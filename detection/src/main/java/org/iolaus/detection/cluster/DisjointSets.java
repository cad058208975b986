package org.iolaus.detection.cluster;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;

/** Union–find with path halving; the root of a set is its smallest element, so results do not depend on the order. */
public final class DisjointSets {
    private final int[] parents;

    public DisjointSets(int size) {
        parents = new int[size];
        for (int i = 0; i < size; i++) {
            parents[i] = i;
        }
    }

    /** The smallest element of the set that an element lies in. */
    public int root(int element) {
        int at = element;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    /** Makes one set of two. */
    public void join(int a, int b) {
        int rootA = root(a);
        int rootB = root(b);
        parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    }

    void join(int... elements) {
        for (int i = 1; i < elements.length; i++) {
            join(elements[0], elements[i]);
        }
    }

    /** Sets that elements lie in. */
    int count(int... elements) {
        IntOpenHashSet roots = new IntOpenHashSet(elements.length);
        for (int element : elements) {
            roots.add(root(element));
        }
        return roots.size();
    }
}
