package org.iolaus.detection;

import java.util.Arrays;
import org.iolaus.detection.fingerprint.Capability;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.detection.fingerprint.Fingerprint.NetworkKind;

/** Builds fingerprints of exchanges; what is not said is absent. */
public final class FingerprintBuilder {
    private final long timeMicros;
    private long key = 1;
    private long content = 1;
    private long item;
    private long opening;
    private int inputTokens = -1;
    private int outputTokens = -1;
    private long tools;
    private long system;
    private long[] systemShingles = {};
    private long[] shingles = {};
    private final byte[] capabilities = new byte[Capability.values().length];

    private FingerprintBuilder(long timeMicros) {
        this.timeMicros = timeMicros;
    }

    public static FingerprintBuilder at(long timeMicros) {
        return new FingerprintBuilder(timeMicros);
    }

    public FingerprintBuilder key(long value) {
        key = value;
        return this;
    }

    public FingerprintBuilder content(long value) {
        content = value;
        return this;
    }

    public FingerprintBuilder item(long value) {
        item = value;
        return this;
    }

    public FingerprintBuilder opening(long value) {
        opening = value;
        return this;
    }

    public FingerprintBuilder tools(long value) {
        tools = value;
        return this;
    }

    public FingerprintBuilder shingles(long... values) {
        shingles = values.clone();
        return this;
    }

    public FingerprintBuilder system(long value, long... sampled) {
        system = value;
        systemShingles = sampled.clone();
        return this;
    }

    public FingerprintBuilder tokens(int input, int output) {
        inputTokens = input;
        outputTokens = output;
        return this;
    }

    /** @param score in 0..255 */
    public FingerprintBuilder asks(Capability capability, int score) {
        capabilities[capability.ordinal()] = (byte) score;
        return this;
    }

    public Fingerprint build() {
        return new Fingerprint(
                timeMicros,
                key,
                content,
                "account",
                1,
                null,
                0,
                "model",
                null,
                0,
                0,
                0,
                NetworkKind.UNKNOWN,
                0,
                system,
                systemShingles,
                tools,
                opening,
                shingles,
                item,
                0,
                Arrays.copyOf(capabilities, capabilities.length),
                inputTokens,
                outputTokens,
                -1,
                -1,
                false,
                0);
    }
}
