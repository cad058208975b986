package org.iolaus.ingest.shape.litellm;

import org.iolaus.detection.exchange.Response;
import org.iolaus.detection.exchange.Utf8;
import org.iolaus.ingest.shape.Content;
import org.iolaus.ingest.shape.Refusals;
import org.iolaus.ingest.shape.Trees;
import tools.jackson.databind.JsonNode;

/** The answer in a LiteLLM record: chat completions, Anthropic messages, or a text. */
final class LiteLlmResponse {
    private LiteLlmResponse() {}

    static Response of(JsonNode response) {
        if (response.isString()) {
            return new Response(Utf8.of(Content.of(response).text()), Utf8.EMPTY, null, null);
        }
        JsonNode choice = response.path("choices").path(0);
        JsonNode message = choice.path("message");
        Content content = Content.of(message.isMissingNode() ? response.path("content") : message.path("content"));
        String reasoning = Trees.text(message, "reasoning_content");
        String finish = Trees.text(choice, "finish_reason");
        finish = finish == null ? Trees.text(response, "stop_reason") : finish;
        Boolean refused = Trees.text(message, "refusal") != null ? Boolean.TRUE : Refusals.of(finish);
        return new Response(
                Utf8.of(content.text()),
                Utf8.of(
                        reasoning == null
                                ? content.reasoning()
                                : Content.of(reasoning).text()),
                finish,
                refused);
    }

    static int reasoningTokens(JsonNode json) {
        int logged = reasoning(json.path("metadata").path("usage_object"));
        return logged >= 0 ? logged : reasoning(json.path("response").path("usage"));
    }

    private static int reasoning(JsonNode usage) {
        return Trees.count(usage.path("completion_tokens_details").path("reasoning_tokens"));
    }
}
