package org.iolaus.watermark.keys;

import java.security.MessageDigest;
import java.security.SecureRandom;

/** Key material of 32 bytes that is never printed. Immutable. */
public final class Secret {
    /** Bytes of key material. */
    public static final int BYTES = 32;

    private final byte[] bytes;

    private Secret(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("key material of " + bytes.length + " bytes must have " + BYTES);
        }
        this.bytes = bytes;
    }

    /** A copy of {@code bytes} as a secret. */
    public static Secret of(byte[] bytes) {
        return new Secret(bytes.clone());
    }

    /** New key material. */
    public static Secret random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Secret(bytes);
    }

    /** A copy of the material; whoever takes it keeps it out of logs. */
    public byte[] copy() {
        return bytes.clone();
    }

    /** Whether both are the same material, in a time that does not depend on it. */
    public boolean matches(Secret other) {
        return MessageDigest.isEqual(bytes, other.bytes);
    }

    @Override
    public String toString() {
        return "secret of " + BYTES + " bytes";
    }
}
