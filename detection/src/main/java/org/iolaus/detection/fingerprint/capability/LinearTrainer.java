package org.iolaus.detection.fingerprint.capability;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.detection.fingerprint.Capability;
import org.iolaus.detection.fingerprint.CapabilityModel;

/**
 * One-versus-rest logistic regression by AdaGrad (Duchi et al. 2011), with features dropped at random, which spreads the
 * weight over what families share. Deterministic from the seed.
 */
final class LinearTrainer {
    static final int LABELS = Capability.values().length;
    /** Rows of the dense part: bias, images, tools, tool results. */
    static final int DENSE = 4;

    private static final double EPSILON = 1e-6;

    private final TrainingConfig config;
    private final float[] weights = new float[CapabilityModel.SLOTS * LABELS];
    private final float[] squares = new float[CapabilityModel.SLOTS * LABELS];
    private final double[] dense = new double[DENSE * LABELS];
    private final double[] denseSquares = new double[DENSE * LABELS];
    private final float[] floors = new float[LABELS];
    private final SplittableRandom random;

    /** A sample in the model's own terms; {@code weights} by label, 0 where undecided. */
    record Row(int[] system, int[] turn, boolean[] flags, int asked, double[] weights) {}

    LinearTrainer(TrainingConfig config) {
        this.config = config;
        random = new SplittableRandom(config.seed());
        Arrays.fill(floors, (float) config.floor());
        floors[Capability.ORDINARY.ordinal()] = Float.NEGATIVE_INFINITY;
    }

    void train(List<Row> rows) {
        int[] order = new int[rows.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        for (int epoch = 0; epoch < config.epochs(); epoch++) {
            shuffle(order);
            for (int index : order) {
                visit(rows.get(index));
            }
        }
    }

    private void shuffle(int[] order) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
    }

    private void visit(Row row) {
        int[] system = drop(row.system());
        int[] turn = drop(row.turn());
        double[] raw = raw(system, turn, row.flags());
        double[] gradient = new double[LABELS];
        for (int label = 0; label < LABELS; label++) {
            double target = row.asked() >> label & 1;
            gradient[label] = row.weights()[label] * (1 / (1 + StrictMath.exp(-raw[label])) - target);
        }
        update(system, gradient);
        update(turn, gradient);
        for (int flag = 0; flag < DENSE; flag++) {
            if (row.flags()[flag]) {
                updateDense(flag, gradient);
            }
        }
    }

    private int[] drop(int[] slots) {
        int[] kept = new int[slots.length];
        int count = 0;
        for (int slot : slots) {
            if (random.nextDouble() >= config.dropout()) {
                kept[count++] = slot;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    double[] raw(int[] system, int[] turn, boolean[] flags) {
        double[] raw = new double[LABELS];
        add(raw, system);
        add(raw, turn);
        for (int flag = 0; flag < DENSE; flag++) {
            for (int label = 0; flags[flag] && label < LABELS; label++) {
                raw[label] += dense[flag * LABELS + label];
            }
        }
        return raw;
    }

    private void add(double[] raw, int[] slots) {
        double factor = 1 / Math.sqrt(Math.max(1, slots.length));
        for (int slot : slots) {
            for (int label = 0; label < LABELS; label++) {
                raw[label] += factor * weights[slot * LABELS + label];
            }
        }
    }

    private void update(int[] slots, double[] gradient) {
        double factor = 1 / Math.sqrt(Math.max(1, slots.length));
        for (int slot : slots) {
            for (int label = 0; label < LABELS; label++) {
                int at = slot * LABELS + label;
                double step = gradient[label] * factor + config.decay() * weights[at];
                squares[at] += (float) (step * step);
                float moved = weights[at] - (float) (config.rate() * step / (Math.sqrt(squares[at]) + EPSILON));
                weights[at] = Math.max(moved, floors[label]);
            }
        }
    }

    private void updateDense(int flag, double[] gradient) {
        for (int label = 0; label < LABELS; label++) {
            int at = flag * LABELS + label;
            denseSquares[at] += gradient[label] * gradient[label];
            dense[at] -= config.rate() * gradient[label] / (Math.sqrt(denseSquares[at]) + EPSILON);
        }
    }

    float[] weights() {
        return weights;
    }

    /** Bias, images, tools and tool results, each by label. */
    float[] dense(int flag) {
        float[] row = new float[LABELS];
        for (int label = 0; label < LABELS; label++) {
            row[label] = (float) dense[flag * LABELS + label];
        }
        return row;
    }
}
