package org.iolaus.detection.cluster;

import java.util.Arrays;
import java.util.List;
import org.iolaus.detection.cluster.Binding.Bound;
import org.iolaus.detection.link.Popularity;
import org.iolaus.detection.statistics.Tails;
import org.jspecify.annotations.Nullable;

/** Objects of a group that no reference account has: what their coincidences are worth together. Not thread-safe. */
final class Pool {
    private final long[] brought;
    private final double[] expected;
    private final int others;
    private final @Nullable LongStanding longStanding;
    private double lastCoincidences = Double.NaN;
    private double lastExcess;

    /**
     * @param brought objects in play that count together, or are rarer still, by layer
     * @param expected coincidences that one of a layer lets expect, above 0
     * @param others parties besides the one who brought an object
     * @param longStanding all long-standing accounts outside the group, or null if they are not asked
     */
    Pool(long[] brought, double[] expected, int others, @Nullable LongStanding longStanding) {
        this.brought = brought;
        this.expected = expected;
        this.others = others;
        this.longStanding = longStanding;
    }

    /** Coincidences in pooled objects that have so many or more. */
    static double coincidences(List<Bound> objects, int fewest) {
        double sum = 0;
        for (Bound found : objects) {
            sum += found.pooled() && found.coincidences() >= fewest ? found.coincidences() : 0;
        }
        return sum;
    }

    /** Fewest coincidences from which on the objects are {@link Binding#MIN_LIFT} times as many as chance lets expect. */
    int fewest(List<Bound> objects) {
        int[] coincidences = new int[objects.size()];
        int pooled = 0;
        for (Bound found : objects) {
            if (found.pooled()) {
                coincidences[pooled++] = found.coincidences();
            }
        }
        Arrays.sort(coincidences, 0, pooled);
        for (int i = 0; i < pooled; i++) {
            boolean first = i == 0 || coincidences[i] > coincidences[i - 1];
            if (first && pooled - i >= Binding.MIN_LIFT * byChance(coincidences[i])) {
                return coincidences[i];
            }
        }
        return Integer.MAX_VALUE;
    }

    /** Objects expected to have that many coincidences or more. */
    private double byChance(int coincidences) {
        double chance = 0;
        for (int i = 0; i < brought.length; i++) {
            double tail = Tails.negativeBinomialUpper(coincidences, expected[i], Popularity.UNSEEN);
            chance += brought[i] * Math.min(expected[i] / coincidences, StrictMath.exp(-tail));
        }
        return chance;
    }

    /** Excess of so many coincidences, in nats, were only the reference population asked. */
    double excess(double coincidences) {
        if (coincidences != lastCoincidences) {
            lastCoincidences = coincidences;
            lastExcess = Tails.negativeBinomialSumUpper(coincidences, brought, expected, Popularity.UNSEEN)
                    - StrictMath.log(2);
        }
        return lastExcess;
    }

    /** The same, against all long-standing accounts too. */
    double excessAround(double coincidences) {
        double excess = excess(coincidences);
        return longStanding == null || excess < Binding.MARGIN
                ? excess
                : Math.min(excess, longStanding.unseenNats(coincidences, others) - StrictMath.log(2));
    }
}
