package org.iolaus.service.review.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import javax.crypto.AEADBadTagException;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.iolaus.service.store.Database;
import org.iolaus.watermark.keys.KeyEncryption;
import org.iolaus.watermark.keys.Secret;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * The vault's root key: wrapped by the key-encryption key, it gives the key that wraps data keys (HKDF-SHA256). The first
 * one also gives the key that owners are looked up under, which outlives rotations. Immutable.
 */
final class RootKey {
    /** Data keys in one statement. */
    private static final int TOGETHER = 1000;

    private final String encryptionId;
    private final Secret wrapping;
    private final Secret lookup;

    private RootKey(String encryptionId, Secret root, Secret lookup) {
        this.encryptionId = encryptionId;
        this.lookup = lookup;
        wrapping = derived(root, "wrapping");
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
        return of(row, encryption);
    }

    private static RootKey of(Row row, KeyEncryption encryption) throws IOException {
        if (!row.keyEncryption().equals(encryption.id())) {
            throw new IOException("key-encryption key " + encryption.id() + " must be " + row.keyEncryption()
                    + ", which this database's keys are wrapped by\nMaybe restore that key from a backup.");
        }
        Secret root = Secret.of(encryption.unwrap(row.root()));
        byte[] lookup = row.lookup();
        return new RootKey(
                row.keyEncryption(),
                root,
                lookup == null ? derived(root, "lookup") : Secret.of(encryption.unwrap(lookup)));
    }

    /** Name of the key-encryption key that a database's keys are wrapped by; empty if it has no vault yet. */
    static Optional<String> encryptionId(Database database) {
        return database.transact(handle -> handle.createQuery("SELECT key_encryption FROM vault WHERE id = 1")
                .mapTo(String.class)
                .findOne());
    }

    /**
     * Makes another root key under another key-encryption key and wraps all data keys anew, in one transaction.
     *
     * @param within what else belongs to it; is given how many data keys there are
     * @throws IOException if either key-encryption key cannot be used
     */
    static int rotate(
            Database database,
            KeyEncryption before,
            KeyEncryption after,
            SecureRandom random,
            ObjIntConsumer<Handle> within)
            throws IOException {
        RootKey old = open(database, before, random);
        Secret root = Secret.random(random);
        RootKey next = new RootKey(after.id(), root, old.lookup);
        byte[] wrappedRoot = after.wrap(root.copy());
        byte[] wrappedLookup = after.wrap(old.lookup.copy());
        return database.transact(handle -> {
            database.exclude(handle);
            int changed = handle.createUpdate("UPDATE vault SET key_encryption = :next, root = :root, lookup = :lookup"
                            + " WHERE id = 1 AND key_encryption = :before")
                    .bind("next", after.id())
                    .bind("root", wrappedRoot)
                    .bind("lookup", wrappedLookup)
                    .bind("before", before.id())
                    .execute();
            if (changed != 1) {
                throw new IllegalStateException("the vault must not be rotated by two at once");
            }
            int keys = next.takeOver(handle, old, random);
            within.accept(handle, keys);
            return keys;
        });
    }

    private int takeOver(Handle handle, RootKey old, SecureRandom random) {
        Map<String, byte[]> wrapped = new LinkedHashMap<>();
        handle.createQuery("SELECT ref, wrapped FROM data_key ORDER BY ref")
                .map((row, context) -> Map.entry(row.getString("ref"), row.getBytes("wrapped")))
                .forEach(each -> wrapped.put(each.getKey(), each.getValue()));
        PreparedBatch batch = handle.prepareBatch("UPDATE data_key SET wrapped = :wrapped WHERE ref = :ref");
        wrapped.forEach((ref, key) -> {
            batch.bind("ref", ref)
                    .bind("wrapped", wrap(old.unwrap(key, ref), ref, random))
                    .add();
            if (batch.size() == TOGETHER) {
                batch.execute();
            }
        });
        if (batch.size() > 0) {
            batch.execute();
        }
        return wrapped.size();
    }

    /** Refuses to go on with a key that was rotated meanwhile: what it wrapped could be read by nobody. */
    void requireCurrent(Handle handle) {
        if (!row(handle).keyEncryption().equals(encryptionId)) {
            throw new IllegalStateException("the vault was rotated while the service was running, and must not be"
                    + "\nMaybe restart the service with the new key-encryption key.");
        }
    }

    private record Row(String keyEncryption, byte[] root, byte @Nullable [] lookup) {}

    private static Row row(Handle handle) {
        return handle.createQuery("SELECT key_encryption, root, lookup FROM vault WHERE id = 1")
                .map((row, context) ->
                        new Row(row.getString("key_encryption"), row.getBytes("root"), row.getBytes("lookup")))
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
