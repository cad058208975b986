package org.iolaus.watermark.detection;

import java.util.Objects;
import org.iolaus.watermark.statistics.PValue;

/**
 * What a test of one key against a text saw.
 *
 * @param statistic the scheme's sum: of exponential scores for Gumbel-max, of g-values for SynthID-Text, of green tokens
 *     for KGW
 * @param scoredTokens distinct pairs of context and token that the sum runs over
 * @param pValue the chance of a statistic at least as large under a key that did not mark the text
 */
public record Score(double statistic, int scoredTokens, PValue pValue) {
    public Score {
        Objects.requireNonNull(pValue);
        if (scoredTokens < 0) {
            throw new IllegalArgumentException("scoredTokens is %d, must not be negative".formatted(scoredTokens));
        }
    }
}
