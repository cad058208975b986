package org.iolaus.ingest.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** A value of JSON as Jackson reads it, for the slow reference. */
sealed interface JsonTree {
    record Text(String value) implements JsonTree {}

    record Numeral(String digits) implements JsonTree {}

    record Truth(boolean value) implements JsonTree {}

    record Null() implements JsonTree {}

    record Array(List<JsonTree> elements) implements JsonTree {}

    record Fields(Map<String, JsonTree> values, Set<String> repeated) implements JsonTree {}

    JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(128)
                    .maxNumberLength(1 << 20)
                    .build())
            .build();

    /** Reads one document; fails with an unchecked exception if it is malformed. */
    static JsonTree read(String json) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            JsonTree tree = value(parser, parser.nextToken());
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("more than one document");
            }
            return tree;
        }
    }

    private static JsonTree value(JsonParser parser, @Nullable JsonToken token) {
        if (token == null) {
            throw new IllegalArgumentException("no document");
        }
        return switch (token) {
            case START_OBJECT -> fields(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new Text(paired(parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Numeral(parser.getString());
            case VALUE_TRUE -> new Truth(true);
            case VALUE_FALSE -> new Truth(false);
            case VALUE_NULL -> new Null();
            default -> throw new IllegalArgumentException("unexpected " + token);
        };
    }

    private static Fields fields(JsonParser parser) {
        LinkedHashMap<String, JsonTree> values = new LinkedHashMap<>();
        HashSet<String> repeated = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = paired(parser.currentName());
            if (values.put(name, value(parser, parser.nextToken())) != null) {
                repeated.add(name);
            }
        }
        return new Fields(values, repeated);
    }

    private static Array array(JsonParser parser) {
        ArrayList<JsonTree> elements = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            elements.add(value(parser, token));
        }
        return new Array(elements);
    }

    private static String paired(String text) {
        if (text.codePoints().anyMatch(c -> c >= 0xd800 && c <= 0xdfff)) {
            throw new IllegalArgumentException("lone surrogate");
        }
        return text;
    }
}
