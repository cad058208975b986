package org.iolaus.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether probabilities mean what they say. Accounts that a scan does not list count with probability 0.
 *
 * @param brier mean squared difference between probability and truth; 0 is perfect
 * @param bins probabilities in ten steps, empty ones left out
 */
public record Calibration(double brier, List<Bin> bins) {
    private static final int STEPS = 10;

    /**
     * Accounts of similar probability.
     *
     * @param from lower edge
     * @param accounts how many
     * @param meanProbability what they were given
     * @param hostileShare what they are
     */
    public record Bin(double from, int accounts, double meanProbability, double hostileShare) {}

    static Calibration of(Map<String, Truth.Label> labels, Map<String, Scan.Finding> findings) {
        int[] count = new int[STEPS];
        double[] probability = new double[STEPS];
        int[] hostile = new int[STEPS];
        double squares = 0;
        for (Map.Entry<String, Truth.Label> entry : labels.entrySet()) {
            Scan.Finding finding = findings.get(entry.getKey());
            double given = finding == null ? 0 : finding.probability();
            int truth = entry.getValue().hostile() ? 1 : 0;
            squares += (given - truth) * (given - truth);
            int bin = Math.clamp((int) (given * STEPS), 0, STEPS - 1);
            count[bin]++;
            probability[bin] += given;
            hostile[bin] += truth;
        }
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            if (count[i] > 0) {
                bins.add(new Bin(
                        (double) i / STEPS, count[i], probability[i] / count[i], (double) hostile[i] / count[i]));
            }
        }
        return new Calibration(squares / Math.max(1, labels.size()), bins);
    }
}
