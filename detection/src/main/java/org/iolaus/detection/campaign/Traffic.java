package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import org.iolaus.detection.fingerprint.Capability;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.profile.ItemSample;
import org.iolaus.detection.profile.Subject;

/**
 * What a group's signature says of single exchanges: whether one is part of the shared work, and what it takes.
 * Immutable.
 */
final class Traffic {
    private final LongOpenHashSet content;

    Traffic(Signature signature) {
        content = signature.part(Family.CONTENT).keys();
    }

    /** Whether content is part of the signature, so that shared work can be told from the rest. */
    boolean known() {
        return !content.isEmpty();
    }

    /** Whether a sampled item belongs to the shared work; all do where nothing shared is known. */
    boolean shared(ItemSample.Entry entry) {
        return !known()
                || content.contains(entry.system())
                || content.contains(entry.tools())
                || content.contains(entry.opening())
                || any(entry.shingles())
                || any(entry.systemShingles());
    }

    private boolean any(long[] keys) {
        for (long key : keys) {
            if (content.contains(key)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a shingle is the template's rather than the item's. */
    boolean template(long shingle) {
        return content.contains(shingle);
    }

    /** Estimated share of a subject's distinct items that belong to the shared work. */
    double share(Subject subject) {
        ItemSample items = subject.items();
        int shared = 0;
        for (int i = 0; i < items.size(); i++) {
            shared += shared(items.get(i)) ? 1 : 0;
        }
        return items.size() == 0 ? 0 : shared / (double) items.size();
    }

    /** How much an item asks for what is worth training on, 0..1. */
    static double value(ItemSample.Entry entry) {
        byte[] scores = entry.capabilities();
        int best = 0;
        for (Capability capability : Capability.values()) {
            if (capability != Capability.ORDINARY) {
                best = Math.max(best, scores[capability.ordinal()] & 0xff);
            }
        }
        return best / 255.0;
    }
}
