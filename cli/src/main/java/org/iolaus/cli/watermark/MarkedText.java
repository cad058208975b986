package org.iolaus.cli.watermark;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One text to test, as tokens.
 *
 * @param origin its file and line
 * @param id what its line calls it
 * @param prompt tokens it was asked with; none if its line does not say
 * @param tokens its tokens
 */
public record MarkedText(String origin, Optional<String> id, int[] prompt, int[] tokens) {
    /** The tokens of several. */
    public static List<int[]> tokens(Collection<MarkedText> texts) {
        return texts.stream().map(MarkedText::tokens).toList();
    }

    /** What to call it: its id, or its file and line. */
    public String name() {
        return id.orElse(origin);
    }
}
