package org.iolaus.cli.shape;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON for tests. */
final class Json {
    static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static byte[] lines(List<? extends JsonNode> lines) {
        return lines.stream()
                .map(MAPPER::writeValueAsString)
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(UTF_8);
    }

    static long micros(ObjectNode exchange) {
        return ChronoUnit.MICROS.between(
                Instant.EPOCH, Instant.parse(exchange.path("time").stringValue()));
    }

    /** Sets a field if there is a value. */
    static void put(ObjectNode object, String field, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            object.set(field, value);
        }
    }
}
