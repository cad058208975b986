package org.iolaus.cli.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, cut to what a person can compare and a key can hold. */
public final class Digest {
    private static final int SHOWN_BYTES = 6;

    private Digest() {}

    /** Twelve hexadecimal digits that stand for a text. */
    static String shortHex(String text) {
        return HexFormat.of().formatHex(sha256(text.getBytes(UTF_8)), 0, SHOWN_BYTES);
    }

    /** A 64-bit key from a secret. */
    public static long key(byte[] secret) {
        return ByteBuffer.wrap(sha256(secret)).getLong();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
