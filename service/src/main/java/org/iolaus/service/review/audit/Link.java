package org.iolaus.service.review.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An entry in its place in the chain.
 *
 * @param sequence its number, from 1
 * @param hash SHA-256 over the previous entry's hash, as 32 bytes, and the entry's UTF-8 text; in hexadecimal
 * @param entry canonical JSON: keys sorted, no white space, whole numbers
 */
public record Link(long sequence, String hash, String entry) {
    /** What stands for the hash before the first entry. */
    static final String BEGINNING = "0".repeat(64);

    /** One line of an export. The entry stands in it byte for byte. */
    public String line() {
        return "{\"sequence\":" + sequence + ",\"hash\":\"" + hash + "\",\"entry\":" + entry + "}";
    }

    static String hash(String previous, String entry) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(previous));
            digest.update(entry.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
