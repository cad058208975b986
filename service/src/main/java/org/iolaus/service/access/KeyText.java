package org.iolaus.service.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * An API key as its owner holds it: {@code iol_<id>_<secret><checksum>}, never printed by accident. The checksum lets
 * mistyped keys be refused, and leaked ones be found in source code, without asking anyone. Immutable.
 */
public final class KeyText {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int ID_DIGITS = 10;
    private static final int ID_BASE = 36;
    /** 256 random bits in base 62. */
    private static final int SECRET_DIGITS = 43;

    private static final int SECRET_BITS = 256;
    private static final int CHECKSUM_DIGITS = 6;
    private static final String PREFIX = "iol_";
    private static final int ID_END = PREFIX.length() + ID_DIGITS;
    private static final int SECRET_END = ID_END + 1 + SECRET_DIGITS;
    /** Each request needs one, and looking one up costs more than using it. */
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(KeyText::sha256);

    private final String id;
    private final String secret;

    private KeyText(String id, String secret) {
        this.id = id;
        this.secret = secret;
    }

    static KeyText random(SecureRandom random) {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < ID_DIGITS; i++) {
            id.append(Character.forDigit(random.nextInt(ID_BASE), ID_BASE));
        }
        return random(id.toString(), random);
    }

    static KeyText random(String id, SecureRandom random) {
        return new KeyText(id, base62(new BigInteger(SECRET_BITS, random), SECRET_DIGITS));
    }

    /** The key that a text holds, if it has the form and the checksum fits. */
    static Optional<KeyText> parse(String text) {
        if (!formed(text)) {
            return Optional.empty();
        }
        KeyText key = new KeyText(text.substring(PREFIX.length(), ID_END), text.substring(ID_END + 1, SECRET_END));
        return text.endsWith(key.checksum()) ? Optional.of(key) : Optional.empty();
    }

    /** By hand: each request is asked, and a pattern leaves much behind. */
    private static boolean formed(String text) {
        boolean formed =
                text.length() == SECRET_END + CHECKSUM_DIGITS && text.startsWith(PREFIX) && text.charAt(ID_END) == '_';
        for (int i = PREFIX.length(); formed && i < text.length(); i++) {
            formed = i == ID_END || DIGITS.indexOf(text.charAt(i)) >= 0 && !(i < ID_END && isCapital(text.charAt(i)));
        }
        return formed;
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /** The public part. */
    public String id() {
        return id;
    }

    /** The whole key; whoever takes it shows it once, to its owner. */
    public String reveal() {
        return "iol_" + id + "_" + secret + checksum();
    }

    /**
     * What is stored. One round of SHA-256 is enough: the secret is 256 random bits, so there is nothing to guess that a
     * slow hash would make dearer, and each request pays for it.
     */
    byte[] digest() {
        return SHA_256.get().digest(secret.getBytes(US_ASCII));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "key " + id;
    }

    private String checksum() {
        CRC32 crc = new CRC32();
        crc.update((id + "_" + secret).getBytes(US_ASCII));
        char[] text = new char[CHECKSUM_DIGITS];
        long rest = crc.getValue();
        for (int i = CHECKSUM_DIGITS - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
            rest /= DIGITS.length();
        }
        return new String(text);
    }

    private static String base62(BigInteger number, int digits) {
        StringBuilder text = new StringBuilder();
        BigInteger rest = number;
        for (int i = 0; i < digits; i++) {
            BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(DIGITS.length()));
            text.append(DIGITS.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return text.reverse().toString();
    }
}
