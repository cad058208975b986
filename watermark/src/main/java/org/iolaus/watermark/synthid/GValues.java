package org.iolaus.watermark.synthid;

import org.iolaus.watermark.scheme.ContextWindow;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;

/** The fair bits, one a layer, that a key gives to a token after a window. */
public sealed interface GValues permits PublishedGValues, SipGValues {
    /** Number of layers. */
    int layers();

    /** The hash of the window before {@code position}. */
    long window(int[] tokens, int position);

    /** The g-values of a token after a window of this hash: bit i is layer i's, the others are 0. */
    long bits(long window, int token);

    /** The g-values of a scheme under a key. */
    static GValues of(Scheme.SynthId scheme, MarkKey key) {
        return switch (scheme.hash()) {
            case PUBLISHED -> new PublishedGValues(scheme.window(), SynthIdKeys.of(key, scheme.layers()));
            case SIP -> new SipGValues(scheme.window(), scheme.layers(), key);
        };
    }

    /** The g-values of the reference implementation under whole-numbered keys. */
    static GValues published(ContextWindow window, SynthIdKeys keys) {
        return new PublishedGValues(window, keys);
    }
}
