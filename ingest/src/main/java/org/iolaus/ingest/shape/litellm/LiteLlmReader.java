package org.iolaus.ingest.shape.litellm;

import static org.iolaus.ingest.shape.ExchangeDraft.required;

import org.iolaus.detection.exchange.Request;
import org.iolaus.ingest.json.LineRejection;
import org.iolaus.ingest.rejection.RejectionSink;
import org.iolaus.ingest.shape.ChatMessages;
import org.iolaus.ingest.shape.Content;
import org.iolaus.ingest.shape.Dialogue;
import org.iolaus.ingest.shape.EventTimes;
import org.iolaus.ingest.shape.ExchangeDraft;
import org.iolaus.ingest.shape.ExchangeSink;
import org.iolaus.ingest.shape.JsonRecords;
import org.iolaus.ingest.shape.Origin;
import org.iolaus.ingest.shape.SamplingParameters;
import org.iolaus.ingest.shape.ShapeCounts;
import org.iolaus.ingest.shape.ShapeReader;
import org.iolaus.ingest.shape.Trees;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads LiteLLM's StandardLoggingPayload (docs.litellm.ai/docs/proxy/logging_spec), as its {@code generic_api} callback
 * posts it: an array, a line each, or one. Thread-safe.
 */
public final class LiteLlmReader {
    private LiteLlmReader() {}

    /** The reader of bodies. */
    public static ShapeReader create() {
        return new JsonRecords(LiteLlmReader::read);
    }

    private static ShapeCounts read(JsonNode json, Origin origin, ExchangeSink sink, RejectionSink rejections)
            throws LineRejection {
        JsonNode metadata = json.path("metadata");
        JsonNode parameters = json.path("model_parameters");
        ExchangeDraft draft = new ExchangeDraft(
                        required("id", Trees.text(json, "id")),
                        EventTimes.of("startTime", json.path("startTime"), origin),
                        account(metadata),
                        required("model", Trees.text(json, "model_group", "model")))
                .organization(Trees.text(metadata, "user_api_key_org_id"))
                .key(Trees.text(metadata, "user_api_key_hash"))
                .endUser(endUser(json, metadata))
                .operation(Trees.text(json, "call_type"))
                .provider(Trees.text(json, "custom_llm_provider"))
                .conversation(Trees.text(metadata, "session_id"))
                .network(ip(json, metadata), 0, null, null, Trees.text(metadata, "user_agent"))
                .request(request(json, parameters))
                .response(LiteLlmResponse.of(json.path("response")))
                .usage(
                        Trees.count(json, "prompt_tokens"),
                        Trees.count(json, "completion_tokens"),
                        LiteLlmResponse.reasoningTokens(json))
                .status(status(json));
        sink.accept(draft.exchange(origin));
        return new ShapeCounts(1, 0, 0);
    }

    /** What pays: the team, the user, or the key by its hash; the organisation where only that is known. */
    private static String account(JsonNode metadata) throws LineRejection {
        String account = Trees.text(
                metadata, "user_api_key_team_id", "user_api_key_user_id", "user_api_key_hash", "user_api_key_org_id");
        if (account == null) {
            throw new LineRejection("metadata must have one of user_api_key_team_id, user_api_key_user_id,"
                    + " user_api_key_hash and user_api_key_org_id");
        }
        return account;
    }

    /** Whom the caller named; in a team otherwise the user whose key it was. */
    private static @Nullable String endUser(JsonNode json, JsonNode metadata) {
        String endUser = Trees.text(json, "end_user");
        if (endUser == null) {
            endUser = Trees.text(metadata, "user_api_key_end_user_id");
        }
        boolean team = Trees.text(metadata, "user_api_key_team_id") != null;
        return endUser == null && team ? Trees.text(metadata, "user_api_key_user_id") : endUser;
    }

    private static @Nullable String ip(JsonNode json, JsonNode metadata) {
        String ip = Trees.text(json, "requester_ip_address");
        return ip == null ? Trees.text(metadata, "requester_ip_address") : ip;
    }

    private static Request request(JsonNode json, JsonNode parameters) {
        Dialogue dialogue = new Dialogue();
        String system = Content.of(parameters.path("system")).text();
        system = system.isEmpty() ? Content.of(parameters.path("instructions")).text() : system;
        dialogue.system(system);
        JsonNode messages = json.path("messages");
        ChatMessages.add(messages.has("messages") ? messages.path("messages") : messages, dialogue);
        return dialogue.request(ChatMessages.toolNames(parameters.path("tools")), SamplingParameters.of(parameters));
    }

    /** 200 for success; of a failure the provider's status, or unknown. */
    private static int status(JsonNode json) {
        int error = Trees.count(json.path("error_information").path("error_code"));
        return "success".equals(Trees.text(json, "status")) ? 200 : Math.max(0, error);
    }
}
