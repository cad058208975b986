package org.iolaus.detection.statistics;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Counts of independent observations in fixed bins, and how far the distribution behind them is from that behind others
 * in the same bins. Bounds hold for any sample size and any distribution. Immutable.
 *
 * <p>Papers: [1] P. Massart, Annals of Probability 18 (1990), the constant of Dvoretzky, Kiefer and Wolfowitz. [2] T.
 * Weissman et al., HP Labs HPL-2003-97, the same for unordered bins.
 *
 * @param counts not negative, one a bin
 */
public record Histogram(List<Long> counts) {
    public Histogram {
        counts = List.copyOf(counts);
        if (counts.isEmpty() || Collections.min(counts) < 0) {
            throw new IllegalArgumentException("counts " + counts + " must be at least one and not negative");
        }
    }

    public static Histogram of(long... counts) {
        return new Histogram(Arrays.stream(counts).boxed().toList());
    }

    public long total() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /** Largest difference between the shares at or below any bin. */
    public double cumulativeDistance(Histogram other) {
        double mine = 0;
        double theirs = 0;
        double most = 0;
        for (int i = 0; i < bins(other); i++) {
            mine += share(i);
            theirs += other.share(i);
            most = Math.max(most, Math.abs(mine - theirs));
        }
        return most;
    }

    /** Total variation: the share that would have to change bins. */
    public double variation(Histogram other) {
        double sum = 0;
        for (int i = 0; i < bins(other); i++) {
            sum += Math.abs(share(i) - other.share(i));
        }
        return sum / 2;
    }

    /** What both samples together may add to the cumulative distance, exceeded with probability {@code error} at most. */
    public double cumulativeSlack(Histogram other, double error) {
        return slack(StrictMath.log(4 / error), other);
    }

    /** The same for {@link #variation}. */
    public double variationSlack(Histogram other, double error) {
        return slack(bins(other) * StrictMath.log(2) + StrictMath.log(2 / error), other);
    }

    private double slack(double nats, Histogram other) {
        return Math.min(1, Math.sqrt(nats / (2 * total())) + Math.sqrt(nats / (2 * other.total())));
    }

    private int bins(Histogram other) {
        if (counts.size() != other.counts.size()) {
            throw new IllegalArgumentException(
                    "bins " + counts.size() + " and " + other.counts.size() + " must be as many");
        }
        return counts.size();
    }

    private double share(int bin) {
        return counts.get(bin) / (double) Math.max(1, total());
    }
}
