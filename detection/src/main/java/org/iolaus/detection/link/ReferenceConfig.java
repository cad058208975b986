package org.iolaus.detection.link;

/**
 * Who may serve in the reference population.
 *
 * @param tenureMicros age an account must have reached
 * @param maxPerRelation accounts admitted of one organisation, means of payment or sign-up network
 * @param minCohort accounts a sign-up cohort should have
 * @param maxCohorts cohorts at most
 * @param minCohorts cohorts without which no verdict rises above observe
 * @param minSize accounts without which no verdict rises above observe
 */
public record ReferenceConfig(
        long tenureMicros, int maxPerRelation, int minCohort, int maxCohorts, int minCohorts, int minSize) {
    public static final ReferenceConfig DEFAULT = new ReferenceConfig(60 * 86_400_000_000L, 2, 20, 20, 5, 100);

    public ReferenceConfig {
        if (tenureMicros < 0) {
            throw new IllegalArgumentException("tenureMicros " + tenureMicros + " must not be negative");
        }
        positive("maxPerRelation", maxPerRelation);
        positive("minCohort", minCohort);
        positive("maxCohorts", maxCohorts);
        positive("minCohorts", minCohorts);
        positive("minSize", minSize);
        if (minCohorts > maxCohorts) {
            throw new IllegalArgumentException(
                    "minCohorts " + minCohorts + " must not exceed maxCohorts " + maxCohorts);
        }
    }

    private static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " " + value + " must be at least 1");
        }
    }
}
