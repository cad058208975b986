package org.iolaus.ingest.shape;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What records of exchanges look like; docs/inputs.md has a table for each. */
public enum Shape {
    /** Our own format: a line of JSON an exchange. */
    EXCHANGES,
    /** OpenTelemetry traces or logs in OTLP's JSON mapping. */
    OTLP_JSON,
    /** OpenTelemetry traces in OTLP's protobuf encoding. */
    OTLP_TRACES,
    /** OpenTelemetry logs in OTLP's protobuf encoding. */
    OTLP_LOGS,
    /** LiteLLM's StandardLoggingPayload. */
    LITELLM,
    /** Amazon Bedrock's model-invocation log, bare or as CloudWatch wraps it. */
    BEDROCK;

    /** The name used in options, files and summaries. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether records are bytes, not lines of JSON. */
    public boolean binary() {
        return this == OTLP_TRACES || this == OTLP_LOGS;
    }

    /** The shape of that name. */
    public static Optional<Shape> named(String label) {
        return Arrays.stream(values())
                .filter(shape -> shape.label().equals(label))
                .findFirst();
    }
}
