package org.iolaus.ingest.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A list file: one entry a line; what follows a hash sign is a comment. */
final class ListFile {
    private ListFile() {}

    /** Takes one entry. */
    @FunctionalInterface
    interface EntrySink {
        /**
         * Takes the entry.
         *
         * @throws IllegalArgumentException if it is malformed
         */
        void add(String entry);
    }

    static void read(Path file, EntrySink sink) throws IOException {
        int number = 0;
        for (String line : lines(file)) {
            number++;
            String entry = line.replaceFirst("#.*", "").strip();
            if (entry.isEmpty()) {
                continue;
            }
            try {
                sink.add(entry);
            } catch (IllegalArgumentException e) {
                throw new IOException(file + " line " + number + ": " + e.getMessage(), e);
            }
        }
    }

    private static List<String> lines(Path file) throws IOException {
        ArrayList<String> lines = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file, UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        }
        return lines;
    }
}
