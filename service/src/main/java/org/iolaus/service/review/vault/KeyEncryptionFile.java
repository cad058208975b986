package org.iolaus.service.review.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import org.iolaus.service.configuration.PrivateFile;
import org.iolaus.watermark.keys.KeyEncryption;
import org.iolaus.watermark.keys.LocalKeyEncryption;
import org.jspecify.annotations.Nullable;

/** Where the vault's key-encryption key is: a file, the environment, or for a start a new file among the data. */
public final class KeyEncryptionFile {
    /** The environment variable that may hold the key. */
    public static final String VARIABLE = "IOLAUS_KEK";

    private KeyEncryptionFile() {}

    /**
     * The key in the file named, else the one in {@link #VARIABLE}, else the one in {@code kek} among the data, which is
     * made if the vault has not begun. Whoever copies the data copies that one too, so it belongs elsewhere in earnest.
     *
     * @param data folder of data
     * @param named file that the configuration names, or null
     * @throws IOException if the key cannot be read
     */
    public static KeyEncryption open(
            Path data, @Nullable Path named, Map<String, String> environment, SecureRandom random) throws IOException {
        if (named != null) {
            return LocalKeyEncryption.inFile(named, random);
        }
        if (environment.containsKey(VARIABLE)) {
            return LocalKeyEncryption.inEnvironment(environment, VARIABLE, random);
        }
        Path file = data.resolve("kek");
        if (Files.notExists(file)) {
            Files.createDirectories(data);
            PrivateFile.create(file, LocalKeyEncryption.newKey(random));
        }
        return LocalKeyEncryption.inFile(file, random);
    }
}
