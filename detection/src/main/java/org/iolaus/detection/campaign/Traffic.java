package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
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
        this(signature.part(Family.CONTENT));
    }

    /** @param content the content part of a signature */
    Traffic(Signature.Part content) {
        this.content = content.keys();
    }

    /** Exchanges that have one piece of content. */
    Traffic(long key) {
        content = new LongOpenHashSet(new long[] {key});
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

    /** Sampled items of a subject that belong to the shared work. */
    int count(Subject subject) {
        ItemSample items = subject.items();
        int shared = 0;
        for (int i = 0; i < items.size(); i++) {
            shared += shared(items.get(i)) ? 1 : 0;
        }
        return shared;
    }

    /** Estimated share of a subject's distinct items that belong to the shared work. */
    double share(Subject subject) {
        return subject.items().size() == 0
                ? 0
                : count(subject) / (double) subject.items().size();
    }
}
