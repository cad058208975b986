package org.iolaus.watermark.keys;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON object that is read field by field: each must be there, be of its type and be asked for. Messages name the
 * path, the value and the rule; a value is shown only where it is no secret.
 */
final class StrictObject {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String path;
    private final Map<String, Object> left;

    private StrictObject(String path, Map<String, Object> fields) {
        this.path = path;
        this.left = fields;
    }

    /**
     * Reads a text that is one JSON object and nothing else.
     *
     * @param name what the text is, the first part of each path
     */
    static StrictObject parse(String name, String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            Object value = parser.nextToken() == JsonToken.START_OBJECT ? value(parser) : null;
            if (value == null || parser.nextToken() != null) {
                throw new IllegalArgumentException(name + " must be one JSON object");
            }
            return new StrictObject(name, fields(value));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    name + " must be JSON without repeated fields" + at(e.getLocation()) + "\nMaybe it was cut short.",
                    e);
        }
    }

    private static String at(@Nullable TokenStreamLocation location) {
        return location == null
                ? ""
                : ", but is not from line " + location.getLineNr() + " column " + location.getColumnNr() + " on";
    }

    String string(String name) {
        Object value = take(name);
        if (value instanceof String string) {
            return string;
        }
        throw broken(name, value, "must be a string");
    }

    int integer(String name) {
        Object value = take(name);
        if (value instanceof Integer integer) {
            return integer;
        }
        throw broken(name, value, "must be a whole number");
    }

    Instant time(String name) {
        String value = string(name);
        try {
            return Instant.parse(value);
        } catch (DateTimeException e) {
            throw broken(name, value, "must be a time in RFC 3339, such as 2026-01-31T00:00:00Z");
        }
    }

    byte[] base64(String name) {
        try {
            return Base64.getDecoder().decode(string(name));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(path + "." + name + " must be base64 text");
        }
    }

    StrictObject object(String name) {
        Object value = take(name);
        if (value instanceof Map) {
            return new StrictObject(path + "." + name, fields(value));
        }
        throw broken(name, value, "must be an object");
    }

    List<StrictObject> objects(String name) {
        Object value = take(name);
        if (!(value instanceof List<?> list)) {
            throw broken(name, value, "must be an array");
        }
        List<StrictObject> objects = new ArrayList<>();
        for (Object each : list) {
            String at = path + "." + name + "[" + objects.size() + "]";
            if (!(each instanceof Map)) {
                throw new IllegalArgumentException(at + " must be an object");
            }
            objects.add(new StrictObject(at, fields(each)));
        }
        return objects;
    }

    boolean has(String name) {
        return left.containsKey(name);
    }

    /** Says that all fields have been asked for. */
    void end() {
        if (!left.isEmpty()) {
            throw new IllegalArgumentException(
                    path + "." + left.keySet().stream().sorted().findFirst().orElseThrow() + " is unknown here"
                            + "\nMaybe it was written by a newer version.");
        }
    }

    IllegalArgumentException broken(String name, Object value, String rule) {
        String shown = value instanceof Map || value instanceof List ? "" : " \"" + value + "\"";
        return new IllegalArgumentException(path + "." + name + shown + " " + rule);
    }

    private Object take(String name) {
        Object value = left.remove(name);
        if (value == null) {
            throw new IllegalArgumentException(path + "." + name + " is missing");
        }
        return value;
    }

    @SuppressWarnings("unchecked") // value() makes no other maps
    private static Map<String, Object> fields(Object value) {
        return (Map<String, Object>) value;
    }

    /** The value at the parser's token; null is left out, as if the field were missing. */
    private static @Nullable Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> map = new HashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    Object member = value(parser);
                    if (member != null) {
                        map.put(name, member);
                    }
                }
                yield map;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    Object element = value(parser);
                    list.add(element == null ? "null" : element);
                }
                yield list;
            }
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NULL -> null;
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            default -> parser.getString();
        };
    }
}
