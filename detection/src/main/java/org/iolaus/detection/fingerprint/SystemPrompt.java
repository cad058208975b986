package org.iolaus.detection.fingerprint;

/**
 * What is kept of a system prompt.
 *
 * @param raw hash of its bytes as they are
 * @param hash hash of the normalised prompt, 0 if there is none
 * @param shingles its sampled shingles
 */
record SystemPrompt(long raw, long hash, long[] shingles) {
    static final SystemPrompt NONE = new SystemPrompt(0, 0, new long[0]);
}
