package org.iolaus.service.review.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.iolaus.service.configuration.PrivateFile;
import org.iolaus.service.review.audit.AuditEntry;
import org.iolaus.service.review.audit.AuditLog;
import org.iolaus.service.store.Database;
import org.iolaus.service.store.DatabaseInUse;
import org.iolaus.watermark.keys.KeyEncryption;
import org.iolaus.watermark.keys.LocalKeyEncryption;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the key-encryption key of a stopped service. The next key is on disk before the database changes, the database
 * changes in one transaction, and only then is the former key moved aside; so wherever it is broken off, the key that the
 * database asks for is there, and the next start or rotation finds it. Not thread-safe.
 */
public final class KeyRotation {
    private final Database database;
    private final AuditLog audit;
    private final SecureRandom random;
    private final KeyEncryption before;
    /** Where the key is, and the next one comes; null if the operator keeps both. */
    private final @Nullable Path file;

    /**
     * What was done.
     *
     * @param keys data keys that are wrapped anew
     * @param encryptionId name of the key-encryption key in force
     * @param former file that holds the one before, or null if the operator keeps both
     */
    public record Done(
            int keys, String encryptionId, @Nullable Path former) {}

    /**
     * Finds the key in force, and finishes a rotation that was broken off.
     *
     * @param data folder of data
     * @param named file that the configuration names, or null
     * @throws IOException if the key cannot be read, or the vault has not begun
     */
    public KeyRotation(
            Database database,
            AuditLog audit,
            Path data,
            @Nullable Path named,
            Map<String, String> environment,
            SecureRandom random)
            throws IOException {
        this.database = database;
        this.audit = audit;
        this.random = random;
        String wrapping = Vault.encryptionId(database)
                .orElseThrow(() -> new IOException("the database must have a vault\nMaybe start the service once."));
        before = KeyEncryptionFile.open(data, named, environment, Optional.of(wrapping), random);
        file = KeyEncryptionFile.file(data, named, environment);
    }

    /**
     * Rotates to a key of its own making, which takes the place of the one before.
     *
     * @throws IOException if the key is not in a file, or files cannot be written
     * @throws DatabaseInUse if a service runs on the database; then nothing was changed
     */
    public Done run() throws IOException {
        if (file == null) {
            throw new IOException("the key-encryption key in " + KeyEncryptionFile.VARIABLE
                    + " cannot be replaced from here\nMaybe make another with iolaus watermark keys new-kek, and name its"
                    + " file with --new-key-file.");
        }
        requireStopped();
        KeyEncryption after = prepare(file);
        int keys = commit(after);
        KeyEncryptionFile.replace(file);
        return new Done(keys, after.id(), KeyEncryptionFile.former(file));
    }

    /**
     * Rotates to a key that the operator has made and puts into force afterwards.
     *
     * @throws IOException if it cannot be read, or is the one in force
     * @throws DatabaseInUse if a service runs on the database; then nothing was changed
     */
    public Done run(Path given) throws IOException {
        KeyEncryption after = LocalKeyEncryption.inFile(given, random);
        if (after.id().equals(before.id())) {
            throw new IOException("key-encryption key in " + given + " must be another than the one in force, "
                    + before.id() + "\nMaybe the rotation is done already.");
        }
        return new Done(commit(after), after.id(), null);
    }

    /** Refuses early, before there is a file; no service can begin between this and the change, which looks again. */
    private void requireStopped() {
        database.transact(handle -> {
            database.exclude(handle);
            return handle;
        });
    }

    /** Puts the next key on disk, in place of one that came to nothing. */
    KeyEncryption prepare(Path current) throws IOException {
        Path next = KeyEncryptionFile.next(current);
        Files.deleteIfExists(next);
        PrivateFile.create(next, LocalKeyEncryption.newKey(random));
        KeyEncryptionFile.force(next);
        return LocalKeyEncryption.inFile(next, random);
    }

    /** Changes the database, all of it or nothing. */
    int commit(KeyEncryption after) throws IOException {
        return RootKey.rotate(
                database,
                before,
                after,
                random,
                (handle, keys) -> audit.append(
                        handle,
                        new AuditEntry("vault.rotate", "command-line")
                                .put("from", before.id())
                                .put("to", after.id())
                                .put("keys", keys)));
    }
}
