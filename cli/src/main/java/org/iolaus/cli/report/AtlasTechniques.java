package org.iolaus.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names of MITRE ATLAS techniques, from the versioned file {@code atlas-techniques.tsv}.
 *
 * @param source the file's first line: where the names are from and which version
 * @param names names by identifier
 */
record AtlasTechniques(String source, Map<String, String> names) {
    private static final AtlasTechniques CURRENT = read();

    AtlasTechniques {
        names = Map.copyOf(names);
    }

    static AtlasTechniques current() {
        return CURRENT;
    }

    String name(String id) {
        return names.getOrDefault(id, "");
    }

    private static AtlasTechniques read() {
        try (InputStream stream = AtlasTechniques.class.getResourceAsStream("atlas-techniques.tsv")) {
            if (stream == null) {
                throw new IllegalStateException("resource atlas-techniques.tsv is missing from the jar");
            }
            Map<String, String> names = new TreeMap<>();
            String text = new String(stream.readAllBytes(), UTF_8);
            text.lines().skip(1).forEach(line -> {
                int tab = line.indexOf('\t');
                names.put(line.substring(0, tab), line.substring(tab + 1));
            });
            return new AtlasTechniques(text.lines().findFirst().orElseThrow(), names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
