package org.iolaus.ingest.shape;

import org.iolaus.ingest.json.LineRejection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * JSON trees of bounded depth and their values, read leniently: a value of the wrong type counts as absent, because
 * foreign records carry much that is not for us. Thread-safe.
 */
public final class Trees {
    /** Deepest nesting that is read. */
    public static final int MAX_DEPTH = 128;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(100)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Trees() {}

    /**
     * Parses the JSON value in {@code [from, to)}.
     *
     * @throws LineRejection if it is no JSON or nests too deep; the reason never quotes it
     */
    public static JsonNode parse(byte[] bytes, int from, int to) throws LineRejection {
        try {
            return MAPPER.readTree(bytes, from, to - from);
        } catch (StreamConstraintsException e) {
            throw new LineRejection(
                    "the record must be JSON of at most " + MAX_DEPTH + " levels with numbers of at most 100 digits");
        } catch (JacksonException e) {
            long offset = e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
            throw new LineRejection(
                    offset < 0 ? "the record must be JSON" : "byte " + (offset + 1) + " must continue a JSON value");
        }
    }

    /** The JSON that a text holds, or a missing node if it holds none. */
    public static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /** The value itself, or the JSON that it holds as a text. */
    public static JsonNode unwrapped(JsonNode value) {
        if (!value.isString()) {
            return value;
        }
        String text = value.stringValue().strip();
        boolean json = text.startsWith("{") || text.startsWith("[");
        JsonNode parsed = json ? parse(text) : MissingNode.getInstance();
        return parsed.isMissingNode() ? value : parsed;
    }

    /**
     * The value itself, or the JSON that it holds as a text; missing if that begins as JSON but is none, as when a sender
     * cut it off at its own limit.
     */
    public static JsonNode structure(JsonNode value) {
        JsonNode unwrapped = unwrapped(value);
        boolean cutOff =
                unwrapped.isString() && unwrapped.stringValue().stripLeading().matches("(?s)[\\[{].*");
        return cutOff ? MissingNode.getInstance() : unwrapped;
    }

    /** A text or a number as text; null if it is neither, or empty. */
    public static @Nullable String text(JsonNode value) {
        if (!value.isString() && !value.isNumber()) {
            return null;
        }
        String text = value.asString();
        return text.isEmpty() ? null : text;
    }

    /** The first text that is given. */
    public static @Nullable String text(JsonNode object, String... fields) {
        for (String field : fields) {
            String text = text(object.path(field));
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** A count, also as text or as a number with a fraction of 0; -1 if there is none. */
    public static int count(JsonNode value) {
        double number = decimal(value);
        boolean count = number >= 0 && number <= Integer.MAX_VALUE && number == Math.rint(number);
        return count ? (int) number : -1;
    }

    /** The first count that is given; -1 if there is none. */
    public static int count(JsonNode object, String... fields) {
        for (String field : fields) {
            int count = count(object.path(field));
            if (count >= 0) {
                return count;
            }
        }
        return -1;
    }

    /** A number, also as text; {@code NaN} if it is none. */
    public static double decimal(JsonNode value) {
        if (value.isNumber()) {
            return value.doubleValue();
        }
        if (!value.isString() || value.stringValue().length() > 40) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(value.stringValue().strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Whether the value is true, also as text. */
    public static boolean isTrue(JsonNode value) {
        return (value.isBoolean() && value.booleanValue())
                || (value.isString() && value.stringValue().equalsIgnoreCase("true"));
    }
}
