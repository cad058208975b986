package org.iolaus.cli.shape;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bedrock's log of Converse calls that a reseller makes, who names his customers in the metadata. */
record BedrockWriter() implements ShapeWriter {
    @Override
    public ObjectNode carried(ObjectNode exchange) {
        exchange.remove(List.of("conversation_id"));
        if (exchange.path("network") instanceof ObjectNode network) {
            network.remove(List.of("asn"));
        }
        if (exchange.path("usage") instanceof ObjectNode usage) {
            usage.remove("reasoning_tokens");
        }
        exchange.put("pathway", "bedrock");
        return exchange;
    }

    @Override
    public byte[] file(List<ObjectNode> exchanges) {
        return Json.lines(exchanges.stream().map(BedrockWriter::log).toList());
    }

    private static ObjectNode log(ObjectNode exchange) {
        ObjectNode log = Json.object();
        log.put("schemaType", "ModelInvocationLog").put("operation", "Converse").put("accountId", "123456789012");
        log.set("timestamp", exchange.path("time"));
        log.set("requestId", exchange.path("id"));
        log.set("modelId", exchange.path("model"));
        JsonNode request = exchange.path("request");
        ObjectNode input = log.putObject("input");
        Json.put(input, "inputTokenCount", exchange.at("/usage/input_tokens"));
        ObjectNode body = input.putObject("inputBodyJson");
        if (request.has("system")) {
            body.putArray("system").addObject().set("text", request.path("system"));
        }
        messages(body.putArray("messages"), request.path("messages"));
        Json.put(body.putObject("inferenceConfig"), "maxTokens", request.at("/parameters/max_tokens"));
        ArrayNode tools = body.putObject("toolConfig").putArray("tools");
        request.path("tools")
                .forEach(tool -> tools.addObject().putObject("toolSpec").set("name", tool));
        ObjectNode output = log.putObject("output");
        Json.put(output, "outputTokenCount", exchange.at("/usage/output_tokens"));
        boolean refused = exchange.at("/response/refused").asBoolean(false);
        output.putObject("outputBodyJson").put("stopReason", refused ? "content_filtered" : "end_turn");
        ObjectNode metadata = log.putObject("requestMetadata");
        Json.put(metadata, "account.id", exchange.path("account_id"));
        Json.put(metadata, "enduser.pseudo.id", exchange.path("end_user_id"));
        Json.put(metadata, "client.address", exchange.at("/network/ip"));
        Json.put(metadata, "tls.client.ja4", exchange.at("/network/ja4"));
        Json.put(metadata, "user_agent.original", exchange.at("/network/user_agent"));
        Json.put(metadata, "client.geo.country.iso_code", exchange.at("/network/country"));
        return log;
    }

    private static void messages(ArrayNode made, JsonNode messages) {
        for (JsonNode message : messages) {
            ArrayNode blocks = made.addObject()
                    .put("role", message.path("role").stringValue())
                    .putArray("content");
            JsonNode content = message.path("content");
            if (content.isString()) {
                blocks.addObject().set("text", content);
            }
            for (JsonNode part : content) {
                switch (part.path("type").stringValue()) {
                    case "text" -> blocks.addObject().set("text", part.path("text"));
                    case "image" -> blocks.addObject().putObject("image");
                    default -> blocks.addObject().putObject("toolResult");
                }
            }
        }
    }
}
