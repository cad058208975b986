package org.iolaus.evaluation.baseline;

import java.util.Arrays;

/** Connected components that grow, with their sizes. Not thread-safe. */
final class Components {
    private final int[] parents;
    private final int[] sizes;

    Components(int size) {
        parents = new int[size];
        Arrays.setAll(parents, i -> i);
        sizes = new int[size];
        Arrays.fill(sizes, 1);
    }

    int root(int element) {
        int at = element;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    int size(int element) {
        return sizes[root(element)];
    }

    /** Joins two components and gives the root of what they make. */
    int join(int a, int b) {
        int one = root(a);
        int other = root(b);
        if (one == other) {
            return one;
        }
        int larger = sizes[one] >= sizes[other] ? one : other;
        int smaller = larger == one ? other : one;
        parents[smaller] = larger;
        sizes[larger] += sizes[smaller];
        return larger;
    }
}
