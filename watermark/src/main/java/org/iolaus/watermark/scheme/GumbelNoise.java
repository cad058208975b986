package org.iolaus.watermark.scheme;

/**
 * The keyed uniform number of a folded pair of window and token, and its exponential score.
 *
 * <p>The number is u = 1 − r with r = (k + 1) / 2⁵³ and k the hash's upper 53 bits; the score is −ln r. A continuous
 * uniform number cut to 53 bits downward has the law of u, so the score is never above an exponential one made of the
 * same number: tails of exponential scores bound those of these scores rigorously.
 */
public final class GumbelNoise {
    /** 2⁻⁵³. */
    public static final double UNIT = 0x1p-53;

    private GumbelNoise() {}

    /** r, above 0 and at most 1: one minus the uniform number behind this hash. */
    public static double complement(long hash) {
        return ((hash >>> 11) + 1) * UNIT;
    }

    /** The exponential score of a folded pair under a key: of mean one if the key did not choose the token. */
    public static double score(MarkKey key, long pair) {
        return -Math.log(complement(SipHash.hash(key, pair)));
    }
}
