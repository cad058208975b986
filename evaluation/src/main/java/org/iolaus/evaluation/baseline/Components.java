package org.iolaus.evaluation.baseline;

import java.util.Arrays;
import org.iolaus.detection.cluster.DisjointSets;

/** Connected components that grow, with their sizes. Not thread-safe. */
final class Components {
    private final DisjointSets sets;
    private final int[] sizes;

    Components(int size) {
        sets = new DisjointSets(size);
        sizes = new int[size];
        Arrays.fill(sizes, 1);
    }

    int root(int element) {
        return sets.root(element);
    }

    int size(int element) {
        return sizes[root(element)];
    }

    void join(int a, int b) {
        int one = root(a);
        int other = root(b);
        if (one != other) {
            sets.join(one, other);
            sizes[root(one)] = sizes[one] + sizes[other];
        }
    }
}
