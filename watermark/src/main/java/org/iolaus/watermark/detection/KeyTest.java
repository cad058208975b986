package org.iolaus.watermark.detection;

import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.statistics.PValue;

/**
 * A test of given pairs against any key. Under a key that did not mark them the statistic has one law, whatever the text:
 * the key's randomness is all there is in it. Immutable.
 */
public sealed interface KeyTest permits GumbelSum, GValueSum, GreenCount {
    /** Pairs that the statistic runs over. */
    int scoredTokens();

    /** The statistic of a key. */
    double statistic(MarkKey key);

    /** The chance of a statistic at least as large under a key that did not mark the pairs. */
    PValue pValue(double statistic);

    /** The statistic of a key with its p-value. */
    default Score score(MarkKey key) {
        return score(statistic(key));
    }

    /** A statistic with its p-value. */
    default Score score(double statistic) {
        return new Score(statistic, scoredTokens(), pValue(statistic));
    }

    /** The test of a scheme; for SynthID-Text, of the weighted sum. */
    static KeyTest of(Scheme scheme, DistinctPairs pairs) {
        return switch (scheme) {
            case Scheme.Gumbel gumbel -> new GumbelSum(gumbel, pairs);
            case Scheme.SynthId synthId -> new GValueSum(synthId, pairs, true);
            case Scheme.Kgw kgw -> new GreenCount(kgw, pairs);
        };
    }
}
