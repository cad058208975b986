package org.iolaus.ingest.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.iolaus.ingest.shape.Shape;
import org.jspecify.annotations.Nullable;

/**
 * The files that paths stand for. A file that is named is taken as it is. In a folder, every file below whose name says
 * JSON Lines, Parquet or protobuf is taken, sorted by path, unless its beginning shows that it holds something else than
 * exchanges.
 */
public final class InputFiles {
    private static final List<String> FORMATS = List.of(".jsonl", ".ndjson", ".json");
    private static final List<String> BINARY = List.of(".pb", ".binpb");
    private static final List<String> PACKINGS = List.of("", ".gz", ".zst");

    private InputFiles() {}

    /**
     * Lists files of exchanges.
     *
     * @param shape what their records look like, or null to tell it from the first ones of each file
     * @throws IOException if an input does not exist, or a folder holds no exchanges
     */
    public static List<InputFile> exchanges(List<Path> inputs, @Nullable Shape shape) throws IOException {
        ArrayList<InputFile> files = new ArrayList<>();
        for (Path input : inputs) {
            if (!Files.exists(input)) {
                throw new NoSuchFileException(input.toString(), null, "exchanges must be a file or folder that exists");
            }
            if (Files.isDirectory(input)) {
                files.addAll(below(input, shape));
            } else {
                files.add(shaped(InputFile.at(input), shape));
            }
        }
        return files;
    }

    private static InputFile shaped(InputFile file, @Nullable Shape shape) {
        return file.of(shape == null || file.parquet() ? FileShapes.of(file) : shape);
    }

    private static List<InputFile> below(Path folder, @Nullable Shape shape) throws IOException {
        ArrayList<InputFile> files = new ArrayList<>();
        for (Path path : candidates(folder)) {
            InputFile file = shaped(InputFile.at(path), shape);
            if (taken(file)) {
                files.add(file);
            }
        }
        if (files.isEmpty()) {
            throw new IOException("folder " + folder + " holds no exchanges\nIt must hold files of JSON Lines"
                    + " (.jsonl, .ndjson or .json, plain, .gz or .zst) or .parquet whose lines have a time,"
                    + " or OTLP in protobuf (.pb or .binpb).");
        }
        return files;
    }

    private static boolean taken(InputFile file) {
        if (hasName(file.path(), BINARY)) {
            return file.shape().binary();
        }
        boolean foreign = file.parquet() || file.shape() != Shape.EXCHANGES;
        return foreign || ContentKind.of(file) == ContentKind.EXCHANGES;
    }

    private static List<Path> candidates(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .filter(InputFiles::hasKnownName)
                    .sorted()
                    .toList();
        }
    }

    private static boolean hasKnownName(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".parquet")
                || hasName(path, FORMATS)
                || hasName(path, BINARY);
    }

    /** Whether a name ends so, packed or not. */
    private static boolean hasName(Path path, List<String> endings) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return endings.stream()
                .anyMatch(ending -> PACKINGS.stream().anyMatch(packing -> name.endsWith(ending + packing)));
    }
}
