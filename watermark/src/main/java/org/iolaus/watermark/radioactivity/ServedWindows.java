package org.iolaus.watermark.radioactivity;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Collection;
import org.iolaus.watermark.scheme.ContextWindow;

/**
 * The windows of text that was served under a key. A test that looks at these alone looks where the suspect can have
 * learnt the mark, and so needs fewer tokens. Immutable.
 */
public final class ServedWindows {
    private final ContextWindow window;
    private final LongOpenHashSet folded;

    private ServedWindows(ContextWindow window, LongOpenHashSet folded) {
        this.window = window;
        this.folded = folded;
    }

    /** The windows of served responses, each of them an array of token ids. */
    public static ServedWindows of(ContextWindow window, Collection<int[]> responses) {
        LongOpenHashSet folded = new LongOpenHashSet();
        for (int[] tokens : responses) {
            for (int position = window.width(); position < tokens.length; position++) {
                folded.add(window.fold(tokens, position));
            }
        }
        return new ServedWindows(window, folded);
    }

    /** Number of distinct windows. */
    public int size() {
        return folded.size();
    }

    /** Whether the window before {@code position} was served; {@code other} must be as wide as these are. */
    boolean contains(ContextWindow other, int[] tokens, int position) {
        if (!other.equals(window)) {
            throw new IllegalArgumentException(
                    "windows of %d tokens must be of %d, as the served ones".formatted(other.width(), window.width()));
        }
        return folded.contains(window.fold(tokens, position));
    }
}
