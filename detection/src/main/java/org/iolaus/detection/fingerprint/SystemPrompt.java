package org.iolaus.detection.fingerprint;

/**
 * What is kept of a system prompt.
 *
 * @param raw hash of its bytes as they are
 * @param hash hash of the normalised prompt, 0 if there is none
 * @param shingles its sampled shingles
 * @param capabilities what it adds to the raw score of each capability
 */
record SystemPrompt(long raw, long hash, long[] shingles, float[] capabilities) {
    static final SystemPrompt NONE = new SystemPrompt(0, 0, new long[0], new float[Capability.values().length]);
}
