package org.iolaus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iolaus.detection.fingerprint.Capability;
import org.iolaus.detection.fingerprint.capability.LabelledPrompt;
import org.iolaus.detection.fingerprint.capability.PromptLabels;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads labelled prompts from JSON Lines, plain or zstd. A row has {@code prompt}, and may have {@code system},
 * {@code language}, {@code family}, {@code label}, {@code group} (default: the file's name) and {@code capabilities}, a
 * list of capability names that overrules what the label means.
 */
final class PromptFiles {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Map<String, String> SHORT_CODES = Stream.of(Locale.getISOLanguages())
            .collect(Collectors.toMap(code -> Locale.of(code).getISO3Language(), code -> code, (a, b) -> a));

    private PromptFiles() {}

    static List<LabelledPrompt> read(List<Path> paths) throws IOException {
        List<LabelledPrompt> prompts = new ArrayList<>();
        for (Path file : files(paths)) {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(open(file), UTF_8))) {
                String line = reader.readLine();
                for (int number = 1; line != null; number++) {
                    prompts.add(prompt(file, number, line));
                    line = reader.readLine();
                }
            }
        }
        return prompts;
    }

    private static List<Path> files(List<Path> paths) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> entries = Files.list(path)) {
                    entries.filter(entry -> entry.toString().contains(".jsonl")).forEach(files::add);
                }
            } else {
                files.add(path);
            }
        }
        return files.stream().sorted().toList();
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.toString().endsWith(".zst") ? new ZstdInputStream(in) : in;
    }

    private static JsonNode parse(Path file, int number, String line) {
        try {
            return JSON.readTree(line);
        } catch (JacksonException e) {
            throw Failure.input(file + " line " + number + " must be JSON");
        }
    }

    private static LabelledPrompt prompt(Path file, int number, String line) {
        JsonNode row = parse(file, number, line);
        String text = row.path("prompt").asString("");
        if (text.isEmpty()) {
            throw Failure.input(file + " line " + number + " must have a prompt");
        }
        String family = row.path("family").asString("");
        PromptLabels labels = labels(row, family, text);
        return new LabelledPrompt(
                group(file, row),
                family,
                language(row.path("language").asString("en")),
                row.path("system").asString(""),
                text,
                LabelledPrompt.Context.NONE,
                labels.asked(),
                labels.undecided());
    }

    /** Two letters where ISO 639-1 has them. */
    private static String language(String code) {
        return SHORT_CODES.getOrDefault(code, code.length() > 3 ? code.substring(0, 2) : code);
    }

    private static PromptLabels labels(JsonNode row, String family, String text) {
        if (!row.has("capabilities")) {
            return PromptLabels.of(row.path("label").asString(""), family, text);
        }
        Set<Capability> asked = EnumSet.noneOf(Capability.class);
        for (JsonNode name : row.path("capabilities")) {
            asked.add(capability(name.asString()));
        }
        return new PromptLabels(asked, Set.of());
    }

    private static Capability capability(String label) {
        return Stream.of(Capability.values())
                .filter(capability -> capability.label().equals(label))
                .findFirst()
                .orElseThrow(
                        () -> Failure.input("capability " + label + " must be one of those in docs/capabilities.md"));
    }

    private static String group(Path file, JsonNode row) {
        if (row.has("group")) {
            return row.path("group").asString();
        }
        String name = String.valueOf(file.getFileName()).replaceAll("\\.jsonl.*", "");
        // Collections that share a template are one group.
        if (name.contains("webarena") || name.contains("vwa")) {
            return "web-agents";
        }
        return name.contains("wikitable") ? "wikitable" : name;
    }
}
