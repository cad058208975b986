package org.iolaus.detection.fingerprint;

/**
 * How exchanges are fingerprinted.
 *
 * @param hashKey secret that keys every hash; equal keys make hashes comparable across runs
 * @param shingleTokens tokens in a shingle
 * @param shingleRate share of shingles sampled, by one global hash threshold
 * @param maxShingles sampled shingles kept for a new turn, the smallest hashes first
 * @param maxSystemShingles sampled shingles kept for a system prompt
 * @param openingTokens tokens that make an opening
 * @param maxTextBytes bytes of a text that are read; the rest counts only for its length
 */
public record FingerprintConfig(
        long hashKey,
        int shingleTokens,
        double shingleRate,
        int maxShingles,
        int maxSystemShingles,
        int openingTokens,
        int maxTextBytes) {
    public static final FingerprintConfig DEFAULT = new FingerprintConfig(0x10_1a_05L, 5, 0.25, 6, 8, 8, 64 * 1024);

    public FingerprintConfig {
        if (!(shingleRate > 0 && shingleRate <= 1)) {
            throw new IllegalArgumentException("shingleRate " + shingleRate + " must be above 0 and at most 1");
        }
    }
}
