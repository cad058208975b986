package org.iolaus.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.iolaus.watermark.keys.KeyEncryption;
import org.iolaus.watermark.keys.LocalKeyEncryption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where the key-encryption key is. */
final class KeyEncryptionOption {
    @Option(
            names = "--kek",
            paramLabel = "FILE",
            description = "Key-encryption key that seals the key ring (default: " + LocalKeyEncryption.VARIABLE
                    + " in the environment).")
    private @Nullable Path file;

    KeyEncryption encryption() throws IOException {
        SecureRandom random = new SecureRandom();
        if (file != null) {
            return inFile(file, random);
        }
        if (System.getenv(LocalKeyEncryption.VARIABLE) == null) {
            throw Failure.usage("--kek must name a file, or " + LocalKeyEncryption.VARIABLE + " be set"
                    + "\nMaybe make a key with iolaus watermark keys new-kek.");
        }
        return LocalKeyEncryption.inEnvironment(System.getenv(), random);
    }

    private static KeyEncryption inFile(Path file, SecureRandom random) throws IOException {
        try {
            return LocalKeyEncryption.inFile(file, random);
        } catch (NoSuchFileException e) {
            throw Failure.input("--kek " + file + " does not exist\nMaybe name the file that sealed the key ring.");
        } catch (CharacterCodingException e) {
            throw Failure.input("--kek " + file + " must be 64 hexadecimal digits\nMaybe name another file.");
        } catch (IOException e) {
            throw Failure.input("--kek " + file + " cannot be used: " + e.getMessage());
        }
    }
}
