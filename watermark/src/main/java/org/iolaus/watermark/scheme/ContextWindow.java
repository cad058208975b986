package org.iolaus.watermark.scheme;

/**
 * The tokens before a position that its mark hangs on. A wider window repeats less often, so that more positions of a
 * text count; a narrower one survives more editing and is inherited better by a model trained on the text.
 *
 * <p>Windows and pairs of window and token are folded into 64 bits by public functions; the secret enters afterwards, in
 * one hash of the folded word. Tests count a folded word once, so two pairs that fold alike cost a token and nothing else.
 *
 * @param width tokens, from 1 to 16
 */
public record ContextWindow(int width) {
    /** The widest window. */
    public static final int MAX_WIDTH = 16;

    /** An odd number near 2⁶⁴ divided by the golden ratio: different tokens of a window never fold alike. */
    private static final long TOKEN = 0x9e3779b97f4a7c15L;

    private static final long PUBLIC_LOW = 0x496f6c6175732077L;
    private static final long PUBLIC_HIGH = 0x61746572206d6172L;

    public ContextWindow {
        if (width < 1 || width > MAX_WIDTH) {
            throw new IllegalArgumentException("width is %d, must be from 1 to %d".formatted(width, MAX_WIDTH));
        }
    }

    /** The folded window before {@code position}, which must have a whole window of tokens before it. */
    public long fold(int[] tokens, int position) {
        long folded = width;
        for (int i = position - width; i < position; i++) {
            folded = SipHash.hash(PUBLIC_LOW, PUBLIC_HIGH, folded, tokens[i]);
        }
        return folded;
    }

    /** The folded pair of a folded window and the token that follows it. */
    public static long fold(long window, int token) {
        return window + token * TOKEN;
    }
}
