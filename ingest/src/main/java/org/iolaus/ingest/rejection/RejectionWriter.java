package org.iolaus.ingest.rejection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes what is set aside to a file of JSON Lines, at most so many lines of it, and counts all of it by rule. Not
 * thread-safe.
 */
public final class RejectionWriter implements RejectionSink, AutoCloseable {
    private static final int MAX_WRITTEN = 100_000;
    private static final int MAX_RULES = 1_000;

    private final BufferedWriter out;
    private final int maxWritten;
    private final TreeMap<String, Long> counts = new TreeMap<>();
    private long count;

    /** Creates {@code file}, or empties it. */
    public RejectionWriter(Path file) throws IOException {
        this(file, MAX_WRITTEN);
    }

    RejectionWriter(Path file, int maxWritten) throws IOException {
        this.out = Files.newBufferedWriter(file, UTF_8);
        this.maxWritten = maxWritten;
    }

    @Override
    public void reject(Rejection rejection) {
        count++;
        String rule = rule(rejection.reason());
        if (counts.size() < MAX_RULES || counts.containsKey(rule)) {
            counts.merge(rule, 1L, Long::sum);
        }
        if (count <= maxWritten) {
            write(rejection);
        }
    }

    /** Lines set aside. */
    public long count() {
        return count;
    }

    /** Lines set aside by reason, without the values that broke it. */
    public SortedMap<String, Long> countsByRule() {
        return new TreeMap<>(counts);
    }

    /** The reason with its numbers and value left out: field and rule. */
    private static String rule(String reason) {
        return reason.replaceAll("^(\\S+) .* (must (?:not )?be )", "$1 $2").replaceAll("byte \\d+", "a byte");
    }

    private void write(Rejection rejection) {
        StringBuilder line = new StringBuilder("{\"file\":");
        appendString(line, rejection.file());
        line.append(",\"line\":").append(rejection.line()).append(",\"reason\":");
        appendString(line, rejection.reason());
        try {
            out.append(line.append("}\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void appendString(StringBuilder line, String text) {
        line.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                line.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                line.append(String.format("\\u%04x", (int) c));
            } else {
                line.append(c);
            }
        }
        line.append('"');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
