package org.iolaus.service.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The name of a data folder. Group numbers mean something only together with it, so that a database which outlives a
 * folder never takes a new group's accounts for members of an old case.
 */
public final class Installation {
    private static final int BYTES = 8;

    private Installation() {}

    /** Reads the name of a folder, or gives it one. */
    public static String of(Path folder, SecureRandom random) throws IOException {
        Path file = folder.resolve("installation");
        if (Files.exists(file)) {
            String name = Files.readString(file).strip();
            if (!name.matches("[0-9a-f]{" + 2 * BYTES + "}")) {
                throw new IOException(file + " must hold " + 2 * BYTES
                        + " hexadecimal digits\nMaybe restore it from a backup of the data folder.");
            }
            return name;
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String name = HexFormat.of().formatHex(bytes);
        Files.createDirectories(folder);
        Files.writeString(file, name + "\n");
        return name;
    }
}
