package org.iolaus.detection.fingerprint.capability;

/**
 * A logistic map from raw scores to probabilities (Platt 1999) that also weighs the strongest rival: a text that asks
 * plainly for one thing shares words with many others. Fitted by Newton's method on weighted scores with smoothed
 * targets, so that a perfect separation keeps finite factors.
 *
 * @param slope factor of the raw score
 * @param rival factor of the strongest rival's raw score, at most 0
 * @param offset added to both
 */
record Calibration(double slope, double rival, double offset) {
    private static final int STEPS = 100;
    private static final double SETTLED = 1e-7;
    private static final double RIDGE = 1e-2;
    private static final double YES = 0.99;
    private static final double NO = 0.002;

    static Calibration fit(double[] raw, double[] rivals, boolean[] asked, double[] weights) {
        double[] at = {1, 0, 0};
        for (int step = 0; step < STEPS; step++) {
            double[][] system = new double[3][4];
            for (int i = 0; i < raw.length; i++) {
                double[] x = {raw[i], rivals[i], 1};
                double probability = 1 / (1 + StrictMath.exp(-at[0] * x[0] - at[1] * x[1] - at[2]));
                double error = weights[i] * (probability - (asked[i] ? YES : NO));
                double curvature = weights[i] * Math.max(probability * (1 - probability), 1e-6);
                for (int row = 0; row < 3; row++) {
                    system[row][3] += error * x[row];
                    for (int column = 0; column < 3; column++) {
                        system[row][column] += curvature * x[row] * x[column];
                    }
                }
            }
            for (int row = 0; row < 3; row++) {
                system[row][row] += RIDGE;
                system[row][3] += RIDGE * (at[row] - (row == 0 ? 1 : 0));
            }
            double[] move = solve(system);
            if (Math.abs(move[0]) + Math.abs(move[1]) + Math.abs(move[2]) < SETTLED) {
                break;
            }
            at[0] = Math.clamp(at[0] - Math.clamp(move[0], -0.5, 0.5), 0.05, 20);
            at[1] = Math.clamp(at[1] - Math.clamp(move[1], -0.5, 0.5), -20, 0);
            at[2] -= Math.clamp(move[2], -1, 1);
        }
        return new Calibration(at[0], at[1], at[2]);
    }

    /** Solves three equations, the right side in the last column, by elimination; the system is positive definite. */
    private static double[] solve(double[][] system) {
        for (int pivot = 0; pivot < 3; pivot++) {
            for (int row = 0; row < 3; row++) {
                double factor = row == pivot ? 0 : system[row][pivot] / system[pivot][pivot];
                for (int column = pivot; column < 4; column++) {
                    system[row][column] -= factor * system[pivot][column];
                }
            }
        }
        return new double[] {system[0][3] / system[0][0], system[1][3] / system[1][1], system[2][3] / system[2][2]};
    }

    double apply(double raw, double strongestRival) {
        return 1 / (1 + StrictMath.exp(-slope * raw - rival * strongestRival - offset));
    }
}
