package org.iolaus.service.policy;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A mapping of a policy's YAML. Keys that nobody asked for are errors. Nothing is constructed from tags: nodes are read
 * as words. Not thread-safe.
 */
final class Setting {
    private final String path;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    private Setting(String path, int line) {
        this.path = path;
        this.line = line;
    }

    static Setting parse(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setCodePointLimit(Integer.MAX_VALUE);
        try {
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (root == null) {
                throw new PolicyException("a policy must not be empty");
            }
            return of("", root);
        } catch (MarkedYAMLException e) {
            int at = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new PolicyException("line " + at + ": must be YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new PolicyException("must be YAML: " + e.getMessage());
        }
    }

    private static Setting of(String path, Node node) {
        Setting setting = new Setting(path, line(node));
        if (!(node instanceof MappingNode mapping)) {
            throw setting.error(
                    line(node), (path.isEmpty() ? "a policy" : path) + " must be a mapping of keys to values");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (setting.values.put(key, tuple.getValueNode()) != null) {
                throw setting.error(line(tuple.getKeyNode()), "key " + setting.inside(key) + " must not come twice");
            }
        }
        return setting;
    }

    /** Makes something of this mapping; refuses what its maker refuses and keys that it has not asked for. */
    <T> T read(Function<Setting, T> maker) {
        T made;
        try {
            made = maker.apply(this);
        } catch (PolicyException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw error(line, String.valueOf(e.getMessage()));
        }
        values.forEach((key, node) -> {
            if (!asked.contains(key)) {
                throw error(
                        line(node),
                        "key " + inside(key) + " with value " + shown(node) + " must be one of "
                                + String.join(", ", new TreeSet<>(asked)) + "\nMaybe it is misspelt.");
            }
        });
        return made;
    }

    boolean has(String key) {
        asked.add(key);
        return values.containsKey(key);
    }

    String text(String key) {
        return scalar(key, node(key));
    }

    @Nullable
    String textOrNull(String key) {
        return has(key) ? text(key) : null;
    }

    String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    /** Words, given as one or as a list; none where the key is missing. */
    List<String> texts(String key) {
        if (!has(key)) {
            return List.of();
        }
        Node node = node(key);
        if (node instanceof SequenceNode list) {
            return list.getValue().stream().map(each -> scalar(key, each)).toList();
        }
        return List.of(scalar(key, node));
    }

    int whole(String key) {
        try {
            return Integer.parseInt(text(key));
        } catch (NumberFormatException e) {
            throw wrong(key, "must be a whole number such as 12");
        }
    }

    double number(String key, double otherwise) {
        try {
            return has(key) ? Double.parseDouble(text(key)) : otherwise;
        } catch (NumberFormatException e) {
            throw wrong(key, "must be a number such as 0.001");
        }
    }

    @Nullable
    Boolean flagOrNull(String key) {
        return switch (textOrNull(key)) {
            case null -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(key, "must be true or false");
        };
    }

    Duration duration(String key, Duration otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        try {
            return Durations.parse(text(key));
        } catch (IllegalArgumentException e) {
            throw wrong(key, "must be a duration such as 10m, 24h, 90d or PT10M");
        }
    }

    Instant time(String key) {
        try {
            return Instant.parse(text(key));
        } catch (DateTimeParseException e) {
            throw wrong(key, "must be a time in UTC such as 2026-12-31T00:00:00Z");
        }
    }

    <E extends Enum<E>> E choice(String key, E otherwise) {
        return has(key) ? choice(key, text(key), otherwise.getDeclaringClass()) : otherwise;
    }

    <E extends Enum<E>> Set<E> choices(String key, Class<E> type) {
        Set<E> chosen = new LinkedHashSet<>();
        for (String text : texts(key)) {
            chosen.add(choice(key, text, type));
        }
        return chosen;
    }

    <E extends Enum<E>> E choice(String key, String text, Class<E> type) {
        List<String> names = new ArrayList<>();
        for (E each : type.getEnumConstants()) {
            String name = each.name().toLowerCase(Locale.ROOT);
            if (name.equals(text)) {
                return each;
            }
            names.add(name);
        }
        throw error(line(node(key)), inside(key) + " " + text + " must be one of " + String.join(", ", names));
    }

    /** The mapping under a key; empty where the key is missing. */
    Setting map(String key) {
        return has(key) ? of(inside(key), node(key)) : new Setting(inside(key), line);
    }

    /** The mappings in the list under a key; none where the key is missing. */
    List<Setting> maps(String key) {
        List<Setting> maps = new ArrayList<>();
        if (has(key)) {
            if (!(node(key) instanceof SequenceNode list)) {
                throw wrong(key, "must be a list");
            }
            list.getValue().forEach(node -> maps.add(of(inside(key) + "[" + maps.size() + "]", node)));
        }
        return maps;
    }

    /** The keys that are there, all taken for asked. */
    Set<String> keys() {
        asked.addAll(values.keySet());
        return values.keySet();
    }

    PolicyException wrong(String key, String rule) {
        Node node = node(key);
        return error(line(node), inside(key) + " " + shown(node) + " " + rule);
    }

    private Node node(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node == null) {
            throw error(line, "key " + inside(key) + " is missing and must be there");
        }
        return node;
    }

    private String scalar(String key, Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw error(line(node), inside(key) + " " + shown(node) + " must be a single value");
    }

    private String inside(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String shown(Node node) {
        return switch (node) {
            case ScalarNode scalar -> "\"" + scalar.getValue() + "\"";
            case SequenceNode _ -> "(a list)";
            default -> "(a mapping)";
        };
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private PolicyException error(int at, String message) {
        return new PolicyException("line " + at + ": " + message);
    }
}
