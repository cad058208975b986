package org.iolaus.benchmarks.bound;

import java.util.Arrays;
import java.util.List;
import org.iolaus.benchmarks.recording.ValueKind;
import org.iolaus.detection.link.Family;

/**
 * What an account shares with which others. A shared value weighs the negative logarithm of the share of accounts that
 * have it; two accounts' weight in a layer is the sum over the values they share.
 */
final class Relations {
    /** Neighbours that are looked at one by one. */
    static final int NEAREST = 20;
    /** Numbers by layer that {@link #row} gives. */
    private static final int BY_LAYER = 10;
    /** Numbers over all layers. */
    private static final int OVERALL = 7;
    /** Numbers that {@link #row} gives. */
    static final int SIZE = BY_LAYER * ValueKind.values().length + OVERALL;
    /** Nats of a family beyond which two accounts are no closer. */
    private static final double MAX_FAMILY = 15;
    /** Nats in a family that two accounts seldom reach by chance. */
    private static final double CLOSE = 4;

    private final List<Graph> graphs;
    private final int accounts;
    private final double[] weights;
    private final double[][] families;
    private final double[] closeness;
    private int[] nearest = {};

    Relations(List<Graph> graphs, int accounts) {
        this.graphs = graphs;
        this.accounts = accounts;
        weights = new double[accounts];
        families = new double[Family.values().length][accounts];
        closeness = new double[accounts];
    }

    /** Numbers of one account; afterwards {@link #nearest} is about it. */
    float[] row(int account) {
        float[] row = new float[SIZE];
        for (double[] family : families) {
            Arrays.fill(family, 0);
        }
        int at = 0;
        for (ValueKind layer : ValueKind.values()) {
            at = layer(account, layer, row, at);
        }
        overall(account, row, at);
        return row;
    }

    /** The closest others, closest first; valid until the next row. */
    int[] nearest() {
        return nearest;
    }

    private int layer(int account, ValueKind layer, float[] row, int from) {
        Graph graph = graphs.get(layer.ordinal());
        Arrays.fill(weights, 0);
        int shared = 0;
        double rarest = Math.log(accounts + 1.0);
        double widest = 0;
        double sum = 0;
        for (int object : graph.objects(account)) {
            int[] holders = graph.holders(object);
            if (holders.length > 1) {
                double weight = Math.log((double) accounts / holders.length);
                shared++;
                rarest = Math.min(rarest, Math.log(holders.length));
                widest = Math.max(widest, Math.log(holders.length));
                sum += weight;
                for (int holder : holders) {
                    weights[holder] += weight;
                }
            }
        }
        weights[account] = 0;
        double[] family = families[layer.family().ordinal()];
        int close = 0;
        for (int other = 0; other < accounts; other++) {
            family[other] += weights[other];
            close += weights[other] > CLOSE ? 1 : 0;
        }
        int degree = graph.objects(account).length;
        double[] sorted = weights.clone();
        Arrays.sort(sorted);
        double[] values = {
            Math.log1p(degree),
            Math.log1p(shared),
            degree == 0 ? -1 : (double) shared / degree,
            rarest,
            widest,
            sum,
            largest(sorted, 1),
            largest(sorted, 5),
            largest(sorted, NEAREST),
            Math.log1p(close)
        };
        return put(values, row, from);
    }

    private static int put(double[] values, float[] row, int from) {
        for (int i = 0; i < values.length; i++) {
            row[from + i] = (float) values[i];
        }
        return from + values.length;
    }

    private static double largest(double[] sorted, int place) {
        return sorted.length < place ? 0 : sorted[sorted.length - place];
    }

    private void overall(int account, float[] row, int from) {
        int two = 0;
        int three = 0;
        for (int other = 0; other < accounts; other++) {
            double sum = 0;
            int close = 0;
            for (double[] family : families) {
                sum += Math.min(MAX_FAMILY, family[other]);
                close += family[other] > CLOSE ? 1 : 0;
            }
            closeness[other] = other == account ? -1 : sum;
            two += other != account && close >= 2 ? 1 : 0;
            three += other != account && close >= 3 ? 1 : 0;
        }
        double[] sorted = closeness.clone();
        Arrays.sort(sorted);
        put(
                new double[] {
                    largest(sorted, 1),
                    largest(sorted, 5),
                    largest(sorted, NEAREST),
                    largest(sorted, 50),
                    Math.log1p(two),
                    Math.log1p(three),
                    together(account)
                },
                row,
                from);
        choose(Math.max(1e-9, largest(sorted, NEAREST)));
    }

    /** Nats that the fifth neighbour by the second closest family has. */
    private double together(int account) {
        double[] second = new double[accounts];
        double[] own = new double[families.length];
        for (int other = 0; other < accounts; other++) {
            for (int i = 0; i < own.length; i++) {
                own[i] = families[i][other];
            }
            Arrays.sort(own);
            second[other] = other == account ? 0 : own[own.length - 2];
        }
        Arrays.sort(second);
        return largest(second, 5);
    }

    private void choose(double least) {
        int[] chosen = new int[NEAREST];
        int size = 0;
        for (int other = 0; other < accounts && size < NEAREST; other++) {
            if (closeness[other] >= least) {
                chosen[size++] = other;
            }
        }
        nearest = Arrays.copyOf(chosen, size);
    }
}
