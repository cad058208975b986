package org.iolaus.duel.score;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How long something lasts, where some of it was still going on when watching ended: Kaplan and Meier's estimate [1].
 * Leaving survivors out, or taking their end for an event, would flatter the defender.
 *
 * <p>[1] Nonparametric estimation from incomplete observations, JASA 53 (1958).
 */
public final class Survival {
    private Survival() {}

    /**
     * One thing that was watched.
     *
     * @param value how long it was watched
     * @param ended whether it had ended by then
     */
    public record Watched(double value, boolean ended) {}

    /** The least value by which a share had ended, or infinity if fewer ever did. */
    public static double quantile(List<Watched> all, double share) {
        Watched[] sorted = all.toArray(Watched[]::new);
        // At equal values events come first: what was watched that long was at risk then.
        Arrays.sort(sorted, Comparator.comparingDouble(Watched::value).thenComparing(watched -> !watched.ended()));
        double lasting = 1;
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i].ended()) {
                lasting *= 1 - 1.0 / (sorted.length - i);
                if (lasting <= 1 - share + 1e-12) {
                    return sorted[i].value();
                }
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
