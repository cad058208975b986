package org.iolaus.ingest.shape.otlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.iolaus.ingest.shape.Trees;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Attributes of a span, log record or event, and those of the resource that sent it, which are asked second.
 *
 * @param own its own
 * @param resource those of the resource, empty for an event
 */
record Attributes(Map<String, JsonNode> own, Map<String, JsonNode> resource) {
    private static final int MAX_INDEX = 1 << 16;

    /** Whether it has one of these of its own. */
    boolean hasAny(List<String> names) {
        return names.stream().anyMatch(own::containsKey);
    }

    JsonNode node(String name) {
        JsonNode value = own.get(name);
        value = value == null ? resource.get(name) : value;
        return value == null ? MissingNode.getInstance() : value;
    }

    /** A structured value, also if it comes as JSON in a text. */
    JsonNode structure(String name) {
        return Trees.structure(node(name));
    }

    @Nullable
    String text(String... names) {
        return text(List.of(names));
    }

    /** A text that the resource is not asked for. */
    @Nullable
    String ownText(String name) {
        JsonNode value = own.get(name);
        return value == null ? null : Trees.text(value);
    }

    /** The number of the first that has one; {@code NaN} if none has. */
    double decimal(List<String> names) {
        String name = first(names);
        return name == null ? Double.NaN : Trees.decimal(node(name));
    }

    @Nullable
    String text(List<String> names) {
        String name = first(names);
        return name == null ? null : Trees.text(node(name));
    }

    /** The first of the names that has a text. */
    @Nullable
    String first(List<String> names) {
        for (String name : names) {
            if (Trees.text(node(name)) != null) {
                return name;
            }
        }
        return null;
    }

    int count(String... names) {
        for (String name : names) {
            int count = Trees.count(node(name));
            if (count >= 0) {
                return count;
            }
        }
        return -1;
    }

    /**
     * A list that is flattened to {@code prefix.N.field} or {@code prefix.N.field.M.field}, put together again in order of
     * its indices; numbers become fields of objects, as {@code {"0": ...}}.
     */
    List<JsonNode> flattened(String prefix) {
        TreeMap<Integer, ObjectNode> elements = new TreeMap<>();
        String start = prefix + ".";
        own.forEach((name, value) -> {
            String[] path =
                    name.startsWith(start) ? name.substring(start.length()).split("\\.", 12) : new String[0];
            int index = path.length < 2 ? -1 : index(path[0]);
            if (index >= 0) {
                put(elements.computeIfAbsent(index, i -> JsonNodeFactory.instance.objectNode()), path, value);
            }
        });
        return new ArrayList<>(elements.values());
    }

    private static void put(ObjectNode element, String[] path, JsonNode value) {
        ObjectNode at = element;
        for (int i = 1; i < path.length - 1; i++) {
            JsonNode next = at.path(path[i]);
            at = next instanceof ObjectNode object ? object : at.putObject(path[i]);
        }
        at.set(path[path.length - 1], value);
    }

    private static int index(String text) {
        if (text.isEmpty() || text.length() > 5 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        int index = Integer.parseInt(text);
        return index < MAX_INDEX ? index : -1;
    }

    /** Elements of a flattened list inside an object: the values of {@code {"0": ..., "1": ...}} in order. */
    static List<JsonNode> elements(JsonNode object) {
        TreeMap<Integer, JsonNode> elements = new TreeMap<>();
        object.properties().forEach(entry -> {
            int index = index(entry.getKey());
            if (index >= 0) {
                elements.put(index, entry.getValue());
            }
        });
        return new ArrayList<>(elements.values());
    }
}
