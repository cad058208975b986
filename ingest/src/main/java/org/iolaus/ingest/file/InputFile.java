package org.iolaus.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.iolaus.ingest.shape.Shape;

/**
 * A file to read.
 *
 * @param path where it is
 * @param source name of its folder, the default source of its exchanges
 * @param bytes its size as it lies, or 0 if it has none
 * @param rereadable whether it can be read twice, as a pipe cannot
 * @param parquet whether it holds columns, not lines
 * @param shape what its records look like
 */
public record InputFile(Path path, String source, long bytes, boolean rereadable, boolean parquet, Shape shape) {
    private static final byte[] PARQUET_MAGIC = {'P', 'A', 'R', '1'};

    /** Describes the file at {@code path}, of our own shape. */
    public static InputFile at(Path path) throws IOException {
        Path folder = path.toAbsolutePath().normalize().getParent();
        Path name = folder == null ? null : folder.getFileName();
        boolean regular = Files.isRegularFile(path);
        return new InputFile(
                path,
                name == null ? "" : name.toString(),
                Files.size(path),
                regular,
                regular && isParquet(path),
                Shape.EXCHANGES);
    }

    /** The same of another shape. */
    InputFile of(Shape other) {
        return new InputFile(path, source, bytes, rereadable, parquet, other);
    }

    private static boolean isParquet(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return Arrays.equals(in.readNBytes(PARQUET_MAGIC.length), PARQUET_MAGIC);
        }
    }
}
