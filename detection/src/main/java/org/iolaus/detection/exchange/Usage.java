package org.iolaus.detection.exchange;

/**
 * Token counts; -1 where the log has none.
 *
 * @param inputTokens tokens read
 * @param outputTokens tokens written, reasoning included if the provider counts so
 * @param reasoningTokens tokens of reasoning
 */
public record Usage(int inputTokens, int outputTokens, int reasoningTokens) {
    public static final Usage UNKNOWN = new Usage(-1, -1, -1);
}
