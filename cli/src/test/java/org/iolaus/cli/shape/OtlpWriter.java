package org.iolaus.cli.shape;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * OpenTelemetry spans with the current GenAI conventions, several a message.
 *
 * @param protobuf whether messages are in protobuf, each after its length; otherwise a line of JSON each
 * @param texts whether structured attributes are JSON in a text
 */
record OtlpWriter(boolean protobuf, boolean texts) implements ShapeWriter {
    private static final int SPANS = 25;
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("/account_id", "user.id"),
            Map.entry("/organization_id", "organization.id"),
            Map.entry("/api_key_id", "api_key.id"),
            Map.entry("/end_user_id", "enduser.pseudo.id"),
            Map.entry("/pathway", "pathway"),
            Map.entry("/conversation_id", "gen_ai.conversation.id"),
            Map.entry("/provider", "gen_ai.provider.name"),
            Map.entry("/model", "gen_ai.request.model"),
            Map.entry("/network/ip", "client.address"),
            Map.entry("/network/asn", "client.as.number"),
            Map.entry("/network/country", "client.geo.country.iso_code"),
            Map.entry("/network/ja4", "tls.client.ja4"),
            Map.entry("/network/user_agent", "user_agent.original"),
            Map.entry("/request/parameters/temperature", "gen_ai.request.temperature"),
            Map.entry("/request/parameters/max_tokens", "gen_ai.request.max_tokens"),
            Map.entry("/request/parameters/n", "gen_ai.request.choice.count"),
            Map.entry("/request/parameters/stream", "gen_ai.request.stream"),
            Map.entry("/request/parameters/reasoning_effort", "gen_ai.request.reasoning.level"),
            Map.entry("/usage/input_tokens", "gen_ai.usage.input_tokens"),
            Map.entry("/usage/output_tokens", "gen_ai.usage.output_tokens"),
            Map.entry("/usage/reasoning_tokens", "gen_ai.usage.reasoning.output_tokens"),
            Map.entry("/status", "http.response.status_code"));

    @Override
    public ObjectNode carried(ObjectNode exchange) {
        String id = exchange.path("id").stringValue();
        exchange.put(
                "id", "0123456789abcdef0123456789abcdef:" + HexFormat.of().toHexDigits(id.hashCode() * 2654435761L));
        exchange.put("operation", "chat");
        return exchange;
    }

    @Override
    public byte[] file(List<ObjectNode> exchanges) {
        List<ObjectNode> messages = new ArrayList<>();
        for (int i = 0; i < exchanges.size(); i += SPANS) {
            ObjectNode message = Json.object();
            ArrayNode spans = message.putArray("resourceSpans")
                    .addObject()
                    .putArray("scopeSpans")
                    .addObject()
                    .putArray("spans");
            exchanges.subList(i, Math.min(i + SPANS, exchanges.size())).forEach(each -> spans.add(span(each)));
            messages.add(message);
        }
        return protobuf ? delimited(messages) : Json.lines(messages);
    }

    private ObjectNode span(ObjectNode exchange) {
        String[] id = exchange.path("id").stringValue().split(":", -1);
        ObjectNode span = Json.object();
        span.put("traceId", id[0]).put("spanId", id[1]).put("name", "chat").put("kind", 3);
        span.put("startTimeUnixNano", Json.micros(exchange) + "000");
        ArrayNode attributes = span.putArray("attributes");
        add(attributes, "gen_ai.operation.name", exchange.path("operation"));
        TEXTS.forEach((path, name) -> add(attributes, name, exchange.at(path)));
        JsonNode request = exchange.path("request");
        add(attributes, "gen_ai.input.messages", structure(messages(request.path("messages"))));
        if (request.has("system")) {
            ArrayNode system = Json.array();
            system.addObject().put("type", "text").set("content", request.path("system"));
            add(attributes, "gen_ai.system_instructions", structure(system));
        }
        ArrayNode tools = Json.array();
        request.path("tools")
                .forEach(tool -> tools.addObject().put("type", "function").set("name", tool));
        add(attributes, "gen_ai.tool.definitions", structure(tools));
        ArrayNode reasons = Json.array();
        reasons.add(exchange.at("/response/refused").asBoolean(false) ? "refusal" : "stop");
        add(attributes, "gen_ai.response.finish_reasons", reasons);
        return span;
    }

    private static ArrayNode messages(JsonNode messages) {
        ArrayNode made = Json.array();
        for (JsonNode message : messages) {
            ArrayNode parts = made.addObject()
                    .put("role", message.path("role").stringValue())
                    .putArray("parts");
            JsonNode content = message.path("content");
            if (content.isString()) {
                parts.addObject().put("type", "text").set("content", content);
            }
            for (JsonNode part : content) {
                switch (part.path("type").stringValue()) {
                    case "text" -> parts.addObject().put("type", "text").set("content", part.path("text"));
                    case "image" -> parts.addObject().put("type", "blob").put("modality", "image");
                    default -> parts.addObject().put("type", "tool_call_response");
                }
            }
        }
        return made;
    }

    private JsonNode structure(JsonNode value) {
        return texts ? JsonNodeFactory.instance.stringNode(Json.MAPPER.writeValueAsString(value)) : value;
    }

    private static void add(ArrayNode attributes, String name, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            attributes.addObject().put("key", name).set("value", any(value));
        }
    }

    private static ObjectNode any(JsonNode value) {
        ObjectNode any = Json.object();
        if (value.isArray()) {
            ArrayNode values = any.putObject("arrayValue").putArray("values");
            value.forEach(element -> values.add(any(element)));
        } else if (value.isObject()) {
            ArrayNode values = any.putObject("kvlistValue").putArray("values");
            value.properties().forEach(entry -> add(values, entry.getKey(), entry.getValue()));
        } else if (value.isIntegralNumber()) {
            any.put("intValue", value.asString());
        } else if (value.isNumber()) {
            any.put("doubleValue", value.doubleValue());
        } else if (value.isBoolean()) {
            any.put("boolValue", value.booleanValue());
        } else {
            any.put("stringValue", value.stringValue());
        }
        return any;
    }

    /** Protobuf's own JSON has ids in Base64. */
    private static byte[] delimited(List<ObjectNode> messages) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (ObjectNode message : messages) {
                for (JsonNode span : message.at("/resourceSpans/0/scopeSpans/0/spans")) {
                    base64((ObjectNode) span, "traceId");
                    base64((ObjectNode) span, "spanId");
                }
                byte[] encoded = encoded(Json.MAPPER.writeValueAsString(message));
                out.writeInt(encoded.length);
                out.write(encoded);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] encoded(String json) throws InvalidProtocolBufferException {
        ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
        JsonFormat.parser().merge(json, request);
        return request.build().toByteArray();
    }

    private static void base64(ObjectNode span, String field) {
        byte[] id = HexFormat.of().parseHex(span.path(field).stringValue());
        span.put(field, Base64.getEncoder().encodeToString(id));
    }
}
