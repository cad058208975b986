package org.iolaus.watermark.synthid;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.scheme.SipHash;

/**
 * The whole numbers that the reference implementation takes as keys, one a layer.
 *
 * @param layers the keys, from the first layer of the tournament to the last
 */
public record SynthIdKeys(List<Long> layers) {
    /** The keys of the reference implementation's default configuration, which everybody knows. */
    public static final SynthIdKeys PUBLISHED = new SynthIdKeys(Arrays.stream(new long[] {
                654, 400, 836, 123, 340, 443, 597, 160, 57, 29, 590, 639, 13, 715, 468, 990, 966, 226, 324, 585, 118,
                504, 421, 521, 129, 669, 732, 225, 90, 960
            })
            .boxed()
            .toList());

    private static final long LAYER = 0x6c61796572L;

    public SynthIdKeys {
        layers = List.copyOf(layers);
        if (layers.isEmpty() || layers.size() > Scheme.SynthId.MAX_LAYERS) {
            throw new IllegalArgumentException(
                    "layers has %d keys, must have from 1 to %d".formatted(layers.size(), Scheme.SynthId.MAX_LAYERS));
        }
    }

    /** Keys drawn from a secret: 63 bits each, not negative, so that any reader of JSON takes them. */
    public static SynthIdKeys of(MarkKey key, int layers) {
        Long[] drawn = new Long[layers];
        Arrays.setAll(drawn, layer -> SipHash.hash(key.low(), key.high(), layer, LAYER) >>> 1);
        return new SynthIdKeys(List.of(drawn));
    }

    /** Where the hash starts: SHA-256 of the keys' bytes, little-endian, as one whole number modulo 2⁶³ − 1. */
    long start() {
        ByteBuffer bytes = ByteBuffer.allocate(layers.size() * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        layers.forEach(bytes::putLong);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());
            return new BigInteger(1, digest)
                    .mod(BigInteger.valueOf(Long.MAX_VALUE))
                    .longValue();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java platform", e);
        }
    }
}
