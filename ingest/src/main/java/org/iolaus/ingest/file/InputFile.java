package org.iolaus.ingest.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file to read.
 *
 * @param path where it is
 * @param source name of its folder, the default source of its exchanges
 * @param bytes its size as it lies, or 0 if it has none
 */
public record InputFile(Path path, String source, long bytes) {
    /** Describes the file at {@code path}. */
    public static InputFile at(Path path) throws IOException {
        Path folder = path.toAbsolutePath().normalize().getParent();
        Path name = folder == null ? null : folder.getFileName();
        return new InputFile(path, name == null ? "" : name.toString(), Files.size(path));
    }

    /** Whether its name says that it holds columns, not lines. */
    public boolean isParquet() {
        return path.toString().endsWith(".parquet");
    }
}
