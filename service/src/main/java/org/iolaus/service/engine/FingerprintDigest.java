package org.iolaus.service.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.iolaus.detection.fingerprint.FingerprintConfig;

/** Digest of how exchanges are fingerprinted. The hash key goes into it and cannot be got out of it. */
final class FingerprintDigest {
    private FingerprintDigest() {}

    static String of(FingerprintConfig config) {
        byte[] key =
                sha256(ByteBuffer.allocate(Long.BYTES).putLong(config.hashKey()).array());
        String rest = String.join(
                " ",
                HexFormat.of().formatHex(key),
                Integer.toString(config.shingleTokens()),
                Double.toString(config.shingleRate()),
                Integer.toString(config.maxShingles()),
                Integer.toString(config.maxSystemShingles()),
                Integer.toString(config.openingTokens()),
                Integer.toString(config.maxTextBytes()));
        return HexFormat.of().formatHex(sha256(rest.getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }
}
