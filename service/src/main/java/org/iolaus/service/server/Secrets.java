package org.iolaus.service.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.iolaus.service.configuration.PrivateFile;

/** Secrets that the service makes for itself and keeps in its data folder. */
final class Secrets {
    private static final int BYTES = 32;

    private Secrets() {}

    /** The secret in a file, made the first time. */
    static byte[] in(Path file, SecureRandom random) throws IOException {
        if (Files.notExists(file)) {
            byte[] secret = new byte[BYTES];
            random.nextBytes(secret);
            PrivateFile.create(file, secret);
        }
        return Files.readAllBytes(file);
    }
}
