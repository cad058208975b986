package org.iolaus.simulator.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads rule files. A line {@code name = a | b} or a line {@code name} followed by indented lines gives a rule's
 * alternatives. Inside an alternative {@code <rule>} refers to a rule, {@code <^rule>} with a capital, {@code <rule:k>}
 * repeats the same expansion within one text, {@code <my-rule>} prefers what the speaker has bound to that name,
 * {@code <rule*2..4,sep>} repeats, {@code <3..9>} is a number, {@code {a|b}} a choice in line, {@code <<rule>>} stays as
 * {@code <rule>} for a template, and {@code \n} breaks the line.
 */
final class GrammarParser {
    private static final Pattern NUMBER = Pattern.compile("(\\d+)\\.\\.(\\d+)");
    private static final Pattern REFERENCE =
            Pattern.compile("(\\^?)([a-z][a-z0-9.-]*)(?::([a-z0-9]+))?(?:\\*(\\d+)\\.\\.(\\d+)(?:,(.*))?)?");

    private final Map<String, List<String>> sources = new LinkedHashMap<>();
    private final Map<String, Integer> indices = new HashMap<>();
    private final Set<String> vocabulary = new HashSet<>();

    /** Adds a file's rules; a rule of the same name from an earlier file is replaced. */
    void read(String file) {
        Map<String, List<String>> rules = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : file.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("  ")) {
                current.add(line.substring(2));
                continue;
            }
            int equals = line.indexOf(" = ");
            String name = equals < 0 ? line.strip() : line.substring(0, equals).strip();
            current = rules.computeIfAbsent(name, _ -> new ArrayList<>());
            if (equals >= 0) {
                current.addAll(List.of(line.substring(equals + 3).split(" \\| ", -1)));
            }
        }
        sources.putAll(rules);
    }

    /** Adds a file of words and names, which every part of the grammars shares. */
    void readVocabulary(String file) {
        read(file);
        vocabulary.addAll(sources.keySet());
    }

    boolean isVocabulary(String rule) {
        return vocabulary.contains(rule);
    }

    Grammar parse() {
        return parse(Grammars.ALL);
    }

    /** The grammar of one part of the wordings. */
    Grammar parse(Grammars part) {
        int next = 0;
        for (String name : sources.keySet()) {
            indices.put(name, next++);
        }
        List<List<Node>> rules = new ArrayList<>();
        alternatives(part).forEach((rule, spoken) -> {
            List<Node> alternatives = new ArrayList<>();
            for (String source : spoken) {
                alternatives.add(node(source, indices, rule));
            }
            if (alternatives.isEmpty()) {
                throw new IllegalArgumentException("rule " + rule + " has no alternative");
            }
            rules.add(alternatives);
        });
        return new Grammar(Map.copyOf(indices), rules);
    }

    /** Each rule's alternatives in one part of the wordings, in the order of the files. */
    Map<String, List<String>> alternatives(Grammars part) {
        Map<String, List<String>> spoken = new LinkedHashMap<>();
        sources.forEach((rule, all) -> spoken.put(rule, vocabulary.contains(rule) ? all : part.of(rule, all)));
        return spoken;
    }

    static Node node(String source, Map<String, Integer> indices, String where) {
        List<Node> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int i = 0;
        while (i < source.length()) {
            char c = source.charAt(i);
            if (source.startsWith("<<", i)) {
                int end = source.indexOf(">>", i);
                literal.append('<').append(source, i + 2, end).append('>');
                i = end + 2;
            } else if (source.startsWith("\\n", i)) {
                literal.append('\n');
                i += 2;
            } else if (c == '<' && isReference(source, i)) {
                flush(literal, parts);
                int end = source.indexOf('>', i);
                parts.add(reference(source.substring(i + 1, end), indices, where));
                i = end + 1;
            } else if (c == '{' && choiceEnd(source, i) > 0) {
                flush(literal, parts);
                int end = choiceEnd(source, i);
                parts.add(choice(source.substring(i + 1, end), indices, where));
                i = end + 1;
            } else {
                literal.append(c);
                i++;
            }
        }
        flush(literal, parts);
        return parts.size() == 1 ? parts.getFirst() : new Node.Sequence(parts.toArray(Node[]::new));
    }

    private static void flush(StringBuilder literal, List<Node> parts) {
        if (!literal.isEmpty()) {
            parts.add(new Node.Literal(Fragment.of(literal.toString())));
            literal.setLength(0);
        }
    }

    private static boolean isReference(String source, int at) {
        int end = source.indexOf('>', at);
        if (end < 0) {
            return false;
        }
        String inside = source.substring(at + 1, end);
        return NUMBER.matcher(inside).matches() || REFERENCE.matcher(inside).matches();
    }

    private static Node reference(String inside, Map<String, Integer> indices, String where) {
        Matcher number = NUMBER.matcher(inside);
        if (number.matches()) {
            return new Node.WholeNumber(Integer.parseInt(number.group(1)), Integer.parseInt(number.group(2)));
        }
        Matcher matcher = REFERENCE.matcher(inside);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("rule " + where + ": <" + inside + "> is no reference");
        }
        String name = matcher.group(2);
        String binding = name.startsWith("my-") ? name : "";
        String rule = binding.isEmpty() || indices.containsKey(name) ? name : name.substring(3);
        Integer index = indices.get(rule);
        if (index == null) {
            throw new IllegalArgumentException("rule " + where + ": <" + inside + "> names no rule");
        }
        String memo = matcher.group(3) == null ? "" : (rule + ":" + matcher.group(3)).intern();
        Node.Reference reference =
                new Node.Reference(index, memo, binding, !matcher.group(1).isEmpty());
        if (matcher.group(4) == null) {
            return reference;
        }
        String separator = matcher.group(6) == null ? " " : matcher.group(6).replace("\\n", "\n");
        return new Node.Repeat(
                reference,
                Integer.parseInt(matcher.group(4)),
                Integer.parseInt(matcher.group(5)),
                Fragment.of(separator));
    }

    private static Node choice(String inside, Map<String, Integer> indices, String where) {
        List<Node> alternatives = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= inside.length(); i++) {
            if (i == inside.length() || (depth == 0 && inside.charAt(i) == '|')) {
                alternatives.add(node(inside.substring(start, i), indices, where));
                start = i + 1;
            } else if (inside.charAt(i) == '{') {
                depth++;
            } else if (inside.charAt(i) == '}') {
                depth--;
            }
        }
        return new Node.Choice(alternatives.toArray(Node[]::new));
    }

    /** The closing brace of a choice that opens at {@code at}, or -1 if this brace is plain text. */
    private static int choiceEnd(String source, int at) {
        int depth = 0;
        boolean choice = false;
        for (int i = at; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return choice ? i : -1;
            } else if (c == '|' && depth == 1) {
                choice = true;
            }
        }
        return -1;
    }
}
