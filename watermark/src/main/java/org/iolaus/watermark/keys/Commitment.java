package org.iolaus.watermark.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/**
 * A promise, published before a key is used, that this key and no other will be. Afterwards nobody can claim to have
 * marked with a key that was chosen to fit a text.
 *
 * <p>The digest is SHA-256 over the canonical JSON of {@code committed}, {@code id}, {@code key} (hexadecimal) and
 * {@code version}. The key is 32 random or derived bytes, so the digest gives nothing away. It is opened by showing the
 * key; whoever shows an epoch's key shows the keys of all its accounts and campaigns. The time is what the committer
 * says: that it was published by then is for the place of publication to witness.
 *
 * @param id name of an epoch ({@code provider/epoch}), or a key id
 * @param committed when it was made
 * @param digest SHA-256 in hexadecimal
 */
public record Commitment(String id, Instant committed, String digest) {
    /** Of what is hashed and published. */
    public static final int VERSION = 1;

    private static final int DIGITS = 64;

    public Commitment {
        if (digest.length() != DIGITS || !digest.chars().allMatch(Commitment::isHexDigit)) {
            throw new IllegalArgumentException(
                    "digest \"" + digest + "\" must be " + DIGITS + " lower-case hexadecimal digits");
        }
    }

    /** Commits to {@code key}. */
    public static Commitment to(String id, Secret key, Instant committed) {
        return new Commitment(id, committed, digest(id, key, committed));
    }

    /** Whether {@code key} is what was committed to. */
    public boolean opens(Secret key) {
        return MessageDigest.isEqual(digest(id, key, committed).getBytes(UTF_8), digest.getBytes(UTF_8));
    }

    /** What is published: canonical JSON on one line, without a line feed. */
    public String json() {
        return CanonicalJson.line(fields());
    }

    /**
     * Reads what was published.
     *
     * @throws IllegalArgumentException if it is not a commitment of version 1; the message names field and rule
     */
    public static Commitment parse(String json) {
        return of(StrictObject.parse("commitment", json));
    }

    static Commitment of(StrictObject object) {
        int version = object.integer("version");
        if (version != VERSION) {
            throw object.broken("version", version, "must be " + VERSION);
        }
        Commitment commitment = new Commitment(object.string("id"), object.time("committed"), object.string("digest"));
        object.end();
        return commitment;
    }

    Map<String, Object> fields() {
        return Map.of("version", VERSION, "id", id, "committed", committed.toString(), "digest", digest);
    }

    private static String digest(String id, Secret key, Instant committed) {
        String text = CanonicalJson.line(Map.of(
                "version",
                VERSION,
                "id",
                id,
                "committed",
                committed.toString(),
                "key",
                HexFormat.of().formatHex(key.copy())));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("a JDK must have SHA-256", e);
        }
    }

    private static boolean isHexDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
}
