package org.iolaus.evaluation.baseline;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The best threshold for a score, chosen on the labels.
 *
 * @param threshold least score flagged; infinite if flagging nobody is best
 * @param hostileFlagged hostile accounts at or above it
 * @param honestFlagged honest accounts at or above it
 */
public record Hindsight(double threshold, int hostileFlagged, int honestFlagged) {
    private static final Hindsight NONE = new Hindsight(Double.POSITIVE_INFINITY, 0, 0);

    /** The threshold of greatest recall that flags at most {@code maxHonest} honest accounts. */
    public static Hindsight mostRecall(double[] scores, boolean[] hostile, int maxHonest) {
        return best(scores, hostile, cut -> cut.honestFlagged() > maxHonest ? -1 : cut.hostileFlagged());
    }

    /** The threshold of greatest F1, the harmonic mean of precision and recall. */
    public static Hindsight bestF1(double[] scores, boolean[] hostile) {
        int positives = count(hostile);
        return best(scores, hostile, cut -> cut.f1(positives));
    }

    /** The harmonic mean of precision and recall where {@code positives} accounts are hostile. */
    public double f1(int positives) {
        return 2.0 * hostileFlagged / Math.max(1, positives + hostileFlagged + honestFlagged);
    }

    /** What a threshold is worth. */
    private interface Worth {
        double of(Hindsight cut);
    }

    /** The threshold worth most among all that differ in whom they flag, the highest among equals. */
    private static Hindsight best(double[] scores, boolean[] hostile, Worth worth) {
        Integer[] order = new Integer[scores.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> scores[i]).reversed());
        Hindsight best = NONE;
        int bad = 0;
        int good = 0;
        for (int i = 0; i < order.length && scores[order[i]] > 0; i++) {
            bad += hostile[order[i]] ? 1 : 0;
            good += hostile[order[i]] ? 0 : 1;
            boolean last = i + 1 == order.length || scores[order[i + 1]] < scores[order[i]];
            Hindsight cut = new Hindsight(scores[order[i]], bad, good);
            if (last && worth.of(cut) > worth.of(best)) {
                best = cut;
            }
        }
        return best;
    }

    private static int count(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }
}
