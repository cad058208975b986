package org.iolaus.evaluation.baseline;

/** A rival method under one setting. */
public interface Baseline {
    /** What it is called, its setting included. */
    String name();

    /** A score for each account of {@link Traffic#ids}; a larger one is more suspicious, and 0 is not at all. */
    double[] scores(Traffic traffic);
}
