package org.iolaus.service.review.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.iolaus.service.store.Database;
import org.iolaus.watermark.keys.KeyEncryption;
import org.iolaus.watermark.keys.Secret;
import org.jdbi.v3.core.Handle;

/**
 * The vault's root key: wrapped once by the key-encryption key, it gives the key that wraps data keys and the key that
 * owners are looked up under (HKDF-SHA256). Immutable.
 */
final class RootKey {
    private final Secret wrapping;
    private final Secret lookup;

    private RootKey(Secret root) {
        wrapping = derived(root, "wrapping");
        lookup = derived(root, "lookup");
    }

    /** Unwraps the root key, or makes one in an empty database. */
    static RootKey open(Database database, KeyEncryption encryption, SecureRandom random) throws IOException {
        byte[] wrapped = encryption.wrap(Secret.random(random).copy());
        Row row = database.transact(handle -> {
            handle.createUpdate("INSERT INTO vault (id, key_encryption, root) VALUES (1, :id, :root)"
                            + " ON CONFLICT DO NOTHING")
                    .bind("id", encryption.id())
                    .bind("root", wrapped)
                    .execute();
            return row(handle);
        });
        if (!row.keyEncryption().equals(encryption.id())) {
            throw new IOException("key-encryption key " + encryption.id() + " must be " + row.keyEncryption()
                    + ", which this database was begun with\nMaybe restore that key from a backup.");
        }
        return new RootKey(Secret.of(encryption.unwrap(row.root())));
    }

    private record Row(String keyEncryption, byte[] root) {}

    private static Row row(Handle handle) {
        return handle.createQuery("SELECT key_encryption, root FROM vault WHERE id = 1")
                .map((row, context) -> new Row(row.getString("key_encryption"), row.getBytes("root")))
                .one();
    }

    byte[] wrap(Secret dataKey, String ref, SecureRandom random) {
        return Cipher256.seal(wrapping, dataKey.copy(), ref.getBytes(UTF_8), random);
    }

    Secret unwrap(byte[] wrapped, String ref) {
        try {
            return Secret.of(Cipher256.open(wrapping, wrapped, ref.getBytes(UTF_8)));
        } catch (AEADBadTagException e) {
            throw new IllegalStateException(
                    "data key " + ref + " must be as it was written\nMaybe the database was edited.", e);
        }
    }

    /** What a name is looked up under: HMAC-SHA256 in hexadecimal, so that the table tells nobody who is in it. */
    String lookup(String name) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(lookup.copy(), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(name.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    private static Secret derived(Secret root, String purpose) {
        try {
            HKDFParameterSpec parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(root.copy())
                    .thenExpand(("iolaus/vault/" + purpose + "/1").getBytes(UTF_8), Secret.BYTES);
            return Secret.of(KDF.getInstance("HKDF-SHA256").deriveData(parameters));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java 25 has HKDF-SHA256", e);
        }
    }
}
