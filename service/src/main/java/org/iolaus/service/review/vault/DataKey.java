package org.iolaus.service.review.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import org.iolaus.watermark.keys.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The key of one account or one case, in memory. What it seals is bound to it and to a purpose, so no sealed text can be
 * moved elsewhere. Immutable.
 */
public final class DataKey {
    private final String ref;
    private final String owner;
    private final Secret secret;
    private final SecureRandom random;

    DataKey(String ref, String owner, Secret secret, SecureRandom random) {
        this.ref = ref;
        this.owner = owner;
        this.secret = secret;
        this.random = random;
    }

    /** Random name under which tables and the audit chain know the key; it tells nothing of the owner. */
    public String ref() {
        return ref;
    }

    /** The account's or case's identifier. */
    public String owner() {
        return owner;
    }

    /** Seals text for a purpose, e.g. {@code end-user}. */
    public byte[] seal(String purpose, String text) {
        return Cipher256.seal(secret, text.getBytes(UTF_8), context(purpose), random);
    }

    /** The same, with null for null. */
    public byte @Nullable [] sealOrNull(String purpose, @Nullable String text) {
        return text == null ? null : seal(purpose, text);
    }

    /**
     * The text that was sealed for a purpose.
     *
     * @throws IllegalStateException if it was sealed otherwise, or changed since
     */
    public String open(String purpose, byte[] sealed) {
        try {
            return new String(Cipher256.open(secret, sealed, context(purpose)), UTF_8);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException(
                    "sealed " + purpose + " of key " + ref
                            + " must be as it was written\nMaybe the database was edited.",
                    e);
        }
    }

    /** The same, with null for null. */
    public @Nullable String openOrNull(String purpose, byte @Nullable [] sealed) {
        return sealed == null ? null : open(purpose, sealed);
    }

    @Override
    public String toString() {
        return "data key " + ref;
    }

    private byte[] context(String purpose) {
        return ("iolaus/" + purpose + "/" + ref).getBytes(UTF_8);
    }
}
