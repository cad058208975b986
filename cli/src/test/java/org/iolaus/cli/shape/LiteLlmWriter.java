package org.iolaus.cli.shape;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * LiteLLM's payloads.
 *
 * @param array whether all are one array; otherwise a line each
 * @param hidden whether LiteLLM was told to hide content
 */
record LiteLlmWriter(boolean array, boolean hidden) implements ShapeWriter {
    @Override
    public ObjectNode carried(ObjectNode exchange) {
        exchange.remove(List.of("pathway", "conversation_id"));
        if (exchange.path("network") instanceof ObjectNode network) {
            network.remove(List.of("asn", "country", "ja4"));
        }
        exchange.put("operation", "acompletion");
        return exchange;
    }

    @Override
    public byte[] file(List<ObjectNode> exchanges) {
        List<ObjectNode> payloads = exchanges.stream().map(this::payload).toList();
        return array ? Json.lines(List.of(Json.array().addAll(payloads))) : Json.lines(payloads);
    }

    private ObjectNode payload(ObjectNode exchange) {
        ObjectNode payload = Json.object();
        payload.set("id", exchange.path("id"));
        payload.put("call_type", "acompletion").put("status", "success");
        payload.put("startTime", Json.micros(exchange) / 1e6);
        payload.set("model", exchange.path("model"));
        Json.put(payload, "custom_llm_provider", exchange.path("provider"));
        Json.put(payload, "prompt_tokens", exchange.at("/usage/input_tokens"));
        Json.put(payload, "completion_tokens", exchange.at("/usage/output_tokens"));
        Json.put(payload, "end_user", exchange.path("end_user_id"));
        Json.put(payload, "requester_ip_address", exchange.at("/network/ip"));
        ObjectNode metadata = payload.putObject("metadata");
        Json.put(metadata, "user_api_key_team_id", exchange.path("account_id"));
        Json.put(metadata, "user_api_key_org_id", exchange.path("organization_id"));
        Json.put(metadata, "user_api_key_hash", exchange.path("api_key_id"));
        Json.put(metadata, "user_agent", exchange.at("/network/user_agent"));
        ObjectNode details = metadata.putObject("usage_object").putObject("completion_tokens_details");
        Json.put(details, "reasoning_tokens", exchange.at("/usage/reasoning_tokens"));
        if (hidden) {
            payload.putArray("messages").addObject().put("role", "user").put("content", "redacted-by-litellm");
        } else {
            messages(payload.putArray("messages"), exchange.path("request"));
            parameters(payload.putObject("model_parameters"), exchange.path("request"));
        }
        ObjectNode choice = payload.putObject("response").putArray("choices").addObject();
        choice.put("finish_reason", exchange.at("/response/refused").asBoolean(false) ? "content_filter" : "stop");
        choice.putObject("message").put("role", "assistant").put("content", "An answer.");
        return payload;
    }

    private static void messages(ArrayNode messages, JsonNode request) {
        if (request.has("system")) {
            messages.addObject().put("role", "system").set("content", request.path("system"));
        }
        messages.addAll((ArrayNode) request.path("messages"));
    }

    private static void parameters(ObjectNode parameters, JsonNode request) {
        if (request.path("parameters") instanceof ObjectNode sent) {
            parameters.setAll(sent);
        }
        ArrayNode tools = parameters.putArray("tools");
        request.path("tools")
                .forEach(tool -> tools.addObject()
                        .put("type", "function")
                        .putObject("function")
                        .set("name", tool));
    }
}
