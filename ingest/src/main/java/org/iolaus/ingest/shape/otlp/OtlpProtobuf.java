package org.iolaus.ingest.shape.otlp;

import static org.iolaus.ingest.shape.otlp.AnyValues.attributes;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.iolaus.ingest.json.LineRejection;
import org.iolaus.ingest.shape.otlp.Observation.Event;
import org.iolaus.ingest.shape.otlp.Observation.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** OTLP's protobuf encoding. A stored message of traces or logs has the same bytes as a request that exports them. */
final class OtlpProtobuf {
    private OtlpProtobuf() {}

    static List<Observation> traces(byte[] bytes, int from, int to) throws LineRejection {
        try {
            return traces(ExportTraceServiceRequest.parseFrom(CodedInputStream.newInstance(bytes, from, to - from)));
        } catch (IOException e) {
            throw new LineRejection("the record must be an ExportTraceServiceRequest in protobuf");
        }
    }

    static List<Observation> logs(byte[] bytes, int from, int to) throws LineRejection {
        try {
            return logs(ExportLogsServiceRequest.parseFrom(CodedInputStream.newInstance(bytes, from, to - from)));
        } catch (IOException e) {
            throw new LineRejection("the record must be an ExportLogsServiceRequest in protobuf");
        }
    }

    static List<Observation> traces(ExportTraceServiceRequest request) {
        List<Observation> observations = new ArrayList<>();
        for (ResourceSpans resource : request.getResourceSpansList()) {
            Map<String, JsonNode> shared = attributes(resource.getResource().getAttributesList());
            for (ScopeSpans scope : resource.getScopeSpansList()) {
                scope.getSpansList().forEach(span -> observations.add(span(observations.size() + 1, span, shared)));
            }
        }
        return observations;
    }

    static List<Observation> logs(ExportLogsServiceRequest request) {
        LogGroups logs = new LogGroups();
        for (ResourceLogs resource : request.getResourceLogsList()) {
            Map<String, JsonNode> shared = attributes(resource.getResource().getAttributesList());
            for (ScopeLogs scope : resource.getScopeLogsList()) {
                scope.getLogRecordsList().forEach(log -> logs.add(log(logs.size() + 1, log, shared)));
            }
        }
        return logs.observations();
    }

    private static Observation span(long number, Span span, Map<String, JsonNode> shared) {
        List<Event> events = span.getEventsList().stream()
                .map(event -> new Event(
                        event.getName(),
                        new Attributes(attributes(event.getAttributesList()), Map.of()),
                        MissingNode.getInstance()))
                .toList();
        return new Observation(
                number,
                hex(span.getTraceId()),
                hex(span.getSpanId()),
                span.getStartTimeUnixNano(),
                span.getKind() == Span.SpanKind.SPAN_KIND_SERVER ? Kind.SERVER : Kind.SPAN,
                new Attributes(attributes(span.getAttributesList()), shared),
                events);
    }

    private static Observation log(long number, LogRecord log, Map<String, JsonNode> shared) {
        Attributes attributes = new Attributes(attributes(log.getAttributesList()), shared);
        return new Observation(
                number,
                hex(log.getTraceId()),
                hex(log.getSpanId()),
                log.getTimeUnixNano() == 0 ? log.getObservedTimeUnixNano() : log.getTimeUnixNano(),
                Kind.LOG,
                attributes,
                List.of(LogGroups.event(log.getEventName(), attributes, AnyValues.plain(log.getBody()))));
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
