package org.iolaus.ingest.shape.otlp;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** OTLP's values of attributes, of either encoding, as plain JSON trees. */
final class AnyValues {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private AnyValues() {}

    static Map<String, JsonNode> attributes(JsonNode keyValues) {
        Map<String, JsonNode> attributes = new HashMap<>();
        for (JsonNode pair : keyValues) {
            attributes.put(pair.path("key").asString(""), plain(pair.path("value")));
        }
        return attributes;
    }

    static Map<String, JsonNode> attributes(List<KeyValue> keyValues) {
        Map<String, JsonNode> attributes = new HashMap<>();
        for (KeyValue pair : keyValues) {
            attributes.put(pair.getKey(), plain(pair.getValue()));
        }
        return attributes;
    }

    /** The plain form of {@code {"stringValue": ...}} and its like. */
    static JsonNode plain(JsonNode value) {
        if (value.has("kvlistValue")) {
            ObjectNode object = NODES.objectNode();
            for (JsonNode pair : value.path("kvlistValue").path("values")) {
                object.set(pair.path("key").asString(""), plain(pair.path("value")));
            }
            return object;
        }
        if (value.has("arrayValue")) {
            ArrayNode array = NODES.arrayNode();
            value.path("arrayValue").path("values").forEach(element -> array.add(plain(element)));
            return array;
        }
        for (String scalar : List.of("stringValue", "intValue", "doubleValue", "boolValue", "bytesValue")) {
            if (value.has(scalar)) {
                return value.path(scalar);
            }
        }
        return NODES.nullNode();
    }

    static JsonNode plain(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> NODES.stringNode(value.getStringValue());
            case INT_VALUE -> NODES.numberNode(value.getIntValue());
            case DOUBLE_VALUE -> NODES.numberNode(value.getDoubleValue());
            case BOOL_VALUE -> NODES.booleanNode(value.getBoolValue());
            case KVLIST_VALUE -> {
                ObjectNode object = NODES.objectNode();
                value.getKvlistValue()
                        .getValuesList()
                        .forEach(pair -> object.set(pair.getKey(), plain(pair.getValue())));
                yield object;
            }
            case ARRAY_VALUE -> {
                ArrayNode array = NODES.arrayNode();
                value.getArrayValue().getValuesList().forEach(element -> array.add(plain(element)));
                yield array;
            }
            default -> NODES.nullNode();
        };
    }
}
