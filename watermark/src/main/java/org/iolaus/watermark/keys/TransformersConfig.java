package org.iolaus.watermark.keys;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A key as Hugging Face Transformers takes it: the constructor arguments of {@code SynthIDTextWatermarkingConfig}
 * (transformers, {@code generation/configuration_utils.py}).
 *
 * <p>Transformers draws g-values from a sampling table and knows no initialisation vector, so what it writes is another
 * watermark than the published one and than any of this module: texts it marks are found by its own detector and not by
 * ours. The table comes from PyTorch's generator on the model's device, so processor and graphics card differ.
 *
 * @param ngramLength tokens of context and one more
 * @param keys one a layer, each below 2^52 so that every reader of JSON keeps it exact
 * @param tableSeed seed of the sampling table, below 2^32
 */
public record TransformersConfig(int ngramLength, List<Long> keys, long tableSeed) {
    private static final int CONTEXT_HISTORY = 1024;
    private static final int TABLE_SIZE = 1 << 16;
    private static final int KEY_SHIFT = 12;

    public TransformersConfig {
        keys = List.copyOf(keys);
    }

    /** The key {@code id} of {@code ring}, expanded to as many layers as asked for. */
    public static TransformersConfig of(KeyRing ring, KeyId id, int layers) {
        int window = ring.schedule().epochOf(id).settings().scheme().window().width();
        ByteBuffer bytes = ByteBuffer.wrap(
                KeyDerivation.mark(ring.single(id), "transformers", Long.BYTES * layers + Integer.BYTES));
        List<Long> keys = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            keys.add(bytes.getLong() >>> KEY_SHIFT);
        }
        return new TransformersConfig(window + 1, keys, Integer.toUnsignedLong(bytes.getInt()));
    }

    /** The arguments as JSON, for {@code SynthIDTextWatermarkingConfig(**json.load(file))}; secret. */
    public String json() {
        return CanonicalJson.indented(Map.of(
                "ngram_len", ngramLength,
                "keys", keys,
                "context_history_size", CONTEXT_HISTORY,
                "sampling_table_size", TABLE_SIZE,
                "sampling_table_seed", tableSeed));
    }

    @Override
    public String toString() {
        return "SynthIDTextWatermarkingConfig with " + keys.size() + " keys";
    }
}
