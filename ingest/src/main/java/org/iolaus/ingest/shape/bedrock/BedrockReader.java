package org.iolaus.ingest.shape.bedrock;

import static org.iolaus.ingest.shape.ExchangeDraft.required;

import org.iolaus.ingest.json.LineRejection;
import org.iolaus.ingest.rejection.Rejection;
import org.iolaus.ingest.rejection.RejectionSink;
import org.iolaus.ingest.shape.AttributeNames;
import org.iolaus.ingest.shape.EventTimes;
import org.iolaus.ingest.shape.ExchangeDraft;
import org.iolaus.ingest.shape.ExchangeSink;
import org.iolaus.ingest.shape.JsonRecords;
import org.iolaus.ingest.shape.Origin;
import org.iolaus.ingest.shape.ShapeCounts;
import org.iolaus.ingest.shape.ShapeReader;
import org.iolaus.ingest.shape.Trees;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads Amazon Bedrock's model-invocation log (docs.aws.amazon.com/bedrock, "model-invocation-logging"), one record each,
 * or wrapped by CloudWatch: {@code {"logEvents": [{"message": "..."}]}}, or events with a {@code message}. Thread-safe.
 */
public final class BedrockReader {
    private final AttributeNames names;

    private BedrockReader(AttributeNames names) {
        this.names = names;
    }

    /** The reader of bodies, which looks in {@code requestMetadata} for identity under these names. */
    public static ShapeReader create(AttributeNames names) {
        return new JsonRecords(new BedrockReader(names)::read);
    }

    private ShapeCounts read(JsonNode json, Origin origin, ExchangeSink sink, RejectionSink rejections)
            throws LineRejection {
        if (json.path("messageType").asString("").equals("CONTROL_MESSAGE")) {
            return new ShapeCounts(0, 0, 1);
        }
        if (!json.path("logEvents").isArray()) {
            return event(json, origin, sink);
        }
        ShapeCounts counts = ShapeCounts.NONE;
        for (JsonNode event : json.path("logEvents")) {
            try {
                counts = counts.plus(event(event, origin, sink));
            } catch (LineRejection e) {
                counts = counts.plus(new ShapeCounts(0, 1, 0));
                rejections.reject(new Rejection(origin.name(), 0, e.reason()));
            }
        }
        return counts;
    }

    private ShapeCounts event(JsonNode event, Origin origin, ExchangeSink sink) throws LineRejection {
        JsonNode log = event.has("message") ? Trees.unwrapped(event.path("message")) : event;
        if (!"ModelInvocationLog".equals(Trees.text(log, "schemaType"))) {
            return new ShapeCounts(0, 0, 1);
        }
        sink.accept(draft(log, origin).exchange(origin));
        return new ShapeCounts(1, 0, 0);
    }

    private ExchangeDraft draft(JsonNode log, Origin origin) throws LineRejection {
        JsonNode metadata = log.path("requestMetadata");
        String account = text(metadata, names.account());
        String cloudAccount = required("accountId", Trees.text(log, "accountId"));
        JsonNode input = log.path("input");
        JsonNode output = log.path("output");
        InvocationBody body = new InvocationBody(
                Trees.unwrapped(input.path("inputBodyJson")), Trees.unwrapped(output.path("outputBodyJson")));
        return new ExchangeDraft(
                        required("requestId", Trees.text(log, "requestId")),
                        EventTimes.of("timestamp", log.path("timestamp"), origin),
                        account == null ? cloudAccount : account,
                        model(required("modelId", Trees.text(log, "modelId"))))
                .organization(text(metadata, names.organization()))
                .key(Trees.text(log.path("identity"), "arn"))
                .pathway("bedrock")
                .operation(Trees.text(log, "operation"))
                .endUser(text(metadata, names.endUser()))
                .network(
                        text(metadata, names.ip()),
                        Double.NaN,
                        text(metadata, names.country()),
                        text(metadata, names.ja4()),
                        text(metadata, names.userAgent()))
                .request(body.request("ConverseStream".equals(Trees.text(log, "operation"))
                        || "InvokeModelWithResponseStream".equals(Trees.text(log, "operation"))))
                .response(body.response())
                .usage(Trees.count(input, "inputTokenCount"), Trees.count(output, "outputTokenCount"), -1)
                .status(Trees.text(log, "errorCode") == null ? 200 : 0);
    }

    private static @Nullable String text(JsonNode metadata, Iterable<String> names) {
        for (String name : names) {
            String text = Trees.text(metadata, name);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** The model's own name; the log may give the resource name of a profile that ends with it. */
    private static String model(String modelId) {
        int slash = modelId.lastIndexOf('/');
        return modelId.startsWith("arn:") && slash >= 0 && slash + 1 < modelId.length()
                ? modelId.substring(slash + 1)
                : modelId;
    }
}
