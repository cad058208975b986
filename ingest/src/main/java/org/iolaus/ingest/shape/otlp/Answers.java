package org.iolaus.ingest.shape.otlp;

import java.util.List;
import org.iolaus.detection.exchange.Response;
import org.iolaus.detection.exchange.Utf8;
import org.iolaus.ingest.shape.Content;
import org.iolaus.ingest.shape.Refusals;
import org.iolaus.ingest.shape.Trees;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The answer, wherever a generation of conventions puts it. */
final class Answers {
    private Answers() {}

    static Response of(Observation observation) {
        JsonNode output = Conversations.carrier(observation)
                .structure("gen_ai.output.messages")
                .path(0);
        Content content = content(observation, output);
        String finish = finishReason(observation, output);
        return new Response(Utf8.of(content.text()), Utf8.of(content.reasoning()), finish, Refusals.of(finish));
    }

    private static Content content(Observation observation, JsonNode output) {
        if (!output.isMissingNode()) {
            return Content.of(output.has("parts") ? output.path("parts") : output.path("content"));
        }
        List<JsonNode> openInference = observation.attributes().flattened("llm.output_messages");
        if (!openInference.isEmpty()) {
            return Content.of(Conversations.unflattened(openInference).path(0).path("content"));
        }
        List<JsonNode> numbered = observation.attributes().flattened("gen_ai.completion");
        if (!numbered.isEmpty()) {
            return Content.of(Trees.unwrapped(numbered.getFirst().path("content")));
        }
        for (Observation.Event event : observation.events()) {
            if (event.name().equals(MessageEvents.CHOICE)) {
                JsonNode message = MessageEvents.choice(event);
                return Content.of(message.isString() ? message : message.path("content"));
            }
        }
        return Content.NONE;
    }

    private static @Nullable String finishReason(Observation observation, JsonNode output) {
        Attributes attributes = observation.attributes();
        String reason = Trees.text(
                attributes.structure("gen_ai.response.finish_reasons").path(0));
        reason = reason == null ? Trees.text(output, "finish_reason") : reason;
        reason = reason == null ? attributes.text("llm.finish_reason") : reason;
        for (Observation.Event event : observation.events()) {
            boolean choice = reason == null && event.name().equals(MessageEvents.CHOICE);
            reason = choice ? MessageEvents.finishReason(event) : reason;
        }
        return reason;
    }
}
