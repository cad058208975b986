package org.iolaus.detection.fingerprint;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Scores what an exchange asks the model to show: a linear multi-label classifier over hashed features, calibrated by
 * Platt's method (1999) with the strongest rival capability as a second input. A feature has one slot and a 16-bit tag that turns away nearly all features unseen in training;
 * of the features of a text that are known, each counts once, divided by the root of their number. Immutable.
 */
public final class CapabilityModel {
    /** Slots of the feature table. */
    public static final int SLOTS = 1 << 16;
    /** Longs of a slot in memory, eight weights each. */
    static final int STRIDE = 2;
    /** Added to a weight in memory, which makes it 0..255. */
    static final int BIAS = 128;

    private static final int MAGIC = 0x494f4c43;
    private static final int VERSION = 1;
    private static final int LABELS = Capability.values().length;
    private static final String BUNDLED = "capabilities.bin";

    private final Provenance provenance;
    private final Head head;
    private final short[] tags;
    private final byte[] weights;
    private final long[] rows;

    /**
     * Where a model comes from.
     *
     * @param seed seed of the training
     * @param dataDigest SHA-256 over the sorted training prompts, in hexadecimal
     * @param report figures on held-out families, as text
     */
    public record Provenance(long seed, String dataDigest, String report) {}

    /**
     * What is not a feature's weight. All arrays are by label.
     *
     * @param scale what one unit of a slot's weight is worth
     * @param bias of the raw score
     * @param images added if there are images
     * @param tools added if tools are on offer
     * @param toolResults added if the turn holds tool results
     * @param slope of the calibration
     * @param rival factor of the strongest rival's raw score
     * @param offset of the calibration
     * @param rivals bits of the capabilities that are never asked for together with this one
     */
    public record Head(
            float[] scale,
            float[] bias,
            float[] images,
            float[] tools,
            float[] toolResults,
            float[] slope,
            float[] rival,
            float[] offset,
            int[] rivals) {
        float[][] rows() {
            return new float[][] {scale, bias, images, tools, toolResults, slope, rival, offset};
        }
    }

    /**
     * Makes a model.
     *
     * @param tags tag of each slot, 0 for an empty one
     * @param weights of each slot, {@link Capability} by capability, {@code tags.length * Capability.values().length}
     */
    public CapabilityModel(Provenance provenance, Head head, short[] tags, byte[] weights) {
        if (tags.length != SLOTS || weights.length != SLOTS * LABELS) {
            throw new IllegalArgumentException("slots " + tags.length + " must be " + SLOTS);
        }
        this.provenance = provenance;
        this.head = head;
        this.tags = tags.clone();
        this.weights = weights.clone();
        rows = new long[SLOTS * STRIDE];
        for (int i = 0; i < weights.length; i++) {
            int label = i % LABELS;
            rows[i / LABELS * STRIDE + label / 8] |= (long) (weights[i] + BIAS) << 8 * (label % 8);
        }
    }

    /** A model that knows nothing: every score is 0. */
    public static CapabilityModel none() {
        float[] zero = new float[LABELS];
        float[] never = new float[LABELS];
        Arrays.fill(never, -100);
        Head head = new Head(zero, zero, zero, zero, zero, zero, zero, never, new int[LABELS]);
        return new CapabilityModel(new Provenance(0, "", ""), head, new short[SLOTS], new byte[SLOTS * LABELS]);
    }

    /** The model that comes with the project. */
    public static CapabilityModel bundled() {
        try (InputStream in = CapabilityModel.class.getResourceAsStream(BUNDLED)) {
            if (in == null) {
                throw new IllegalStateException("resource " + BUNDLED + " must be on the class path");
            }
            return read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Provenance provenance() {
        return provenance;
    }

    /** Slot of a feature. */
    public static int slot(long feature) {
        return (int) (feature >>> 48);
    }

    /** Tag of a feature, never 0. */
    public static short tag(long feature) {
        short tag = (short) (feature >>> 24);
        return tag == 0 ? 1 : tag;
    }

    Head head() {
        return head;
    }

    short[] tags() {
        return tags;
    }

    /** Weights as one byte each, biased, the first label lowest. */
    long[] rows() {
        return rows;
    }

    /** Reads what {@link #write()} wrote. */
    public static CapabilityModel read(byte[] file) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file))) {
            int magic = in.readInt();
            int version = in.readInt();
            if (magic != MAGIC || version != VERSION) {
                throw new IllegalArgumentException("capability model version " + version + " must be " + VERSION
                        + "\nMaybe train it again with train-capabilities.");
            }
            Provenance provenance = new Provenance(in.readLong(), in.readUTF(), in.readUTF());
            for (Capability capability : Capability.values()) {
                String label = in.readUTF();
                if (!label.equals(capability.label())) {
                    throw new IllegalArgumentException("label " + label + " must be " + capability.label());
                }
            }
            Head head = readHead(in);
            short[] tags = new short[SLOTS];
            byte[] weights = new byte[SLOTS * LABELS];
            for (int left = in.readInt(); left > 0; left--) {
                int slot = in.readUnsignedShort();
                tags[slot] = in.readShort();
                in.readFully(weights, slot * LABELS, LABELS);
            }
            return new CapabilityModel(provenance, head, tags, weights);
        } catch (IOException e) {
            throw new IllegalArgumentException("capability model of " + file.length + " bytes must be whole", e);
        }
    }

    private static Head readHead(DataInputStream in) throws IOException {
        float[][] rows = new float[8][LABELS];
        for (float[] row : rows) {
            for (int label = 0; label < LABELS; label++) {
                row[label] = in.readFloat();
            }
        }
        int[] rivals = new int[LABELS];
        for (int label = 0; label < LABELS; label++) {
            rivals[label] = in.readInt();
        }
        return new Head(rows[0], rows[1], rows[2], rows[3], rows[4], rows[5], rows[6], rows[7], rivals);
    }

    /** The model as a file: big-endian, used slots only. */
    public byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeLong(provenance.seed());
            out.writeUTF(provenance.dataDigest());
            out.writeUTF(provenance.report());
            for (Capability capability : Capability.values()) {
                out.writeUTF(capability.label());
            }
            for (float[] row : head.rows()) {
                for (float value : row) {
                    out.writeFloat(value);
                }
            }
            for (int rivals : head.rivals()) {
                out.writeInt(rivals);
            }
            writeSlots(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void writeSlots(DataOutputStream out) throws IOException {
        int used = 0;
        for (short tag : tags) {
            used += tag == 0 ? 0 : 1;
        }
        out.writeInt(used);
        for (int slot = 0; slot < SLOTS; slot++) {
            if (tags[slot] != 0) {
                out.writeShort(slot);
                out.writeShort(tags[slot]);
                out.write(weights, slot * LABELS, LABELS);
            }
        }
    }
}
