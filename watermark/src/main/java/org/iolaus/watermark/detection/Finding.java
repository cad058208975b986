package org.iolaus.watermark.detection;

/** What a test of one key found, at the error that was asked for. */
public sealed interface Finding {
    /** The score it rests on. */
    Score score();

    /** The key's mark is in the text: so high a score has at most the asked chance without it. */
    record Marked(Score score) implements Finding {}

    /** No mark was found, on as many tokens as should have sufficed. A rewritten text looks the same. */
    record Unmarked(Score score) implements Finding {}

    /**
     * No mark was found, and too few tokens count for an answer.
     *
     * @param repeatedTokens positions left out because they repeat a pair
     * @param neededTokens distinct pairs that should suffice
     */
    record TooFewTokens(Score score, int repeatedTokens, int neededTokens) implements Finding {}
}
