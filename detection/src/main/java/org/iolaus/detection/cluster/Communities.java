package org.iolaus.detection.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;

/**
 * Splits one connected group where only stray objects hold it together. Leiden proposes communities on the members'
 * graph; those that are not nearly closed are joined again with their closest neighbour.
 *
 * <p>Paper: V. A. Traag, L. Waltman, N. J. van Eck, Scientific Reports 9:5233 (2019). Fixed seed and canonical order make
 * it deterministic. Members of an object are linked in a ring of reach {@link #REACH}, so the graph is linear in edges.
 */
final class Communities {
    static final int REACH = 3;
    private static final int ITERATIONS = 5;
    private static final double MAX_OPEN = 0.15;
    private static final int MIN_SIZE_TO_SPLIT = 10;

    private Communities() {}

    /** Community of each member, numbered by the smallest position in it; positions follow {@code members}. */
    static int[] split(int size, List<int[]> holderLists) {
        if (size < MIN_SIZE_TO_SPLIT
                || holderLists.stream().anyMatch(holders -> holders.length >= (1 - MAX_OPEN) * size)) {
            return new int[size];
        }
        int[] parts = leiden(size, holderLists);
        return rejoin(size, parts, holderLists);
    }

    private static int[] leiden(int size, List<int[]> holderLists) {
        Network network = RingGraph.of(size, holderLists);
        double resolution = 1 / Math.max(1e-9, 2 * network.getTotalEdgeWeight());
        LeidenAlgorithm leiden = new LeidenAlgorithm(resolution, ITERATIONS, 0.01, new Random(7));
        Clustering clustering = leiden.findClustering(network);
        return clustering.getClusters();
    }

    /**
     * Joins communities until every one is nearly closed: at most {@link #MAX_OPEN} of its ties lead outside. A sparse
     * random graph always has communities, but they are wide open; a stray bridge between two pools is not.
     */
    private static int[] rejoin(int size, int[] parts, List<int[]> holderLists) {
        int count = Arrays.stream(parts).max().orElse(0) + 1;
        double[][] ties = ties(parts, count, holderLists);
        DisjointSets sets = new DisjointSets(count);
        for (int open = mostOpen(ties); open >= 0; open = mostOpen(ties)) {
            int neighbour = closest(ties, open);
            sets.join(open, neighbour);
            merge(ties, Math.min(open, neighbour), Math.max(open, neighbour));
        }
        int[] smallest = new int[count];
        Arrays.fill(smallest, size);
        int[] joined = new int[size];
        for (int i = 0; i < size; i++) {
            int root = sets.root(parts[i]);
            smallest[root] = Math.min(smallest[root], i);
            joined[i] = smallest[root];
        }
        return joined;
    }

    /** ties[a][b]: weight of ring edges between members of a and b, each seen from both ends. */
    private static double[][] ties(int[] parts, int count, List<int[]> holderLists) {
        double[][] ties = new double[count][count];
        for (int[] holders : holderLists) {
            double weight = weight(holders);
            for (int i = 0; i < holders.length; i++) {
                for (int step = 1; step <= Math.min(REACH, holders.length - 1 - i); step++) {
                    ties[parts[holders[i]]][parts[holders[i + step]]] += weight;
                    ties[parts[holders[i + step]]][parts[holders[i]]] += weight;
                }
            }
        }
        return ties;
    }

    static double weight(int[] holders) {
        return 1.0 / StrictMath.log1p(holders.length);
    }

    private static int mostOpen(double[][] ties) {
        int open = -1;
        double most = MAX_OPEN;
        for (int a = 0; a < ties.length; a++) {
            double total = Arrays.stream(ties[a]).sum();
            double share = total == 0 ? 0 : (total - ties[a][a]) / total;
            if (share > most) {
                most = share;
                open = a;
            }
        }
        return open;
    }

    private static int closest(double[][] ties, int part) {
        int closest = part == 0 ? 1 : 0;
        for (int b = 0; b < ties.length; b++) {
            if (b != part && ties[part][b] > ties[part][closest]) {
                closest = b;
            }
        }
        return closest;
    }

    private static void merge(double[][] ties, int into, int from) {
        for (int b = 0; b < ties.length; b++) {
            ties[into][b] += ties[from][b];
            ties[from][b] = 0;
        }
        for (double[] row : ties) {
            row[into] += row[from];
            row[from] = 0;
        }
    }
}
