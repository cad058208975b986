package org.iolaus.ingest.shape;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Providers' words for an answer that was declined. */
public final class Refusals {
    private static final Set<String> WORDS =
            Set.of("refusal", "content_filter", "content_filtered", "guardrail_intervened");

    private Refusals() {}

    /** True if the reason says that the answer was declined, otherwise null: no other word says that it was not. */
    public static @Nullable Boolean of(@Nullable String finishReason) {
        return finishReason != null && WORDS.contains(finishReason) ? Boolean.TRUE : null;
    }
}
