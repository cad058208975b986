package org.iolaus.service.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes what a customer quotes: twelve symbols that depend on the subject, the group and what the decision rests on
 * under a secret, and a letter that catches a mistyped symbol, as {@code AB3D-EF6H-JK9M-P}. The same decision has the
 * same reference after a restart. Thread-safe.
 */
public final class References {
    /** Digits and letters that are not mistaken for each other. */
    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** A prime number of letters, so that one wrong symbol or two swapped neighbours change the sum. */
    private static final String CHECK = "ABCDEFGHJKMNPQRSTVWXYZ2";

    private static final int LENGTH = 12;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param secret at least 16 bytes, kept between restarts */
    public References(byte[] secret) {
        if (secret.length < 16) {
            throw new IllegalArgumentException("secret of " + secret.length + " bytes must have at least 16");
        }
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** @param ground what the decision rests on: a verdict, or a reason that needs none */
    String of(Subject subject, int group, String ground) {
        byte[] digest = mac(subject.accountId() + '\0' + end(subject.endUserId()) + '\0' + group + '\0' + ground);
        long bits = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            bits = bits << 8 | digest[i] & 0xff;
        }
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(SYMBOLS.charAt((int) (bits >>> 5 * i & 31)));
        }
        return text.substring(0, 4) + '-' + text.substring(4, 8) + '-' + text.substring(8) + '-' + check(text);
    }

    /** Whether a text may be a reference; spaces, hyphens and small letters do not matter. */
    public static boolean isPlausible(String text) {
        String plain = plain(text);
        return plain.length() == LENGTH + 1
                && plain.chars().limit(LENGTH).allMatch(symbol -> SYMBOLS.indexOf(symbol) >= 0)
                && check(plain.substring(0, LENGTH)) == plain.charAt(LENGTH);
    }

    /** A reference as {@link #of} writes it, from what a customer typed. */
    public static String canonical(String text) {
        String plain = plain(text);
        return plain.length() != LENGTH + 1
                ? text
                : plain.substring(0, 4)
                        + '-'
                        + plain.substring(4, 8)
                        + '-'
                        + plain.substring(8, LENGTH)
                        + '-'
                        + plain.charAt(LENGTH);
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s-]", "")
                .toUpperCase(java.util.Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    private static char check(CharSequence text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += (i + 1) * SYMBOLS.indexOf(text.charAt(i));
        }
        return CHECK.charAt(sum % CHECK.length());
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static String end(@Nullable String endUserId) {
        return endUserId == null ? "" : endUserId;
    }
}
