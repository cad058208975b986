package org.iolaus.watermark.scheme;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * A secret key of 128 bits under a public name. Whoever holds the secret can forge the mark, so it is never printed.
 *
 * @param id the name under which the key is published, stored and reported; tells nothing of the secret
 * @param low the first eight bytes of the secret, little-endian, as SipHash reads them
 * @param high the last eight
 */
public record MarkKey(String id, long low, long high) {
    /** Bytes of a secret. */
    public static final int BYTES = 16;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    public MarkKey {
        Objects.requireNonNull(id);
        if (id.isBlank()) {
            throw new IllegalArgumentException("id of a key must not be blank");
        }
    }

    /** The key with this secret of 16 bytes. */
    public static MarkKey of(String id, byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException(
                    "secret of key %s has %d bytes, must have %d".formatted(id, secret.length, BYTES));
        }
        return new MarkKey(id, (long) LONG.get(secret, 0), (long) LONG.get(secret, Long.BYTES));
    }

    /** The secret's 16 bytes. */
    public byte[] secret() {
        byte[] secret = new byte[BYTES];
        LONG.set(secret, 0, low);
        LONG.set(secret, Long.BYTES, high);
        return secret;
    }

    /** The name alone. */
    @Override
    public String toString() {
        return "MarkKey[" + id + "]";
    }
}
