package org.iolaus.ingest.shape.bedrock;

import java.util.List;
import org.iolaus.detection.exchange.Parameters;
import org.iolaus.detection.exchange.Request;
import org.iolaus.detection.exchange.Response;
import org.iolaus.detection.exchange.Utf8;
import org.iolaus.ingest.shape.ChatMessages;
import org.iolaus.ingest.shape.Content;
import org.iolaus.ingest.shape.Dialogue;
import org.iolaus.ingest.shape.Refusals;
import org.iolaus.ingest.shape.SamplingParameters;
import org.iolaus.ingest.shape.Trees;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The bodies of one invocation: Converse's or Anthropic's messages. Of any other body, or of one that lies in S3 because
 * it was too large for the log, the sender's metadata alone is used.
 *
 * @param input body of the request, missing if not logged
 * @param output body of the response, or the array of its chunks; missing if not logged
 */
record InvocationBody(JsonNode input, JsonNode output) {
    Request request(boolean stream) {
        if (!input.path("messages").isArray()) {
            return new Dialogue().request(List.of(), parameters(stream));
        }
        Dialogue dialogue = new Dialogue();
        dialogue.system(Content.of(input.path("system")).text());
        ChatMessages.add(input.path("messages"), dialogue);
        JsonNode tools = input.has("toolConfig") ? input.path("toolConfig").path("tools") : input.path("tools");
        return dialogue.request(ChatMessages.toolNames(tools), parameters(stream));
    }

    private Parameters parameters(boolean stream) {
        Parameters sent = SamplingParameters.of(input);
        JsonNode inference = input.path("inferenceConfig");
        double temperature = Trees.decimal(inference.path("temperature"));
        int maxTokens = Trees.count(inference.path("maxTokens"));
        return new Parameters(
                Double.isNaN(temperature) ? sent.temperature() : temperature,
                maxTokens < 0 ? sent.maxTokens() : maxTokens,
                sent.logprobs(),
                sent.n(),
                stream || sent.stream(),
                sent.reasoningEffort());
    }

    Response response() {
        if (output.isArray()) {
            return streamed();
        }
        JsonNode message = output.has("output") ? output.path("output").path("message") : output;
        Content content = Content.of(message.path("content"));
        return response(content.text(), content.reasoning(), Trees.text(output, "stopReason", "stop_reason"));
    }

    /** The chunks of Anthropic's or Converse's event stream put together. */
    private Response streamed() {
        StringBuilder text = new StringBuilder();
        StringBuilder reasoning = new StringBuilder();
        String stop = null;
        for (JsonNode chunk : output) {
            JsonNode converse = chunk.path("contentBlockDelta").path("delta");
            JsonNode delta = converse.isMissingNode() ? chunk.path("delta") : converse;
            append(text, Trees.text(delta, "text"));
            append(reasoning, Trees.text(delta, "thinking"));
            append(reasoning, Trees.text(delta.path("reasoningContent"), "text"));
            String given = Trees.text(chunk.path("messageStop"), "stopReason");
            given = given == null ? Trees.text(chunk.path("delta"), "stop_reason") : given;
            stop = given == null ? stop : given;
        }
        return response(text.toString(), reasoning.toString(), stop);
    }

    private static void append(StringBuilder builder, @Nullable String text) {
        if (text != null) {
            builder.append(text);
        }
    }

    private static Response response(String text, String reasoning, @Nullable String stop) {
        return new Response(Utf8.of(text), Utf8.of(reasoning), stop, Refusals.of(stop));
    }
}
