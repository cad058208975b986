package org.iolaus.watermark.sampling;

import it.unimi.dsi.fastutil.longs.LongArrays;

/**
 * Selection of the largest logits. Each logit and its token make one 64-bit number whose order is that of the logits, the
 * smaller id being the larger number among equals. A heap of the best so far has the least of them on top, so that
 * almost every token costs one comparison.
 */
final class TopTokens {
    private TopTokens() {}

    /** Fills {@code candidates} with the ids of the {@code keep} largest logits, largest first. */
    static void select(float[] logits, int keep, Candidates candidates) {
        if (logits.length == 0) {
            throw new IllegalArgumentException("logits are empty, must have one for each token of the vocabulary");
        }
        long[] best = new long[keep];
        for (int token = 0; token < keep; token++) {
            best[token] = ordered(logits[token], token);
        }
        LongArrays.unstableSort(best);
        float least = logit(best[0]);
        for (int token = keep; token < logits.length; token++) {
            if (!(logits[token] <= least)) {
                sink(best, ordered(logits[token], token));
                least = logit(best[0]);
            }
        }
        LongArrays.unstableSort(best);
        write(best, candidates);
    }

    private static void write(long[] best, Candidates candidates) {
        int keep = best.length;
        candidates.reserve(keep);
        candidates.size = keep;
        for (int i = 0; i < keep; i++) {
            candidates.tokens[i] = ~(int) best[keep - 1 - i];
        }
    }

    /** Replaces the least of a heap. */
    private static void sink(long[] heap, long value) {
        int place = 0;
        for (int child = 1; child < heap.length; child = 2 * place + 1) {
            if (child + 1 < heap.length && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= value) {
                break;
            }
            heap[place] = heap[child];
            place = child;
        }
        heap[place] = value;
    }

    private static long ordered(float logit, int token) {
        if (Float.isNaN(logit) || logit == Float.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("logit of token %d is %s, must be a number".formatted(token, logit));
        }
        int bits = Float.floatToRawIntBits(logit + 0.0f);
        long rank = bits ^ bits >> 31 & Integer.MAX_VALUE;
        return rank << 32 | Integer.toUnsignedLong(~token);
    }

    private static float logit(long ordered) {
        int rank = (int) (ordered >> 32);
        return Float.intBitsToFloat(rank ^ rank >> 31 & Integer.MAX_VALUE);
    }
}
