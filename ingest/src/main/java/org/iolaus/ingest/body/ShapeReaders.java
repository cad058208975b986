package org.iolaus.ingest.body;

import org.iolaus.ingest.shape.AttributeNames;
import org.iolaus.ingest.shape.Shape;
import org.iolaus.ingest.shape.ShapeReader;
import org.iolaus.ingest.shape.bedrock.BedrockReader;
import org.iolaus.ingest.shape.litellm.LiteLlmReader;
import org.iolaus.ingest.shape.otlp.OtlpReader;

/** The reader of each shape. */
public final class ShapeReaders {
    private ShapeReaders() {}

    /** The reader of a shape, which takes identity from attributes of these names. */
    public static ShapeReader of(Shape shape, AttributeNames names) {
        return switch (shape) {
            case EXCHANGES -> new LinesReader();
            case OTLP_JSON -> OtlpReader.json(names);
            case OTLP_TRACES -> OtlpReader.traces(names);
            case OTLP_LOGS -> OtlpReader.logs(names);
            case LITELLM -> LiteLlmReader.create();
            case BEDROCK -> BedrockReader.create(names);
        };
    }
}
