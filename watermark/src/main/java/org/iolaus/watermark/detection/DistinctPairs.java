package org.iolaus.watermark.detection;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.LongPredicate;
import org.iolaus.watermark.scheme.ContextWindow;
import org.iolaus.watermark.scheme.Keying;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;

/**
 * The distinct pairs of window and token in a set of responses: all that a test may look at.
 *
 * <p>A key gives equal pairs equal scores. Counted as often as it occurs, a pair that a text repeats would be taken for
 * that many independent witnesses, and false alarms would become common. There is no other way to make this type than to
 * count each pair once, over all responses together. Immutable.
 */
public final class DistinctPairs {
    private final ContextWindow window;
    private final long[] windows;
    private final long[] pairs;
    private final int[] grams;
    private final int repeated;

    private DistinctPairs(ContextWindow window, long[] windows, long[] pairs, int[] grams, int repeated) {
        this.window = window;
        this.windows = windows;
        this.pairs = pairs;
        this.grams = grams;
        this.repeated = repeated;
    }

    /**
     * The pairs of responses, each of them an array of token ids. Positions without a whole window before them in their
     * own response are left out.
     */
    public static DistinctPairs of(ContextWindow window, Collection<int[]> responses) {
        int width = window.width();
        int room = responses.stream()
                .mapToInt(tokens -> Math.max(0, tokens.length - width))
                .sum();
        long[] windows = new long[room];
        long[] pairs = new long[room];
        int[] grams = new int[Math.multiplyExact(room, width + 1)];
        LongOpenHashSet seen = new LongOpenHashSet(room);
        for (int[] tokens : responses) {
            check(tokens);
            for (int position = width; position < tokens.length; position++) {
                long folded = window.fold(tokens, position);
                long pair = ContextWindow.fold(folded, tokens[position]);
                if (seen.add(pair)) {
                    int place = seen.size() - 1;
                    windows[place] = folded;
                    pairs[place] = pair;
                    System.arraycopy(tokens, position - width, grams, place * (width + 1), width + 1);
                }
            }
        }
        int size = seen.size();
        return new DistinctPairs(
                window,
                Arrays.copyOf(windows, size),
                Arrays.copyOf(pairs, size),
                Arrays.copyOf(grams, size * (width + 1)),
                room - size);
    }

    private static void check(int[] tokens) {
        for (int i = 0; i < tokens.length; i++) {
            if (tokens[i] < 0) {
                throw new IllegalArgumentException(
                        "token %d of a response is %d, must not be negative".formatted(i, tokens[i]));
            }
        }
    }

    /** Number of pairs. */
    public int size() {
        return pairs.length;
    }

    /** Positions that were left out because their pair had been counted. */
    public int repeated() {
        return repeated;
    }

    /** The tokens that a pair hangs on. */
    public ContextWindow window() {
        return window;
    }

    /** The folded pair of this index. */
    public long pair(int index) {
        return pairs[index];
    }

    /** The token of the pair of this index. */
    public int token(int index) {
        return grams[index * (window.width() + 1) + window.width()];
    }

    /** All pairs, folded, in order of appearance. */
    public long[] toArray() {
        return pairs.clone();
    }

    /** The pairs that a shared keying leaves to the campaign's key. */
    public DistinctPairs ofCampaign(MarkKey campaign) {
        return where(folded -> Keying.Shared.isOfCampaign(campaign, folded));
    }

    /** The pairs that a shared keying leaves to the accounts' keys. */
    public DistinctPairs ofAccounts(MarkKey campaign) {
        return where(folded -> !Keying.Shared.isOfCampaign(campaign, folded));
    }

    /** The window and token of all pairs one after the other, width + 1 numbers each. For tests that hash tokens. */
    int[] grams() {
        return grams;
    }

    void checkWindow(Scheme scheme) {
        if (!scheme.window().equals(window)) {
            throw new IllegalArgumentException("pairs hang on %d tokens, must hang on the scheme's %d"
                    .formatted(window.width(), scheme.window().width()));
        }
    }

    private DistinctPairs where(LongPredicate ofWindow) {
        int gram = window.width() + 1;
        long[] keptWindows = new long[pairs.length];
        long[] keptPairs = new long[pairs.length];
        int[] keptGrams = new int[grams.length];
        int kept = 0;
        for (int i = 0; i < pairs.length; i++) {
            if (ofWindow.test(windows[i])) {
                keptWindows[kept] = windows[i];
                keptPairs[kept] = pairs[i];
                System.arraycopy(grams, i * gram, keptGrams, kept * gram, gram);
                kept++;
            }
        }
        return new DistinctPairs(
                window,
                Arrays.copyOf(keptWindows, kept),
                Arrays.copyOf(keptPairs, kept),
                Arrays.copyOf(keptGrams, kept * gram),
                repeated);
    }
}
