package org.iolaus.detection.exchange;

import org.jspecify.annotations.Nullable;

/**
 * Sampling parameters of a request. Absent numbers are {@code NaN} or -1.
 *
 * @param temperature sampling temperature, or {@code NaN}
 * @param maxTokens ceiling on output tokens, or -1
 * @param logprobs whether token probabilities were asked for
 * @param n number of completions asked for, or -1
 * @param stream whether the answer was streamed
 * @param reasoningEffort the provider's word for effort, or null
 */
public record Parameters(
        double temperature,
        int maxTokens,
        boolean logprobs,
        int n,
        boolean stream,
        @Nullable String reasoningEffort) {
    public static final Parameters NONE = new Parameters(Double.NaN, -1, false, -1, false, null);
}
