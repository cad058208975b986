package org.iolaus.watermark.radioactivity;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.iolaus.watermark.detection.DistinctPairs;
import org.iolaus.watermark.scheme.ContextWindow;
import org.jspecify.annotations.Nullable;

/**
 * The distinct pairs of window and token of a suspect model that a radioactivity test may look at.
 *
 * <p>T. Sander et al., Watermarking Makes Language Models Radioactive, NeurIPS 2024 (arXiv 2402.14904), whose closed and
 * open, supervised and unsupervised settings these are. Departures: a window lies within one answer; a pair that occurs
 * in any prompt is left out of all answers; the open setting scores the token the suspect holds most likely, unless the
 * context shows it after the same window already, for then the suspect may repeat what it sees.
 */
public final class SuspectPairs {
    private SuspectPairs() {}

    /**
     * Pairs of a model of which only answers are known.
     *
     * @param served where to look, if text served under the key is known; null looks everywhere
     */
    public static DistinctPairs closed(
            ContextWindow window, Collection<Output> outputs, @Nullable ServedWindows served) {
        LongOpenHashSet shown = shown(window, outputs);
        List<int[]> grams = new ArrayList<>();
        for (Output output : outputs) {
            int[] tokens = output.tokens();
            for (int position = window.width(); position < tokens.length; position++) {
                boolean known = served == null || served.contains(window, tokens, position);
                if (known && (shown.isEmpty() || !shown.contains(pair(window, tokens, position)))) {
                    grams.add(Arrays.copyOfRange(tokens, position - window.width(), position + 1));
                }
            }
        }
        return DistinctPairs.of(window, grams);
    }

    /**
     * Pairs of a model whose next-token scores can be read.
     *
     * @param served where to look, if text served under the key is known; null looks everywhere
     */
    public static DistinctPairs open(
            ContextWindow window, Collection<Prediction> predictions, @Nullable ServedWindows served) {
        List<int[]> grams = new ArrayList<>();
        for (Prediction prediction : predictions) {
            int[] context = prediction.context();
            if (context.length < window.width()) {
                throw new IllegalArgumentException("context has %d tokens, must have at least the window's %d"
                        .formatted(context.length, window.width()));
            }
            boolean known = served == null || served.contains(window, context, context.length);
            if (known && !shows(context, window.width(), prediction.token())) {
                int[] gram = Arrays.copyOfRange(context, context.length - window.width(), context.length + 1);
                gram[window.width()] = prediction.token();
                grams.add(gram);
            }
        }
        return DistinctPairs.of(window, grams);
    }

    /** Whether a token stands in a context after the same window as the one at its end. */
    private static boolean shows(int[] context, int width, int token) {
        int end = context.length;
        return IntStream.range(width, end)
                .anyMatch(position -> context[position] == token
                        && Arrays.equals(context, position - width, position, context, end - width, end));
    }

    /** Pairs of all prompts. */
    private static LongOpenHashSet shown(ContextWindow window, Collection<Output> outputs) {
        LongOpenHashSet shown = new LongOpenHashSet();
        for (Output output : outputs) {
            int[] prompt = output.prompt();
            for (int position = window.width(); position < prompt.length; position++) {
                shown.add(pair(window, prompt, position));
            }
        }
        return shown;
    }

    private static long pair(ContextWindow window, int[] tokens, int position) {
        return ContextWindow.fold(window.fold(tokens, position), tokens[position]);
    }
}
