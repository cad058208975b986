package org.iolaus.simulator.yaml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping from keys to settings. Keys that nobody asks for are errors. Not thread-safe. */
public final class YamlMap {
    private final String file;
    private final String path;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    private YamlMap(String file, String path, int line) {
        this.file = file;
        this.path = path;
        this.line = line;
    }

    /**
     * Parses a document whose root is a mapping.
     *
     * @param file name for messages
     */
    public static YamlMap parse(String file, String text) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root == null) {
                throw new YamlException("file " + file + " must not be empty");
            }
            return of(file, "", root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new YamlException("file " + file + " line " + line + ": must be YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new YamlException("file " + file + " must be YAML: " + e.getMessage());
        }
    }

    private static YamlMap of(String file, String path, Node node) {
        YamlMap map = new YamlMap(file, path, line(node));
        if (!(node instanceof MappingNode mapping)) {
            throw map.error("must be a mapping of keys to values");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (map.values.put(key, tuple.getValueNode()) != null) {
                throw map.error(line(tuple.getKeyNode()), "key " + key + " must not come twice");
            }
        }
        return map;
    }

    /** Makes something of this mapping; refuses what its maker refuses and what it has not asked for. */
    public <T> T read(Function<YamlMap, T> maker) {
        try {
            T made = maker.apply(this);
            refuseUnknown();
            return made;
        } catch (YamlException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw error(String.valueOf(e.getMessage()));
        }
    }

    private void refuseUnknown() {
        for (Map.Entry<String, Node> entry : values.entrySet()) {
            if (!asked.contains(entry.getKey())) {
                throw error(
                        line(entry.getValue()),
                        "key " + entry.getKey() + " must be one of " + asked + "\nMaybe it is misspelt.");
            }
        }
    }

    public boolean has(String key) {
        asked.add(key);
        return values.containsKey(key);
    }

    public String text(String key) {
        return scalar(key).getValue();
    }

    public String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node node : sequence(key)) {
            if (!(node instanceof ScalarNode scalar)) {
                throw error(line(node), key + " must be a list of words");
            }
            texts.add(scalar.getValue());
        }
        return texts;
    }

    public int whole(String key) {
        String text = text(key);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw wrong(key, "must be a whole number such as 12");
        }
    }

    public int whole(String key, int otherwise) {
        return has(key) ? whole(key) : otherwise;
    }

    public double number(String key) {
        String text = text(key);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw wrong(key, "must be a number such as 0.5");
        }
    }

    public double number(String key, double otherwise) {
        return has(key) ? number(key) : otherwise;
    }

    public boolean flag(String key, boolean otherwise) {
        return switch (text(key, Boolean.toString(otherwise))) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(key, "must be true or false");
        };
    }

    /** One of an enum's constants, written in lower case with hyphens. */
    public <E extends Enum<E>> E choice(String key, E otherwise) {
        Map<String, E> choices = new LinkedHashMap<>();
        for (E each : otherwise.getDeclaringClass().getEnumConstants()) {
            choices.put(written(each), each);
        }
        E chosen = choices.get(text(key, written(otherwise)));
        if (chosen == null) {
            throw wrong(key, "must be one of " + choices.keySet());
        }
        return chosen;
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The mapping under a key, empty where the key is missing. */
    public YamlMap map(String key) {
        Node node = has(key) ? values.get(key) : null;
        return node == null ? new YamlMap(file, inside(key), line) : of(file, inside(key), node);
    }

    /** The mappings in the list under a key, none where the key is missing. */
    public List<YamlMap> maps(String key) {
        List<YamlMap> maps = new ArrayList<>();
        if (has(key)) {
            for (Node node : sequence(key)) {
                maps.add(of(file, inside(key) + "[" + maps.size() + "]", node));
            }
        }
        return maps;
    }

    private Collection<Node> sequence(String key) {
        if (node(key) instanceof SequenceNode list) {
            return list.getValue();
        }
        throw error(line(node(key)), key + " must be a list");
    }

    private ScalarNode scalar(String key) {
        if (node(key) instanceof ScalarNode scalar) {
            return scalar;
        }
        throw error(line(node(key)), key + " must be a single value");
    }

    private Node node(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node == null) {
            throw error("key " + key + " must be given; there are " + values.keySet());
        }
        return node;
    }

    private String inside(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private YamlException wrong(String key, String rule) {
        return error(line(node(key)), key + " " + text(key) + " " + rule);
    }

    private YamlException error(String rule) {
        return error(line, rule);
    }

    private YamlException error(int at, String rule) {
        return new YamlException("file " + file + " line " + at + ": " + (path.isEmpty() ? "" : path + ": ") + rule);
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
