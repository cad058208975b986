package org.iolaus.ingest.shape.otlp;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.util.List;
import org.iolaus.ingest.json.LineRejection;
import org.iolaus.ingest.rejection.Rejection;
import org.iolaus.ingest.rejection.RejectionSink;
import org.iolaus.ingest.shape.AttributeNames;
import org.iolaus.ingest.shape.ExchangeSink;
import org.iolaus.ingest.shape.JsonRecords;
import org.iolaus.ingest.shape.Origin;
import org.iolaus.ingest.shape.ShapeCounts;
import org.iolaus.ingest.shape.ShapeReader;

/** Reads OTLP in its encodings. Rejections have the number of the span or log
 * record in its message, or, where messages are lines, of the line. Thread-safe. */
public final class OtlpReader {
    private final Inferences inferences;

    /** A reader for messages that are parsed already, as gRPC hands them over. */
    public OtlpReader(AttributeNames names) {
        inferences = new Inferences(names);
    }

    /** The reader of traces or logs in JSON. */
    public static ShapeReader json(AttributeNames names) {
        OtlpReader reader = new OtlpReader(names);
        return new JsonRecords(
                (json, origin, sink, rejections) -> reader.read(OtlpJson.read(json), origin, sink, rejections));
    }

    /** The reader of traces in protobuf. */
    public static ShapeReader traces(AttributeNames names) {
        return protobuf(names, OtlpProtobuf::traces);
    }

    /** The reader of logs in protobuf. */
    public static ShapeReader logs(AttributeNames names) {
        return protobuf(names, OtlpProtobuf::logs);
    }

    /** Parses one message. */
    @FunctionalInterface
    private interface Parser {
        List<Observation> parse(byte[] bytes, int from, int to) throws LineRejection;
    }

    private static ShapeReader protobuf(AttributeNames names, Parser parser) {
        OtlpReader reader = new OtlpReader(names);
        return (bytes, from, to, origin, sink, rejections) -> {
            List<Observation> observations;
            try {
                observations = parser.parse(bytes, from, to);
            } catch (LineRejection e) {
                rejections.reject(new Rejection(origin.name(), 0, e.reason()));
                return new ShapeCounts(0, 1, 0);
            }
            return reader.read(observations, origin, sink, rejections);
        };
    }

    /** Reads traces. */
    public ShapeCounts read(
            ExportTraceServiceRequest request, Origin origin, ExchangeSink sink, RejectionSink rejections) {
        return read(OtlpProtobuf.traces(request), origin, sink, rejections);
    }

    /** Reads logs. */
    public ShapeCounts read(
            ExportLogsServiceRequest request, Origin origin, ExchangeSink sink, RejectionSink rejections) {
        return read(OtlpProtobuf.logs(request), origin, sink, rejections);
    }

    private ShapeCounts read(
            List<Observation> observations, Origin origin, ExchangeSink sink, RejectionSink rejections) {
        long accepted = 0;
        long rejected = 0;
        long skipped = 0;
        for (Observation observation : observations) {
            if (!inferences.isInference(observation)) {
                skipped++;
                continue;
            }
            try {
                sink.accept(inferences.exchange(observation, origin));
                accepted++;
            } catch (LineRejection e) {
                rejected++;
                rejections.reject(new Rejection(origin.name(), observation.number(), e.reason()));
            }
        }
        return new ShapeCounts(accepted, rejected, skipped);
    }
}
