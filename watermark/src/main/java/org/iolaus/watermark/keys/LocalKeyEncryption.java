package org.iolaus.watermark.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.AEADBadTagException;

/** A key-encryption key that this process holds: 64 hexadecimal digits from a file or the environment. Immutable. */
public final class LocalKeyEncryption implements KeyEncryption {
    /** The environment variable that may hold the key. */
    public static final String VARIABLE = "IOLAUS_WATERMARK_KEK";

    private static final byte[] CONTEXT = "iolaus/watermark/data-key/1".getBytes(UTF_8);
    private static final int DIGITS = 2 * Secret.BYTES;

    private final Secret key;
    private final SecureRandom random;

    /** @param random for nonces */
    public LocalKeyEncryption(Secret key, SecureRandom random) {
        this.key = key;
        this.random = random;
    }

    /**
     * The key in a file.
     *
     * @throws IOException if the file cannot be read or holds anything but 64 hexadecimal digits
     */
    public static LocalKeyEncryption inFile(Path file, SecureRandom random) throws IOException {
        return of("key-encryption key in " + file, Files.readString(file), random);
    }

    /**
     * The key in {@link #VARIABLE}.
     *
     * @throws IOException if it is not set or not 64 hexadecimal digits
     */
    public static LocalKeyEncryption inEnvironment(Map<String, String> environment, SecureRandom random)
            throws IOException {
        return inEnvironment(environment, VARIABLE, random);
    }

    /**
     * The key in a variable.
     *
     * @throws IOException if it is not set or not 64 hexadecimal digits
     */
    public static LocalKeyEncryption inEnvironment(
            Map<String, String> environment, String variable, SecureRandom random) throws IOException {
        String text = environment.get(variable);
        if (text == null) {
            throw new IOException("key-encryption key must be given: a file, or the environment's " + variable);
        }
        return of("key-encryption key in " + variable, text, random);
    }

    /** A new key as a file holds it, with a final line feed. */
    public static String newKey(SecureRandom random) {
        return HexFormat.of().formatHex(Secret.random(random).copy()) + "\n";
    }

    /** {@code local:} and eight hexadecimal digits that are derived from the key and tell nothing of it. */
    @Override
    public String id() {
        return "local:" + HexFormat.of().formatHex(KeyDerivation.mark(key, "key-encryption-key-id", 4));
    }

    @Override
    public byte[] wrap(byte[] dataKey) {
        return AesGcm.seal(key.copy(), dataKey, CONTEXT, random);
    }

    @Override
    public byte[] unwrap(byte[] wrapped) throws IOException {
        try {
            return AesGcm.open(key.copy(), wrapped, CONTEXT);
        } catch (AEADBadTagException e) {
            throw new IOException(
                    "data key must be wrapped by key-encryption key " + id()
                            + " and unchanged\nMaybe restore the key ring from a backup.",
                    e);
        }
    }

    @Override
    public String toString() {
        return id();
    }

    private static LocalKeyEncryption of(String name, String text, SecureRandom random) throws IOException {
        String digits = text.strip();
        if (digits.length() != DIGITS || !digits.chars().allMatch(HexFormat::isHexDigit)) {
            throw new IOException(name + " must be " + DIGITS
                    + " hexadecimal digits\nMaybe make one with iolaus watermark keys new-kek.");
        }
        return new LocalKeyEncryption(Secret.of(HexFormat.of().parseHex(digits)), random);
    }
}
