package org.iolaus.detection.fingerprint.capability;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iolaus.detection.fingerprint.Capability;
import org.iolaus.detection.fingerprint.capability.LabelledPrompt.Context;

/**
 * Our own templates: for kinds and languages that the collected prompts lack. A grammar has a name, labels and lines by
 * language; {@code {slot}} is filled from the slot's words, {@code {text}} from other prompts, so that what is asked
 * about teaches nothing, {@code {rows}} with a random table. {@code |||} parts the system prompt from the turn. Immutable.
 */
public final class PromptGrammar {
    static final String GROUP_PREFIX = "own-";

    private static final List<String> BUNDLED =
            List.of("grammars.txt", "grammars-generation.txt", "grammars-refusals.txt", "grammars-everyday.txt");
    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
    private static final int MAX_TEXT = 400;

    private final Map<String, List<String>> slots = new TreeMap<>();
    private final List<Grammar> grammars = new ArrayList<>();

    private record Grammar(
            String name,
            Set<Capability> asked,
            Set<Capability> undecided,
            Context context,
            Map<String, List<String>> lines) {}

    private PromptGrammar() {}

    /** The grammars that come with the project. */
    public static PromptGrammar bundled() {
        return parse(BUNDLED.stream().map(PromptGrammar::resource).collect(Collectors.joining("\n")));
    }

    private static String resource(String name) {
        try (InputStream in = PromptGrammar.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " must be on the class path");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads grammars. {@code [name label+label-undecided+undecided images tools]} begins one, {@code language: line} adds to it,
     * {@code $slot language: word; word} fills a slot, {@code #} begins a comment.
     */
    public static PromptGrammar parse(String text) {
        PromptGrammar result = new PromptGrammar();
        for (String line : text.lines().toList()) {
            if (line.startsWith("[")) {
                result.grammars.add(header(line.substring(1, line.length() - 1)));
            } else if (line.startsWith("$")) {
                String[] parts = line.substring(1).split(": ", 2);
                result.slots.put(parts[0], List.of(parts[1].split("; ")));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(": ", 2);
                Map<String, List<String>> lines = result.grammars.getLast().lines();
                lines.computeIfAbsent(parts[0], language -> new ArrayList<>()).add(parts[1].replace("\\n", "\n"));
            }
        }
        return result;
    }

    private static Grammar header(String header) {
        List<String> words = List.of(header.split(" ", -1));
        List<String> labels = List.of(words.get(1).split("-", -1));
        Context context =
                new Context(words.contains("images"), words.contains("tools"), words.contains("tool_results"));
        Set<Capability> undecided = labels.size() > 1 ? named(labels.get(1)) : Set.of();
        return new Grammar(words.getFirst(), named(labels.getFirst()), undecided, context, new LinkedHashMap<>());
    }

    private static Set<Capability> named(String labels) {
        return LabelledPrompt.setOf(Stream.of(Capability.values())
                .filter(capability -> List.of(labels.split("\\+", -1)).contains(capability.label()))
                .toList());
    }

    /** Names of the grammars. */
    public List<String> names() {
        return grammars.stream().map(Grammar::name).distinct().toList();
    }

    /**
     * Makes prompts.
     *
     * @param count of each language of each grammar
     * @param texts other prompts by language, to stand where a grammar says {@code {text}}
     */
    public List<LabelledPrompt> generate(int count, long seed, Map<String, List<String>> texts) {
        SplittableRandom random = new SplittableRandom(seed);
        List<LabelledPrompt> prompts = new ArrayList<>();
        for (Grammar grammar : grammars) {
            grammar.lines().forEach((language, lines) -> {
                for (int i = 0; i < count; i++) {
                    String line = lines.get(random.nextInt(lines.size()));
                    prompts.add(prompt(grammar, language, fill(line, language, random, texts), random));
                }
            });
        }
        return prompts;
    }

    /** What comes with a prompt is mentioned half the time, so that text and context are learnt apart. */
    private static LabelledPrompt prompt(Grammar grammar, String language, String text, SplittableRandom random) {
        String[] parts = text.split("\\|\\|\\|", 2);
        boolean swap = parts.length == 1 && random.nextInt(4) == 0;
        String system = parts.length == 2 ? parts[0].strip() : swap ? text : "";
        String turn = parts.length == 2 ? parts[1].strip() : swap ? "" : text;
        Context context = random.nextBoolean() ? grammar.context() : Context.NONE;
        return new LabelledPrompt(
                GROUP_PREFIX + grammar.name(),
                GROUP_PREFIX + grammar.name(),
                language,
                system,
                turn,
                context,
                grammar.asked(),
                grammar.undecided());
    }

    private String fill(String line, String language, SplittableRandom random, Map<String, List<String>> texts) {
        Matcher matcher = SLOT.matcher(line);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String word = word(matcher.group(1), language, random, texts);
            matcher.appendReplacement(filled, Matcher.quoteReplacement(word));
        }
        return matcher.appendTail(filled).toString();
    }

    private String word(String slot, String language, SplittableRandom random, Map<String, List<String>> texts) {
        if (slot.equals("number")) {
            return Integer.toString(random.nextInt(2, 1000));
        }
        boolean free = slot.equals("text") || slot.equals("rows");
        List<String> words = free
                ? texts.getOrDefault(language, texts.getOrDefault("en", List.of("...")))
                : slots.getOrDefault(slot + " " + language, slots.getOrDefault(slot + " en", List.of()));
        if (words.isEmpty()) {
            throw new IllegalArgumentException("slot " + slot + " must have words in " + language + " or en");
        }
        String word = words.get(random.nextInt(words.size())).replace("\\n", "\n");
        if (slot.equals("rows")) {
            return RandomTable.of(word, random);
        }
        return word.length() > MAX_TEXT ? word.substring(0, MAX_TEXT) : word;
    }
}
