package org.iolaus.cli.watermark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts by the epoch they are read for. Not thread-safe. */
public final class Texts {
    private final Map<Integer, List<MarkedText>> byEpoch = new HashMap<>();
    private int count;
    private long tokens;

    void add(Map<Integer, MarkedText> forms) {
        forms.forEach((epoch, text) ->
                byEpoch.computeIfAbsent(epoch, _ -> new ArrayList<>()).add(text));
        count++;
        tokens += forms.values().iterator().next().tokens().length;
    }

    /** Those read for an epoch, in order. */
    public List<MarkedText> of(int epoch) {
        return List.copyOf(byEpoch.getOrDefault(epoch, List.of()));
    }

    /** Number of texts. */
    public int count() {
        return count;
    }

    /** Number of their tokens; under the first tokenizer, for a text that is read under several. */
    public long tokens() {
        return tokens;
    }
}
