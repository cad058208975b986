package org.iolaus.detection.fingerprint;

import org.iolaus.detection.fingerprint.text.Mixer;
import org.iolaus.detection.fingerprint.text.Tokens;

/**
 * The features of a text for the capability model, as hashes without a key: single tokens, pairs, triples of characters
 * in scripts without spaces, runs of punctuation and their pairs, the first token and the length class. Instructions stand at the two
 * ends of a text, so only its head and tail are read, which bounds the cost. Reused from text to text by one thread.
 */
public final class CapabilityFeatures {
    private static final int HEAD = 192;
    private static final int TAIL = 96;
    private static final long FIRST = 0x2545f4914f6cdd1dL;
    private static final long LENGTH = 0x14057b7ef767814fL;
    /** Both sides of a pair are well-mixed hashes, so one odd factor keeps their order and costs little. */
    private static final long PAIR = 0x5851f42d4c957f2dL;

    /** A token gives at most three features and a mark two. */
    private final long[] hashes = new long[2 + 3 * (HEAD + TAIL) + HEAD + TAIL];

    private int size;

    public int size() {
        return size;
    }

    /** Hash of a feature; a text may hold one several times. */
    public long hash(int index) {
        return hashes[index];
    }

    /** Replaces the features by those of a text. */
    public void read(Tokens tokens) {
        size = 0;
        int count = tokens.size();
        if (count == 0) {
            return;
        }
        hashes[size++] = Mixer.mix(tokens.folded(0), FIRST);
        hashes[size++] = Mixer.mix(32 - Integer.numberOfLeadingZeros(count), LENGTH);
        int headEnd = Math.min(count, HEAD);
        readTokens(tokens, 0, headEnd);
        readTokens(tokens, Math.max(headEnd, count - TAIL), count);
        int marks = tokens.markCount();
        int markHead = Math.min(marks, HEAD / 2);
        readMarks(tokens, 0, markHead);
        readMarks(tokens, Math.max(markHead, marks - TAIL / 2), marks);
    }

    private void readTokens(Tokens tokens, int from, int to) {
        int added = size;
        long before = 0;
        long pair = 0;
        for (int i = from; i < to; i++) {
            long token = tokens.folded(i);
            hashes[added++] = token;
            if (i > from) {
                if (pair != 0 && tokens.weight(i) == Tokens.SINGLE_WEIGHT) {
                    hashes[added++] = pair * PAIR + token;
                }
                pair = before * PAIR + token;
                hashes[added++] = pair;
            }
            before = token;
        }
        size = added;
    }

    private void readMarks(Tokens tokens, int from, int to) {
        int added = size;
        for (int i = from; i < to; i++) {
            long mark = tokens.mark(i);
            hashes[added++] = mark;
            if (i > from) {
                hashes[added++] = tokens.mark(i - 1) * PAIR + mark;
            }
        }
        size = added;
    }
}
