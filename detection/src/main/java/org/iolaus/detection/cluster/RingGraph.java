package org.iolaus.detection.cluster;

import java.util.List;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;

/**
 * The graph in which the holders of each object are linked in a ring. Its edges are put in order by counting, stable and
 * in linear time.
 */
final class RingGraph {
    private final int size;
    private final int[] from;
    private final int[] to;
    private final double[] weights;

    private RingGraph(int size, int edges) {
        this.size = size;
        from = new int[edges];
        to = new int[edges];
        weights = new double[edges];
    }

    /** The graph of so many members; holders are positions. Edges of one pair stay apart. */
    static Network of(int size, List<int[]> holderLists) {
        int rings = holderLists.stream().mapToInt(RingGraph::edges).sum();
        RingGraph graph = new RingGraph(size, 2 * rings);
        graph.add(holderLists);
        return graph.network();
    }

    private static int edges(int[] holders) {
        int edges = 0;
        for (int i = 0; i < holders.length; i++) {
            edges += reach(holders, i);
        }
        return edges;
    }

    private static int reach(int[] holders, int position) {
        return Math.min(Communities.REACH, holders.length - 1 - position);
    }

    private void add(List<int[]> holderLists) {
        int at = 0;
        for (int[] holders : holderLists) {
            double weight = Communities.weight(holders);
            for (int i = 0; i < holders.length; i++) {
                for (int step = 1; step <= reach(holders, i); step++) {
                    set(at++, holders[i], holders[i + step], weight);
                    set(at++, holders[i + step], holders[i], weight);
                }
            }
        }
    }

    private void set(int edge, int start, int end, double weight) {
        from[edge] = start;
        to[edge] = end;
        weights[edge] = weight;
    }

    private Network network() {
        int[] order = new int[from.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        order = sorted(sorted(order, to), from);
        int[] neighbours = new int[order.length];
        double[] sortedWeights = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            neighbours[i] = to[order[i]];
            sortedWeights[i] = weights[order[i]];
        }
        long[] firsts = new long[size + 1];
        for (int start : from) {
            firsts[start + 1]++;
        }
        for (int i = 0; i < size; i++) {
            firsts[i + 1] += firsts[i];
        }
        return new Network(
                size, true, firsts, new LargeIntArray(neighbours), new LargeDoubleArray(sortedWeights), false);
    }

    /** Edges in the order of their keys; those of one key in the order they had. */
    private int[] sorted(int[] edges, int[] keys) {
        int[] next = new int[size + 1];
        for (int key : keys) {
            next[key + 1]++;
        }
        for (int i = 0; i < size; i++) {
            next[i + 1] += next[i];
        }
        int[] sorted = new int[edges.length];
        for (int edge : edges) {
            sorted[next[keys[edge]]++] = edge;
        }
        return sorted;
    }
}
