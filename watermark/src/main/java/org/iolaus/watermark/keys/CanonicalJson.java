package org.iolaus.watermark.keys;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON with one text for each value: RFC 8785 for objects, arrays, strings and whole numbers, which is all that keys
 * need. Members are sorted by name; only what must be escaped is.
 */
final class CanonicalJson {
    private static final long MAX_EXACT = (1L << 53) - 1;

    private CanonicalJson() {}

    /** The text without any white space, as it is hashed. */
    static String line(Object value) {
        StringBuilder text = new StringBuilder();
        append(text, value, "", "");
        return text.toString();
    }

    /** The same members in the same order, indented for a person, with a final line feed. */
    static String indented(Object value) {
        StringBuilder text = new StringBuilder();
        append(text, value, "\n", "  ");
        return text.append('\n').toString();
    }

    private static void append(StringBuilder text, Object value, String feed, String step) {
        switch (value) {
            case Map<?, ?> map -> object(text, map, feed, step);
            case List<?> list -> array(text, list, feed, step);
            case Integer number -> text.append(number.intValue());
            case Long number -> number(text, number);
            case String string -> string(text, string);
            default -> throw new IllegalArgumentException(value.getClass() + " has no canonical JSON here");
        }
    }

    private static void number(StringBuilder text, long number) {
        if (Math.abs(number) > MAX_EXACT) {
            throw new IllegalArgumentException(number + " must be exact as a double in JSON");
        }
        text.append(number);
    }

    private static void object(StringBuilder text, Map<?, ?> map, String feed, String step) {
        TreeMap<String, Object> sorted = new TreeMap<>();
        map.forEach((name, value) -> sorted.put((String) name, value));
        String inner = feed + step;
        text.append('{');
        String separator = inner;
        for (Map.Entry<String, Object> entry : sorted.entrySet()) {
            text.append(separator);
            string(text, entry.getKey());
            text.append(feed.isEmpty() ? ":" : ": ");
            append(text, entry.getValue(), inner, step);
            separator = "," + inner;
        }
        text.append(feed).append('}');
    }

    private static void array(StringBuilder text, List<?> list, String feed, String step) {
        String inner = feed + step;
        text.append('[');
        String separator = inner;
        for (Object value : list) {
            text.append(separator);
            append(text, value, inner, step);
            separator = "," + inner;
        }
        text.append(list.isEmpty() ? "" : feed).append(']');
    }

    private static void string(StringBuilder text, String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\f' -> text.append("\\f");
                case '\r' -> text.append("\\r");
                default -> text.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        text.append('"');
    }
}
