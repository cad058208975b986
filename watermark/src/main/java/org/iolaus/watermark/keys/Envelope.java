package org.iolaus.watermark.keys;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.crypto.AEADBadTagException;

/**
 * A secret under a data key of its own, and that data key under a key-encryption key. What stands beside it in the clear
 * is authenticated with it.
 *
 * @param keyEncryptionKey id of the key that wraps
 * @param wrappedKey the data key, wrapped
 * @param sealed the secret, encrypted with AES-256-GCM
 */
record Envelope(String keyEncryptionKey, byte[] wrappedKey, byte[] sealed) {
    /** Seals a secret; {@code context} is what the reader must present unchanged. */
    static Envelope seal(Secret secret, byte[] context, KeyEncryption encryption, SecureRandom random)
            throws IOException {
        byte[] dataKey = Secret.random(random).copy();
        try {
            return new Envelope(
                    encryption.id(), encryption.wrap(dataKey), AesGcm.seal(dataKey, secret.copy(), context, random));
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
    }

    /**
     * The secret.
     *
     * @throws IOException if another key wraps it, or anything in it or in the context was changed
     */
    Secret open(byte[] context, KeyEncryption encryption) throws IOException {
        if (!encryption.id().equals(keyEncryptionKey)) {
            throw new IOException("key-encryption key " + encryption.id() + " must be " + keyEncryptionKey
                    + ", which sealed it" + "\nMaybe name another file or variable.");
        }
        byte[] dataKey = encryption.unwrap(wrappedKey);
        try {
            return Secret.of(AesGcm.open(dataKey, sealed, context));
        } catch (AEADBadTagException e) {
            throw new IOException(
                    "what stands beside the sealed secret must be as it was written\nMaybe restore it from a backup.",
                    e);
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
    }

    static Envelope of(StrictObject object) {
        Envelope envelope = new Envelope(
                object.string("key_encryption_key"), object.base64("wrapped_key"), object.base64("sealed_secret"));
        object.end();
        return envelope;
    }

    Map<String, Object> fields() {
        Base64.Encoder base64 = Base64.getEncoder();
        return Map.of(
                "key_encryption_key", keyEncryptionKey,
                "wrapped_key", base64.encodeToString(wrappedKey),
                "sealed_secret", base64.encodeToString(sealed));
    }
}
