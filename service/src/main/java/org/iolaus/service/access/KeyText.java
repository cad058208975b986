package org.iolaus.service.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern FORM = Pattern.compile("iol_([0-9a-z]{" + ID_DIGITS + "})_([0-9A-Za-z]{"
            + SECRET_DIGITS + "})([0-9A-Za-z]{" + CHECKSUM_DIGITS + "})");

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
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        KeyText key = new KeyText(matcher.group(1), matcher.group(2));
        return key.checksum().equals(matcher.group(3)) ? Optional.of(key) : Optional.empty();
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
    String digest() {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(US_ASCII));
            return HexFormat.of().formatHex(bytes);
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
        return base62(BigInteger.valueOf(crc.getValue()), CHECKSUM_DIGITS);
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
