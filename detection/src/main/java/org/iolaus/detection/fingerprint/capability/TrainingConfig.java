package org.iolaus.detection.fingerprint.capability;

/**
 * How the capability model is trained.
 *
 * @param seed of every random choice
 * @param epochs passes over the prompts
 * @param rate step of AdaGrad
 * @param decay L2 penalty
 * @param dropout share of a prompt's features left out at each visit
 * @param floor lowest weight of a feature for any capability but ordinary use, at most 0
 * @param rowsPerGroup prompts used of a group; each of its families gets at most an even share
 * @param rowsPerGrammar prompts made of each language of each own grammar
 * @param maxFeatures features kept
 */
public record TrainingConfig(
        long seed,
        int epochs,
        double rate,
        double decay,
        double dropout,
        double floor,
        int rowsPerGroup,
        int rowsPerGrammar,
        int maxFeatures) {
    public static final TrainingConfig DEFAULT = new TrainingConfig(7, 8, 0.3, 1e-4, 0.5, -0.07, 800, 24, 48_000);

    public TrainingConfig {
        if (!(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException("dropout " + dropout + " must be at least 0 and below 1");
        }
    }

    /** The same with another seed. */
    public TrainingConfig withSeed(long other) {
        return new TrainingConfig(
                other, epochs, rate, decay, dropout, floor, rowsPerGroup, rowsPerGrammar, maxFeatures);
    }
}
