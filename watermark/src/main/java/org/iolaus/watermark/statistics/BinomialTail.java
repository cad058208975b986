package org.iolaus.watermark.statistics;

import static org.iolaus.watermark.statistics.GammaTail.ln1mExp;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/** The upper tail of a binomial count, a finite sum of positive terms that keeps full relative accuracy. */
public final class BinomialTail {
    private BinomialTail() {}

    /**
     * The chance that at least {@code hits} of {@code trials} succeed.
     *
     * @param trials independent trials, not negative
     * @param chance of each to succeed, between 0 and 1
     * @param hits from 0 to {@code trials}
     */
    public static PValue atLeast(int trials, double chance, int hits) {
        if (hits < 0 || hits > trials) {
            throw new IllegalArgumentException("hits is %d, must be from 0 to %d".formatted(hits, trials));
        }
        if (!(chance > 0 && chance < 1)) {
            throw new IllegalArgumentException("chance is %s, must be between 0 and 1".formatted(chance));
        }
        if (hits == 0) {
            return PValue.ONE;
        }
        double ln = hits > trials * chance
                ? lnAtLeast(trials, chance, hits)
                : ln1mExp(lnAtLeast(trials, 1 - chance, trials - hits + 1));
        return new PValue(Math.min(0, ln));
    }

    /** Terms fall away from the first one, which lies above the mean. */
    private static double lnAtLeast(int trials, double chance, int hits) {
        double odds = chance / (1 - chance);
        double term = 1;
        double sum = 1;
        for (int i = hits; i < trials && term > sum * 1e-17; i++) {
            term *= odds * (trials - i) / (i + 1);
            sum += term;
        }
        return BinomialDistribution.of(trials, chance).logProbability(hits) + Math.log(sum);
    }
}
