package org.iolaus.evaluation.baseline;

import it.unimi.dsi.fastutil.longs.LongArrays;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;

/**
 * Scores an account by the similarity at which it joins a group.
 *
 * <p>After SynchroTrap (Cao et al., CCS 2014): two accounts are as similar as the Jaccard index of their sets of (content,
 * window), and pairs above a threshold connect. An account's score is the highest threshold at which its component has
 * {@link #GROUP} accounts. Departure: inside an object each account is compared with the next {@link #RING} only, so pairs
 * are linear in edges; their similarity is exact.
 *
 * @param label what it is called
 * @param column contents and windows taken
 */
record Lockstep(String label, Column column) implements Baseline {
    private static final int GROUP = 5;
    private static final int RING = 12;

    @Override
    public String name() {
        return "lockstep, " + label;
    }

    @Override
    public double[] scores(Traffic traffic) {
        Sharing sharing = traffic.sharing(column);
        long[] pairs = pairs(sharing);
        double[] similarity = new double[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            similarity[i] = jaccard(sharing.objects()[(int) (pairs[i] >>> 32)], sharing.objects()[(int) pairs[i]]);
        }
        return joined(sharing.objects().length, bySimilarity(pairs, similarity), pairs, similarity);
    }

    private static long[] pairs(Sharing sharing) {
        LongOpenHashSet pairs = new LongOpenHashSet();
        for (int[] holders : sharing.accounts()) {
            for (int i = 0; i < holders.length; i++) {
                for (int j = i + 1; j < holders.length && j <= i + RING; j++) {
                    pairs.add((long) holders[i] << 32 | holders[j]);
                }
            }
        }
        return pairs.toLongArray();
    }

    /** Places of pairs, the most similar first. */
    private static long[] bySimilarity(long[] pairs, double[] similarity) {
        long[] order = new long[pairs.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        LongArrays.parallelQuickSort(order, (a, b) -> {
            int compared = Double.compare(similarity[(int) b], similarity[(int) a]);
            return compared != 0 ? compared : Long.compare(pairs[(int) a], pairs[(int) b]);
        });
        return order;
    }

    private static double[] joined(int accounts, long[] order, long[] pairs, double[] similarity) {
        Components components = new Components(accounts);
        int[] next = new int[accounts];
        for (int i = 0; i < accounts; i++) {
            next[i] = i;
        }
        double[] scores = new double[accounts];
        for (long place : order) {
            int one = (int) (pairs[(int) place] >>> 32);
            int other = (int) pairs[(int) place];
            if (components.root(one) != components.root(other)) {
                components.join(one, other);
                int swapped = next[one];
                next[one] = next[other];
                next[other] = swapped;
                if (components.size(one) >= GROUP) {
                    score(one, next, scores, similarity[(int) place]);
                }
            }
        }
        return scores;
    }

    /** Gives members of a component, a ring of {@code next}, their score unless they have one. */
    private static void score(int member, int[] next, double[] scores, double similarity) {
        int at = member;
        do {
            scores[at] = scores[at] == 0 ? similarity : scores[at];
            at = next[at];
        } while (at != member);
    }

    /** Jaccard index of two ascending sets. */
    static double jaccard(int[] one, int[] other) {
        int shared = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            int compared = Integer.compare(one[i], other[j]);
            shared += compared == 0 ? 1 : 0;
            i += compared <= 0 ? 1 : 0;
            j += compared >= 0 ? 1 : 0;
        }
        int union = one.length + other.length - shared;
        return union == 0 ? 0 : (double) shared / union;
    }
}
