package org.iolaus.ingest.shape;

import org.iolaus.detection.exchange.Parameters;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Sampling parameters as the public chat APIs name them in a request's body. */
public final class SamplingParameters {
    private SamplingParameters() {}

    /** Those of a body; what it does not have is absent. */
    public static Parameters of(JsonNode body) {
        return new Parameters(
                Trees.decimal(body.path("temperature")),
                Trees.count(body, "max_tokens", "max_completion_tokens", "max_output_tokens"),
                Trees.isTrue(body.path("logprobs")) || Trees.count(body, "top_logprobs", "logprobs") > 0,
                Trees.count(body.path("n")),
                Trees.isTrue(body.path("stream")),
                effort(body));
    }

    private static @Nullable String effort(JsonNode body) {
        String effort = Trees.text(body, "reasoning_effort");
        return effort != null ? effort : Trees.text(body.path("reasoning"), "effort");
    }
}
