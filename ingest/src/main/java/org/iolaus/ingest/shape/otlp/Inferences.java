package org.iolaus.ingest.shape.otlp;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.iolaus.detection.exchange.Exchange;
import org.iolaus.detection.exchange.Parameters;
import org.iolaus.ingest.json.LineRejection;
import org.iolaus.ingest.shape.AttributeNames;
import org.iolaus.ingest.shape.ChatMessages;
import org.iolaus.ingest.shape.EventTimes;
import org.iolaus.ingest.shape.ExchangeDraft;
import org.iolaus.ingest.shape.Origin;
import org.iolaus.ingest.shape.SamplingParameters;
import org.iolaus.ingest.shape.Trees;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Tells inferences from other spans and makes exchanges of them. Read are the GenAI conventions of several years
 * (github.com/open-telemetry/semantic-conventions-genai), OpenInference's {@code llm.*} and the numbered
 * {@code gen_ai.prompt.N}. A span of an agent or a tool only wraps inferences and is none. Thread-safe.
 */
final class Inferences {
    private static final Set<String> OPERATIONS =
            Set.of("chat", "completion", "text_completion", "generate_content", "embedding", "embeddings", "responses");
    private static final Set<String> SPAN_KINDS = Set.of("LLM", "EMBEDDING");
    private static final List<String> MODELS = List.of(
            "gen_ai.request.model",
            "llm.request.model_name",
            "llm.model_name",
            "gen_ai.response.model",
            "llm.response.model_name");

    private final AttributeNames names;

    Inferences(AttributeNames names) {
        this.names = names;
    }

    /** Whether it is an inference, or should be one. */
    boolean isInference(Observation observation) {
        if (observation.kind() == Observation.Kind.LOG
                && isOtherEvent(observation.events().getFirst().name())) {
            return false;
        }
        Attributes attributes = observation.attributes();
        String kind = attributes.ownText("openinference.span.kind");
        if (kind != null) {
            return SPAN_KINDS.contains(kind.toUpperCase(Locale.ROOT));
        }
        String operation = attributes.ownText("gen_ai.operation.name");
        if (operation != null) {
            return OPERATIONS.contains(operation);
        }
        boolean messages = observation.events().stream().anyMatch(event -> MessageEvents.isMessage(event.name()));
        return messages || attributes.hasAny(MODELS);
    }

    /** An event about an inference, such as its evaluation. */
    private static boolean isOtherEvent(String name) {
        return !name.isEmpty() && !name.equals(Observation.DETAILS) && !MessageEvents.isMessage(name);
    }

    Exchange exchange(Observation observation, Origin origin) throws LineRejection {
        Attributes attributes = observation.attributes();
        String accountName = attributes.first(names.account());
        if (accountName == null) {
            throw new LineRejection("the account is missing: one of the attributes "
                    + String.join(", ", names.account()) + " must be given");
        }
        String model = attributes.text(MODELS);
        if (model == null) {
            throw new LineRejection(
                    "the model is missing: one of the attributes " + String.join(", ", MODELS) + " must be given");
        }
        List<String> endUser = names.endUser().stream()
                .filter(name -> !name.equals(accountName))
                .toList();
        return new ExchangeDraft(
                        id(observation),
                        time(observation, origin),
                        ExchangeDraft.required(accountName, attributes.text(accountName)),
                        model)
                .organization(attributes.text(names.organization()))
                .key(attributes.text(names.key()))
                .pathway(attributes.text(names.pathway()))
                .operation(attributes.text("gen_ai.operation.name", "llm.request.type"))
                .conversation(attributes.text("gen_ai.conversation.id", "session.id"))
                .endUser(attributes.text(endUser))
                .provider(attributes.text("gen_ai.provider.name", "gen_ai.system", "llm.provider", "llm.system"))
                .network(
                        ip(observation),
                        attributes.decimal(names.asn()),
                        attributes.text(names.country()),
                        attributes.text(names.ja4()),
                        attributes.text(names.userAgent()))
                .request(Conversations.of(observation).request(tools(observation), parameters(attributes)))
                .response(Answers.of(observation))
                .usage(
                        attributes.count(
                                "gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens", "llm.token_count.prompt"),
                        attributes.count(
                                "gen_ai.usage.output_tokens",
                                "gen_ai.usage.completion_tokens",
                                "llm.token_count.completion"),
                        attributes.count(
                                "gen_ai.usage.reasoning.output_tokens", "llm.token_count.completion_details.reasoning"))
                .status(Math.max(0, attributes.count("http.response.status_code", "http.status_code", "error.type")))
                .exchange(origin);
    }

    /** Trace and span; a log record outside of a trace, the id of the answer. */
    private static String id(Observation observation) throws LineRejection {
        if (!observation.spanId().isEmpty()) {
            return observation.traceId() + ":" + observation.spanId();
        }
        return ExchangeDraft.required("spanId", observation.attributes().text("gen_ai.response.id"));
    }

    private static long time(Observation observation, Origin origin) throws LineRejection {
        if (observation.timeNanos() == 0) {
            throw new LineRejection("startTimeUnixNano is missing and must be given");
        }
        return EventTimes.ofNanos("startTimeUnixNano", observation.timeNanos(), origin);
    }

    private @Nullable String ip(Observation observation) {
        String ip = observation.attributes().text(names.ip());
        return ip == null && observation.kind() == Observation.Kind.SERVER
                ? observation.attributes().text(names.peer())
                : ip;
    }

    private static List<String> tools(Observation observation) {
        Attributes attributes = observation.attributes();
        JsonNode definitions = Conversations.carrier(observation).structure("gen_ai.tool.definitions");
        if (!definitions.isMissingNode()) {
            return ChatMessages.toolNames(definitions);
        }
        List<JsonNode> schemas = attributes.flattened("llm.tools").stream()
                .map(tool -> Trees.unwrapped(tool.path("tool").path("json_schema")))
                .toList();
        return schemas.isEmpty()
                ? ChatMessages.toolNames(
                        attributes.structure("llm.invocation_parameters").path("tools"))
                : ChatMessages.toolNames(JsonNodeFactory.instance.arrayNode().addAll(schemas));
    }

    private static Parameters parameters(Attributes attributes) {
        Parameters sent = SamplingParameters.of(attributes.structure("llm.invocation_parameters"));
        double temperature = Trees.decimal(attributes.node("gen_ai.request.temperature"));
        int maxTokens = attributes.count("gen_ai.request.max_tokens");
        int choices = attributes.count("gen_ai.request.choice.count");
        String effort = attributes.text("gen_ai.request.reasoning.level");
        return new Parameters(
                Double.isNaN(temperature) ? sent.temperature() : temperature,
                maxTokens < 0 ? sent.maxTokens() : maxTokens,
                sent.logprobs(),
                choices < 0 ? sent.n() : choices,
                sent.stream() || Trees.isTrue(attributes.node("gen_ai.request.stream")),
                effort == null ? sent.reasoningEffort() : effort);
    }
}
