package org.iolaus.service.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, cut to what a person can compare and a key can hold. */
public final class Digest {
    private static final int SHOWN_BYTES = 6;

    private Digest() {}

    /** Twelve hexadecimal digits that stand for a text. */
    public static String shortHex(String text) {
        return HexFormat.of().formatHex(sha256(text.getBytes(UTF_8)), 0, SHOWN_BYTES);
    }

    /** All hexadecimal digits that stand for the bytes of a stream; it is read to its end. */
    public static String hex(InputStream in) throws IOException {
        MessageDigest digest = sha256();
        try (DigestInputStream digesting = new DigestInputStream(in, digest)) {
            digesting.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A 64-bit key from a secret. */
    public static long key(byte[] secret) {
        return ByteBuffer.wrap(sha256(secret)).getLong();
    }

    private static byte[] sha256(byte[] bytes) {
        return sha256().digest(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
