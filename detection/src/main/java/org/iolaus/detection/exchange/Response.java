package org.iolaus.detection.exchange;

import org.jspecify.annotations.Nullable;

/**
 * What was answered, as far as the log says.
 *
 * @param text answer text, empty if it was not logged
 * @param reasoning reasoning text, empty if it was not logged
 * @param finishReason the provider's word
 * @param refused whether the model declined; null if unknown
 */
public record Response(
        Utf8 text,
        Utf8 reasoning,
        @Nullable String finishReason,
        @Nullable Boolean refused) {
    public static final Response UNKNOWN = new Response(Utf8.EMPTY, Utf8.EMPTY, null, null);
}
