package org.iolaus.watermark.detection;

import org.iolaus.watermark.scheme.GumbelNoise;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.statistics.GammaTail;
import org.iolaus.watermark.statistics.PValue;

/**
 * The sum of exponential scores. Under a key that did not choose the tokens it is, up to the 53rd bit and from below, a
 * sum of independent exponential scores of mean one; the p-value is the tail of that law.
 */
public record GumbelSum(Scheme.Gumbel scheme, DistinctPairs pairs) implements KeyTest {
    public GumbelSum {
        pairs.checkWindow(scheme);
    }

    @Override
    public int scoredTokens() {
        return pairs.size();
    }

    @Override
    public double statistic(MarkKey key) {
        double sum = 0;
        for (int i = 0; i < pairs.size(); i++) {
            sum += GumbelNoise.score(key, pairs.pair(i));
        }
        return sum;
    }

    @Override
    public PValue pValue(double statistic) {
        return GammaTail.atLeast(pairs.size(), statistic);
    }
}
