package org.iolaus.watermark.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys derived from keys: provider, then epoch, then account or campaign, then the bytes that a scheme asks for.
 *
 * <p>HKDF with SHA-256 (RFC 5869). The first step extracts from the provider's secret with the salt
 * {@code iolaus/watermark/1}; each step expands with an info text of its own ({@code epoch/}, {@code key/},
 * {@code mark/}), followed by the percent-encoded name of what is derived. A key tells nothing of its
 * siblings or of what it was derived from.
 */
final class KeyDerivation {
    private static final String ALGORITHM = "HKDF-SHA256";
    private static final byte[] SALT = "iolaus/watermark/1".getBytes(UTF_8);

    private KeyDerivation() {}

    /** The secret of an epoch. */
    static Secret epoch(Secret provider, String providerName, int epoch) {
        return Secret.of(derive(HKDFParameterSpec.ofExtract()
                .addIKM(provider.copy())
                .addSalt(SALT)
                .thenExpand(info("epoch/" + KeyId.epochName(providerName, epoch)), Secret.BYTES)));
    }

    /** The secret of one account or campaign; {@code id} names a single key of the epoch. */
    static Secret single(Secret epoch, KeyId id) {
        if (id.owner() instanceof KeyOwner.Member) {
            throw new IllegalArgumentException("key id " + id + " must name one key, an account's or a campaign's");
        }
        return Secret.of(expand(epoch, "key/" + id, Secret.BYTES));
    }

    /** The bytes a scheme is keyed with; {@code purpose} parts one use of a key from another. */
    static byte[] mark(Secret single, String purpose, int bytes) {
        return expand(single, "mark/" + purpose, bytes);
    }

    private static byte[] expand(Secret key, String info, int bytes) {
        return derive(HKDFParameterSpec.expandOnly(new SecretKeySpec(key.copy(), "Generic"), info(info), bytes));
    }

    private static byte[] info(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] derive(HKDFParameterSpec spec) {
        try {
            return KDF.getInstance(ALGORITHM).deriveData(spec);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a JDK 25 must have " + ALGORITHM, e);
        }
    }
}
