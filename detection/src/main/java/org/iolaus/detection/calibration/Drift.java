package org.iolaus.detection.calibration;

/**
 * How far traffic is from that of a calibration in one trait, as the share of customers that would have to differ.
 *
 * @param trait which
 * @param distance as measured
 * @param slack what chance may have added or taken away, exceeded in one comparison of a hundred over all traits together
 */
public record Drift(Trait trait, double distance, double slack) {
    /** Chance of a false alarm in one comparison, over all traits. */
    public static final double ERROR = 0.01;
    /** Share of customers below which a difference is a trifle, however certain it is. */
    public static final double TRIFLE = 0.1;

    /** Distance that there is at least. */
    public double atLeast() {
        return Math.max(0, distance - slack);
    }

    /** Whether it is certain, and more than a trifle. */
    public boolean alarming() {
        return atLeast() > TRIFLE;
    }

    /** Whether even the largest difference could not have been told, so that silence means nothing. */
    public boolean blind() {
        return 1 - slack <= TRIFLE;
    }
}
