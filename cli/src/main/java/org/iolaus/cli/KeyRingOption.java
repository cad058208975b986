package org.iolaus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.iolaus.watermark.keys.KeyId;
import org.iolaus.watermark.keys.KeyRing;
import org.iolaus.watermark.keys.KeyRingFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that name a key ring and what opens it. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class KeyRingOption {
    @Option(names = "--keys", required = true, paramLabel = "FILE", description = "Key ring.")
    private Path file;

    @Mixin
    private KeyEncryptionOption encryption;

    Path file() {
        return file;
    }

    KeyRingFile read() throws IOException {
        return KeyRingFile.read(file);
    }

    KeyRing open() throws IOException {
        KeyRingFile sealed = read();
        try {
            return sealed.open(encryption.encryption());
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /** Seals a ring in the place of the file. */
    KeyRingFile seal(KeyRing ring) throws IOException {
        return KeyRingFile.of(ring, encryption.encryption(), new SecureRandom());
    }

    /** A key id that this ring has a key for. */
    static KeyId keyId(KeyRing ring, String text) {
        try {
            KeyId id = KeyId.parse(text);
            ring.schedule().epochOf(id);
            return id;
        } catch (IllegalArgumentException e) {
            throw Failure.usage("--key-id: " + e.getMessage() + "\nMaybe see iolaus watermark keys list and keys id.");
        }
    }
}
