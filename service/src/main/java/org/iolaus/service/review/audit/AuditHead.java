package org.iolaus.service.review.audit;

import java.util.regex.Pattern;

/**
 * The last entry of a chain, as it is published: whoever kept it can tell a chain that was rewritten or cut since.
 *
 * @param sequence number of the entry; 0 for an empty chain
 * @param hash its hash in hexadecimal
 */
public record AuditHead(long sequence, String hash) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public AuditHead {
        if (sequence < 0 || !HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException(
                    "audit head " + sequence + ":" + hash + " must be a number and 64 hexadecimal digits");
        }
    }

    /** The head that a text such as {@code 17:4f0c...} holds. */
    public static AuditHead parse(String text) {
        String[] parts = text.strip().split(":", 2);
        if (parts.length != 2 || !parts[0].matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException(
                    "audit head " + text.strip() + " must be a number, a colon and 64 hexadecimal digits");
        }
        return new AuditHead(Long.parseLong(parts[0]), parts[1]);
    }

    /** A line as it is published. */
    public String line() {
        return sequence + ":" + hash;
    }
}
