package org.iolaus.watermark.detection;

import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;

/**
 * Says whether a text carries the mark of one key. Immutable.
 *
 * @param error accepted chance to find a mark in a text without it, between 0 and 1
 * @param assumedBits entropy of the text in bits a token, for the number of tokens needed
 */
public record Detector(Scheme scheme, double error, double assumedBits) {
    public Detector {
        if (!(error > 0 && error < 1)) {
            throw new IllegalArgumentException("error is %s, must be between 0 and 1".formatted(error));
        }
        TokensNeeded.checkBits(assumedBits);
    }

    /** Tests a text, pooled from one response or many. */
    public Finding find(MarkKey key, DistinctPairs pairs) {
        Score score = KeyTest.of(scheme, pairs).score(key);
        if (score.pValue().isAtMost(error)) {
            return new Finding.Marked(score);
        }
        int needed = TokensNeeded.of(scheme, error, assumedBits);
        return score.scoredTokens() < needed
                ? new Finding.TooFewTokens(score, pairs.repeated(), needed)
                : new Finding.Unmarked(score);
    }
}
