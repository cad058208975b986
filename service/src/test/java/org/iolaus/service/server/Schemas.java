package org.iolaus.service.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** As much of JSON Schema as our OpenAPI document uses: types, properties, items, enumerations, constants and references. */
final class Schemas {
    static final Set<String> KEYWORDS = Set.of(
            "$ref",
            "type",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "enum",
            "const",
            "allOf",
            "format",
            "description",
            "default",
            "minimum",
            "maximum",
            "minLength",
            "minItems",
            "maxItems");

    private final JsonNode document;

    Schemas(JsonNode document) {
        this.document = document;
    }

    /** What a reference stands for; the node itself if it is none; missing if it leads nowhere. */
    JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isString() ? resolved(document.at(reference.asString().substring(1))) : node;
    }

    /** What is wrong with a value; nothing if it fits. Properties that a schema does not name are wrong, too. */
    List<String> faults(JsonNode schema, JsonNode value) {
        List<String> faults = new ArrayList<>();
        check("", schema, value, faults);
        return faults;
    }

    private void check(String where, JsonNode given, JsonNode value, List<String> faults) {
        JsonNode schema = resolved(given);
        if (schema.isMissingNode()) {
            faults.add(where + " has no schema");
        }
        String type = schema.path("type").asString("");
        if (!type.isEmpty() && !fits(type, value)) {
            faults.add(where + " is no " + type + ": " + value);
        }
        if (schema.has("enum") && !schema.path("enum").valueStream().toList().contains(value)) {
            faults.add(where + " is none of the enumeration: " + value);
        }
        schema.path("required").forEach(name -> {
            if (!value.has(name.asString())) {
                faults.add(where + "/" + name.asString() + " is missing");
            }
        });
        schema.path("allOf").forEach(each -> check(where, each, value, faults));
        for (Map.Entry<String, JsonNode> each : value.properties()) {
            JsonNode property = property(schema, each.getKey());
            if (!property.isMissingNode()) {
                check(where + "/" + each.getKey(), property, each.getValue(), faults);
            } else if (named(given)) {
                faults.add(where + "/" + each.getKey() + " is not in the schema");
            }
        }
        if (schema.has("items")) {
            value.forEach(each -> check(where + "[]", schema.path("items"), each, faults));
        }
    }

    /** Whether a schema names its properties and is not one of several parts. */
    private boolean named(JsonNode given) {
        JsonNode schema = resolved(given);
        return schema.has("properties") && !parts().contains(schema);
    }

    private List<JsonNode> parts() {
        List<JsonNode> parts = new ArrayList<>();
        document.findValues("allOf").forEach(all -> all.forEach(each -> parts.add(resolved(each))));
        return parts;
    }

    private JsonNode property(JsonNode schema, String name) {
        return schema.path("properties").path(name);
    }

    private static boolean fits(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            default -> false;
        };
    }
}
