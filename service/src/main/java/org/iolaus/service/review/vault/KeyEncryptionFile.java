package org.iolaus.service.review.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.iolaus.service.configuration.PrivateFile;
import org.iolaus.watermark.keys.KeyEncryption;
import org.iolaus.watermark.keys.LocalKeyEncryption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the vault's key-encryption key is: a file, the environment, or for a start a new file among the data. A rotation
 * puts the next key beside a file as {@code .new}, and leaves the former one as {@code .old}.
 */
public final class KeyEncryptionFile {
    /** The environment variable that may hold the key. */
    public static final String VARIABLE = "IOLAUS_KEK";

    private static final Logger LOG = LoggerFactory.getLogger(KeyEncryptionFile.class);

    private KeyEncryptionFile() {}

    /**
     * The key in the file named, else the one in {@link #VARIABLE}, else the one in {@code kek} among the data, which is
     * made if the vault has not begun. Whoever copies the data copies that one too, so it belongs elsewhere in earnest. A
     * rotation that was broken off after the database had changed is finished.
     *
     * @param data folder of data
     * @param named file that the configuration names, or null
     * @param wrapping name of the key that the vault's keys are wrapped by; empty if the vault has not begun
     * @throws IOException if the key cannot be read
     */
    public static KeyEncryption open(
            Path data,
            @Nullable Path named,
            Map<String, String> environment,
            Optional<String> wrapping,
            SecureRandom random)
            throws IOException {
        Path file = file(data, named, environment);
        if (file == null) {
            return LocalKeyEncryption.inEnvironment(environment, VARIABLE, random);
        }
        if (named == null && wrapping.isEmpty() && Files.notExists(file)) {
            Files.createDirectories(data);
            PrivateFile.create(file, LocalKeyEncryption.newKey(random));
        }
        LocalKeyEncryption key = LocalKeyEncryption.inFile(file, random);
        if (wrapping.isEmpty() || wrapping.get().equals(key.id())) {
            return key;
        }
        if (holds(next(file), wrapping.get(), random)) {
            LOG.warn("{}: the rotation that was broken off is finished", file);
            replace(file);
            return LocalKeyEncryption.inFile(file, random);
        }
        if (holds(former(file), wrapping.get(), random)) {
            LOG.warn("{}: the database is wrapped by the key before it, {}, which is used", file, former(file));
            return LocalKeyEncryption.inFile(former(file), random);
        }
        return key;
    }

    /** The file that the key is in; null if it is in the environment. */
    static @Nullable Path file(Path data, @Nullable Path named, Map<String, String> environment) {
        if (named != null) {
            return named;
        }
        return environment.containsKey(VARIABLE) ? null : data.resolve("kek");
    }

    private static boolean holds(Path file, String id, SecureRandom random) throws IOException {
        return Files.exists(file)
                && LocalKeyEncryption.inFile(file, random).id().equals(id);
    }

    /** Where a rotation puts the next key until the database has changed. */
    static Path next(Path file) {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    /** Where a rotation leaves the key before. */
    static Path former(Path file) {
        return file.resolveSibling(file.getFileName() + ".old");
    }

    /** Puts the next key into its place; the former one stays beside it. At each moment the file holds one of the two. */
    static void replace(Path file) throws IOException {
        Files.deleteIfExists(former(file));
        PrivateFile.create(former(file), Files.readAllBytes(file));
        force(file);
        Files.move(next(file), file, StandardCopyOption.ATOMIC_MOVE);
        force(file);
    }

    /** Forces a file's folder to disk, so that its name survives a power cut. */
    static void force(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
