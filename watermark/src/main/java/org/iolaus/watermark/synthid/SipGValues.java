package org.iolaus.watermark.synthid;

import org.iolaus.watermark.scheme.ContextWindow;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.SipHash;

/** G-values that are the bits of one SipHash a token: unpredictable without the key, and one hash for all layers. */
record SipGValues(ContextWindow context, int layers, MarkKey key) implements GValues {
    @Override
    public long window(int[] tokens, int position) {
        return context.fold(tokens, position);
    }

    @Override
    public long bits(long window, int token) {
        return SipHash.hash(key, ContextWindow.fold(window, token)) & (1L << layers) - 1;
    }
}
