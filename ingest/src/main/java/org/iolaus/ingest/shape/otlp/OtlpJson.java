package org.iolaus.ingest.shape.otlp;

import static org.iolaus.ingest.shape.otlp.AnyValues.attributes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.iolaus.ingest.json.LineRejection;
import org.iolaus.ingest.shape.otlp.Observation.Event;
import org.iolaus.ingest.shape.otlp.Observation.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * OTLP's JSON mapping (opentelemetry.io/docs/specs/otlp): ids in hexadecimal digits, 64-bit numbers also as text,
 * enumerations as numbers.
 */
final class OtlpJson {
    private static final int SERVER = 2;

    private OtlpJson() {}

    /** The spans and log records of one message. */
    static List<Observation> read(JsonNode message) throws LineRejection {
        boolean known = message.has("resourceSpans") || message.has("resourceLogs") || message.has("resourceMetrics");
        if (!known && !message.isEmpty()) {
            throw new LineRejection("the record must have resourceSpans or resourceLogs");
        }
        List<Observation> observations = new ArrayList<>();
        for (JsonNode resource : message.path("resourceSpans")) {
            Map<String, JsonNode> shared = attributes(resource.path("resource").path("attributes"));
            for (JsonNode scope : resource.path("scopeSpans")) {
                for (JsonNode span : scope.path("spans")) {
                    observations.add(span(observations.size() + 1, span, shared));
                }
            }
        }
        LogGroups logs = new LogGroups();
        for (JsonNode resource : message.path("resourceLogs")) {
            Map<String, JsonNode> shared = attributes(resource.path("resource").path("attributes"));
            for (JsonNode scope : resource.path("scopeLogs")) {
                for (JsonNode log : scope.path("logRecords")) {
                    logs.add(log(logs.size() + 1, log, shared));
                }
            }
        }
        observations.addAll(logs.observations());
        return observations;
    }

    private static Observation span(long number, JsonNode span, Map<String, JsonNode> shared) {
        List<Event> events = new ArrayList<>();
        for (JsonNode event : span.path("events")) {
            events.add(new Event(
                    event.path("name").asString(""),
                    new Attributes(attributes(event.path("attributes")), Map.of()),
                    MissingNode.getInstance()));
        }
        JsonNode kind = span.path("kind");
        boolean server = kind.asInt(0) == SERVER || kind.asString("").equals("SPAN_KIND_SERVER");
        return new Observation(
                number,
                id(span.path("traceId")),
                id(span.path("spanId")),
                nanos(span.path("startTimeUnixNano")),
                server ? Kind.SERVER : Kind.SPAN,
                new Attributes(attributes(span.path("attributes")), shared),
                events);
    }

    private static Observation log(long number, JsonNode log, Map<String, JsonNode> shared) {
        Attributes attributes = new Attributes(attributes(log.path("attributes")), shared);
        String name = log.path("eventName").asString("");
        long time = nanos(log.path("timeUnixNano"));
        return new Observation(
                number,
                id(log.path("traceId")),
                id(log.path("spanId")),
                time == 0 ? nanos(log.path("observedTimeUnixNano")) : time,
                Kind.LOG,
                attributes,
                List.of(LogGroups.event(name, attributes, AnyValues.plain(log.path("body")))));
    }

    private static String id(JsonNode id) {
        return id.asString("").toLowerCase(Locale.ROOT);
    }

    private static long nanos(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.canConvertToLong() ? value.longValue() : 0;
        }
        String text = value.asString("");
        return text.matches("\\d{1,19}") ? parsed(text) : 0;
    }

    private static long parsed(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
