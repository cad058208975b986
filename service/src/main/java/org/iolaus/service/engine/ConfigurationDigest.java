package org.iolaus.service.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.iolaus.detection.fingerprint.FingerprintConfig;
import org.iolaus.detection.pipeline.DetectorConfig;

/** Digests of configurations, in hexadecimal. The hash key goes into them and cannot be got out of them. */
final class ConfigurationDigest {
    private ConfigurationDigest() {}

    /** Of how exchanges are fingerprinted: logs with different ones cannot be mixed. */
    static String of(FingerprintConfig config) {
        byte[] key =
                sha256(ByteBuffer.allocate(Long.BYTES).putLong(config.hashKey()).array());
        return digest(
                HexFormat.of().formatHex(key),
                config.shingleTokens(),
                config.shingleRate(),
                config.maxShingles(),
                config.maxSystemShingles(),
                config.openingTokens(),
                config.maxTextBytes());
    }

    /** Of how they are judged: a state rests on it. */
    static String of(DetectorConfig config) {
        return digest(
                of(config.fingerprint()),
                config.reference(),
                config.bounds(),
                config.epochMicros(),
                config.epochsPerEvaluation(),
                config.maxBuffered(),
                config.maxOwners(),
                config.maxRemembered());
    }

    private static String digest(Object... values) {
        StringBuilder text = new StringBuilder();
        for (Object value : values) {
            text.append(value).append('\n');
        }
        return HexFormat.of().formatHex(sha256(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }
}
