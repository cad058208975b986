package org.iolaus.simulator.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.iolaus.simulator.actor.Prompt;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a folder of prompts: files of JSON Lines, plain, {@code .gz} or {@code .zst}, in order of their names. A line
 * has {@code prompt} and {@code label} and may have {@code system}; a prompt that comes again is left out.
 */
public final class CorpusReader {
    private final JsonFactory json = new JsonFactory();
    private final SequencedMap<String, List<Prompt>> pools = new LinkedHashMap<>();
    private final Set<Prompt> seen = new HashSet<>();

    private CorpusReader() {}

    /**
     * Reads all files.
     *
     * @throws IOException if one cannot be read
     * @throws IllegalArgumentException if a line breaks a rule; the message names file, line, value and rule
     */
    public static Corpus read(Path folder) throws IOException {
        CorpusReader reader = new CorpusReader();
        for (Path file : files(folder)) {
            reader.file(file);
        }
        return new Corpus(reader.pools);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files = entries.filter(each -> each.toString().matches(".*\\.jsonl(\\.gz|\\.zst)?"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new IllegalArgumentException("corpus " + folder + " must hold files *.jsonl, plain, .gz or .zst");
            }
            return files;
        }
    }

    private void file(Path file) throws IOException {
        int number = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(file), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    add(fields(line));
                }
            }
        } catch (JacksonException e) {
            throw bad(file, number, "the line must be one JSON object: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            throw bad(file, number, String.valueOf(e.getMessage()));
        }
    }

    private static IllegalArgumentException bad(Path file, int line, String reason) {
        return new IllegalArgumentException(file + " line " + line + ": " + reason);
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        String name = file.toString();
        return name.endsWith(".zst") ? new ZstdInputStream(in) : name.endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    /** The fields of a line that are text. */
    private Map<String, String> fields(String line) {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("the line must be a JSON object");
            }
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                if (parser.nextToken() == JsonToken.VALUE_STRING) {
                    fields.put(name, parser.getString());
                } else {
                    parser.skipChildren();
                }
            }
        }
        return fields;
    }

    private void add(Map<String, String> fields) {
        String text = fields.getOrDefault("prompt", "");
        if (text.isBlank()) {
            throw new IllegalArgumentException("prompt " + fields.get("prompt") + " must be text and not blank");
        }
        if (!fields.containsKey("label")) {
            throw new IllegalArgumentException("label is missing; it must name a kind of work");
        }
        String pool = Corpus.poolOfLabel(fields.getOrDefault("label", ""));
        Prompt prompt = new Prompt(fields.getOrDefault("system", ""), text);
        if (seen.add(prompt)) {
            pools.computeIfAbsent(pool, _ -> new ArrayList<>()).add(prompt);
        }
    }
}
