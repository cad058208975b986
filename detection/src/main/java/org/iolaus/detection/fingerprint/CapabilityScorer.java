package org.iolaus.detection.fingerprint;

import java.util.Arrays;
import org.iolaus.detection.fingerprint.text.Tokens;

/** Applies a capability model. One instance a thread. */
public final class CapabilityScorer {
    private static final int LABELS = Capability.values().length;

    private static final int LIMIT = 8;
    private static final int STEPS_PER_UNIT = 256;
    /** The logistic function from -LIMIT to LIMIT, in 0..255. */
    private static final byte[] LOGISTIC = new byte[2 * LIMIT * STEPS_PER_UNIT];

    static {
        for (int step = 0; step < LOGISTIC.length; step++) {
            double x = (step + 0.5) / STEPS_PER_UNIT - LIMIT;
            LOGISTIC[step] = (byte) Math.round(255 / (1 + StrictMath.exp(-x)));
        }
    }

    private final CapabilityModel model;
    private final short[] tags;
    private final byte[] weights;
    private final CapabilityFeatures features = new CapabilityFeatures();
    /** When a slot was last counted. */
    private final int[] counted = new int[CapabilityModel.SLOTS];

    private final int[] sums = new int[CapabilityModel.STRIDE];
    private int text;

    public CapabilityScorer(CapabilityModel model) {
        this.model = model;
        tags = model.tags();
        weights = model.weights();
    }

    /** What a text adds to the raw score of each label. */
    public float[] part(Tokens tokens) {
        features.read(tokens);
        int known = sum();
        float[] part = new float[LABELS];
        if (known > 0) {
            float factor = (float) (1 / Math.sqrt(known));
            float[] scale = model.head().scale();
            for (int label = 0; label < LABELS; label++) {
                part[label] = sums[label] * scale[label] * factor;
            }
        }
        return part;
    }

    private int sum() {
        Arrays.fill(sums, 0);
        text++;
        int known = 0;
        for (int i = 0; i < features.size(); i++) {
            long feature = features.hash(i);
            int slot = CapabilityModel.slot(feature);
            if (tags[slot] == CapabilityModel.tag(feature) && counted[slot] != text) {
                counted[slot] = text;
                known++;
                int base = slot * CapabilityModel.STRIDE;
                for (int label = 0; label < CapabilityModel.STRIDE; label++) {
                    sums[label] += weights[base + label];
                }
            }
        }
        return known;
    }

    /** Raw scores of an exchange out of the parts of its system prompt and its new turn. */
    double[] raw(float[] system, float[] turn, boolean images, boolean tools, boolean toolResults) {
        CapabilityModel.Head head = model.head();
        double[] raw = new double[LABELS];
        for (int label = 0; label < LABELS; label++) {
            raw[label] = head.bias()[label]
                    + system[label]
                    + turn[label]
                    + (images ? head.images()[label] : 0)
                    + (tools ? head.tools()[label] : 0)
                    + (toolResults ? head.toolResults()[label] : 0);
        }
        return raw;
    }

    /** Calibrated scores in 0..255 by {@link Capability#ordinal()}. */
    public byte[] scores(float[] system, float[] turn, boolean images, boolean tools, boolean toolResults) {
        double[] raw = raw(system, turn, images, tools, toolResults);
        CapabilityModel.Head head = model.head();
        byte[] scores = new byte[LABELS];
        for (int label = 0; label < LABELS; label++) {
            double rival = strongest(raw, head.rivals()[label]);
            double calibrated = head.slope()[label] * raw[label] + head.rival()[label] * rival + head.offset()[label];
            scores[label] = logistic(calibrated);
        }
        return scores;
    }

    private static byte logistic(double x) {
        int step = (int) ((x + LIMIT) * STEPS_PER_UNIT);
        return LOGISTIC[Math.clamp(step, 0, LOGISTIC.length - 1)];
    }

    /** The highest raw score among some capabilities, by bits of {@link Capability#ordinal()}; 0 if there are none. */
    public static double strongest(double[] raw, int among) {
        double strongest = among == 0 ? 0 : Double.NEGATIVE_INFINITY;
        for (int left = among; left != 0; left &= left - 1) {
            strongest = Math.max(strongest, raw[Integer.numberOfTrailingZeros(left)]);
        }
        return strongest;
    }
}
