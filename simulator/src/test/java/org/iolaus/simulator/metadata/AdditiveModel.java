package org.iolaus.simulator.metadata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Logistic regression over deciles of each feature, so that each may bend as it likes; trained by full gradient steps
 * with both classes weighted alike.
 */
final class AdditiveModel {
    private static final int BINS = 10;
    private static final int STEPS = 300;
    private static final double RATE = 2;
    private static final double SHRINKAGE = 1e-3;

    private final double[][] bounds;
    private final double[] weights;

    private AdditiveModel(double[][] bounds) {
        this.bounds = bounds;
        this.weights = new double[1 + bounds.length * BINS];
    }

    static AdditiveModel train(List<double[]> honest, List<double[]> hostile) {
        List<double[]> all = new ArrayList<>(honest);
        all.addAll(hostile);
        AdditiveModel model = new AdditiveModel(deciles(all));
        int[][] cells = all.stream().map(model::cells).toArray(int[][]::new);
        for (int step = 0; step < STEPS; step++) {
            model.step(cells, honest.size());
        }
        return model;
    }

    private static double[][] deciles(List<double[]> rows) {
        double[][] bounds = new double[rows.getFirst().length][];
        for (int feature = 0; feature < bounds.length; feature++) {
            int column = feature;
            double[] sorted =
                    rows.stream().mapToDouble(row -> row[column]).sorted().toArray();
            bounds[feature] = new double[BINS - 1];
            for (int i = 1; i < BINS; i++) {
                bounds[feature][i - 1] = sorted[i * sorted.length / BINS];
            }
        }
        return bounds;
    }

    private int[] cells(double[] row) {
        int[] cells = new int[row.length];
        for (int feature = 0; feature < row.length; feature++) {
            int bin = 0;
            while (bin < BINS - 1 && row[feature] > bounds[feature][bin]) {
                bin++;
            }
            cells[feature] = 1 + feature * BINS + bin;
        }
        return cells;
    }

    private void step(int[][] cells, int honest) {
        double[] gradient = new double[weights.length];
        for (int i = 0; i < cells.length; i++) {
            double weight = 0.5 / (i < honest ? honest : cells.length - honest);
            double target = i < honest ? 0 : 1;
            double error = weight * (target - 1 / (1 + Math.exp(-logit(cells[i]))));
            gradient[0] += error;
            for (int cell : cells[i]) {
                gradient[cell] += error;
            }
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] += RATE * (gradient[i] - SHRINKAGE * weights[i]);
        }
    }

    private double logit(int[] cells) {
        return weights[0]
                + Arrays.stream(cells).mapToDouble(cell -> weights[cell]).sum();
    }

    /** The log odds that a row is hostile. */
    double score(double[] row) {
        return logit(cells(row));
    }
}
