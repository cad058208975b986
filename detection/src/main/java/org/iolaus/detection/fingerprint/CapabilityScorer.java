package org.iolaus.detection.fingerprint;

import java.util.Arrays;
import org.iolaus.detection.fingerprint.text.Tokens;

/** Applies a capability model. One instance a thread. */
public final class CapabilityScorer {
    private static final int LABELS = Capability.values().length;

    private static final long LANES = 0x00ff00ff00ff00ffL;
    /** Terms of at most 255 that a 16-bit lane holds. */
    private static final int LANE_TERMS = 256;

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
    private final long[] rows;
    private final CapabilityFeatures features = new CapabilityFeatures();
    /** A bit a slot that a text has hit; clear between texts. */
    private final long[] seen = new long[CapabilityModel.SLOTS / Long.SIZE];

    private final int[] sums = new int[8 * CapabilityModel.STRIDE];
    private int[] hits = new int[1024];

    public CapabilityScorer(CapabilityModel model) {
        this.model = model;
        tags = model.tags();
        rows = model.rows();
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

    /** Adds up the weights of the known features, each once. */
    private int sum() {
        int known = find();
        Arrays.fill(sums, -CapabilityModel.BIAS * known);
        for (int from = 0; from < known; from += LANE_TERMS) {
            addRows(from, Math.min(known, from + LANE_TERMS));
        }
        return known;
    }

    /** Adds up to {@link #LANE_TERMS} rows in 16-bit lanes of four registers, even labels apart from odd ones. */
    private void addRows(int from, int to) {
        long even = 0;
        long odd = 0;
        long evenHigh = 0;
        long oddHigh = 0;
        for (int i = from; i < to; i++) {
            long low = rows[hits[i] * CapabilityModel.STRIDE];
            long high = rows[hits[i] * CapabilityModel.STRIDE + 1];
            even += low & LANES;
            odd += low >>> 8 & LANES;
            evenHigh += high & LANES;
            oddHigh += high >>> 8 & LANES;
        }
        for (int lane = 0; lane < 4; lane++) {
            sums[2 * lane] += (int) (even >>> 16 * lane & 0xffff);
            sums[2 * lane + 1] += (int) (odd >>> 16 * lane & 0xffff);
            sums[8 + 2 * lane] += (int) (evenHigh >>> 16 * lane & 0xffff);
            sums[8 + 2 * lane + 1] += (int) (oddHigh >>> 16 * lane & 0xffff);
        }
    }

    /** Finds the slots of the known features, each once. */
    private int find() {
        int known = known();
        int found = 0;
        for (int i = 0; i < known; i++) {
            int slot = hits[i];
            long before = seen[slot >>> 6];
            seen[slot >>> 6] = before | 1L << slot;
            hits[found] = slot;
            found += (int) (~before >>> slot) & 1;
        }
        for (int i = 0; i < found; i++) {
            seen[hits[i] >>> 6] = 0;
        }
        return found;
    }

    /** Finds the slots of the known features. Whether one is known is hard to predict, so nothing branches on it. */
    private int known() {
        int size = features.size();
        if (hits.length < size) {
            hits = new int[2 * size];
        }
        int found = 0;
        for (int i = 0; i < size; i++) {
            long feature = features.hash(i);
            int slot = CapabilityModel.slot(feature);
            int difference = (tags[slot] ^ CapabilityModel.tag(feature)) & 0xffff;
            hits[found] = slot;
            found += difference - 1 >>> 31;
        }
        return found;
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
        int best = best(raw);
        for (int label = 0; label < LABELS; label++) {
            int rivals = head.rivals()[label];
            double rival = (rivals >>> best & 1) == 1 ? raw[best] : strongest(raw, rivals);
            double calibrated = head.slope()[label] * raw[label] + head.rival()[label] * rival + head.offset()[label];
            scores[label] = logistic(calibrated);
        }
        return scores;
    }

    private static int best(double[] raw) {
        int best = 0;
        for (int label = 1; label < LABELS; label++) {
            best = raw[label] > raw[best] ? label : best;
        }
        return best;
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
