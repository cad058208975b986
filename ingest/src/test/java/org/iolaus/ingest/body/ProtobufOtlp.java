package org.iolaus.ingest.body;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** OTLP's JSON in its protobuf encoding, written independently of the readers. */
final class ProtobufOtlp {
    private ProtobufOtlp() {}

    static byte[] of(byte[] json) {
        JsonNode message = new JsonMapper().readTree(json);
        return message.has("resourceSpans")
                ? traces(message).toByteArray()
                : logs(message).toByteArray();
    }

    private static ExportTraceServiceRequest traces(JsonNode message) {
        ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
        for (JsonNode resource : message.path("resourceSpans")) {
            ResourceSpans.Builder spans = request.addResourceSpansBuilder().setResource(resource(resource));
            for (JsonNode scope : resource.path("scopeSpans")) {
                ScopeSpans.Builder made = spans.addScopeSpansBuilder();
                scope.path("spans").forEach(span -> made.addSpans(span(span)));
            }
        }
        return request.build();
    }

    private static ExportLogsServiceRequest logs(JsonNode message) {
        ExportLogsServiceRequest.Builder request = ExportLogsServiceRequest.newBuilder();
        for (JsonNode resource : message.path("resourceLogs")) {
            ResourceLogs.Builder logs = request.addResourceLogsBuilder().setResource(resource(resource));
            for (JsonNode scope : resource.path("scopeLogs")) {
                ScopeLogs.Builder made = logs.addScopeLogsBuilder();
                scope.path("logRecords").forEach(log -> made.addLogRecords(log(log)));
            }
        }
        return request.build();
    }

    private static Resource resource(JsonNode resource) {
        return Resource.newBuilder()
                .addAllAttributes(attributes(resource.path("resource").path("attributes")))
                .build();
    }

    private static Span span(JsonNode span) {
        Span.Builder made = Span.newBuilder()
                .setTraceId(hex(span.path("traceId")))
                .setSpanId(hex(span.path("spanId")))
                .setName(span.path("name").asString(""))
                .setKindValue(span.path("kind").asInt(0))
                .setStartTimeUnixNano(
                        Long.parseLong(span.path("startTimeUnixNano").asString()))
                .addAllAttributes(attributes(span.path("attributes")));
        for (JsonNode event : span.path("events")) {
            made.addEventsBuilder()
                    .setName(event.path("name").asString(""))
                    .addAllAttributes(attributes(event.path("attributes")));
        }
        return made.build();
    }

    private static LogRecord log(JsonNode log) {
        LogRecord.Builder made = LogRecord.newBuilder()
                .setTraceId(hex(log.path("traceId")))
                .setSpanId(hex(log.path("spanId")))
                .setEventName(log.path("eventName").asString(""))
                .setTimeUnixNano(Long.parseLong(log.path("timeUnixNano").asString()))
                .addAllAttributes(attributes(log.path("attributes")));
        if (log.has("body")) {
            made.setBody(value(log.path("body")));
        }
        return made.build();
    }

    private static ByteString hex(JsonNode id) {
        return ByteString.copyFrom(HexFormat.of().parseHex(id.asString("")));
    }

    private static List<KeyValue> attributes(JsonNode pairs) {
        List<KeyValue> attributes = new ArrayList<>();
        for (JsonNode pair : pairs) {
            attributes.add(KeyValue.newBuilder()
                    .setKey(pair.path("key").asString(""))
                    .setValue(value(pair.path("value")))
                    .build());
        }
        return attributes;
    }

    private static AnyValue value(JsonNode value) {
        AnyValue.Builder made = AnyValue.newBuilder();
        if (value.has("stringValue")) {
            return made.setStringValue(value.path("stringValue").asString()).build();
        } else if (value.has("intValue")) {
            return made.setIntValue(Long.parseLong(value.path("intValue").asString()))
                    .build();
        } else if (value.has("doubleValue")) {
            return made.setDoubleValue(value.path("doubleValue").asDouble()).build();
        } else if (value.has("boolValue")) {
            return made.setBoolValue(value.path("boolValue").asBoolean()).build();
        } else if (value.has("kvlistValue")) {
            return made.setKvlistValue(KeyValueList.newBuilder()
                            .addAllValues(attributes(value.path("kvlistValue").path("values"))))
                    .build();
        }
        ArrayValue.Builder array = ArrayValue.newBuilder();
        value.path("arrayValue").path("values").forEach(element -> array.addValues(value(element)));
        return made.setArrayValue(array).build();
    }
}
