package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.profile.Subject;

/** What a group's signature says of single exchanges: whether one is part of the shared work. Immutable. */
final class Traffic {
    private final LongOpenHashSet content;

    Traffic(Signature signature) {
        this(signature.part(Family.CONTENT));
    }

    /** @param content the content part of a signature */
    Traffic(Signature.Part content) {
        this.content = content.keys();
    }

    /** Whether content is part of the signature, so that shared work can be told from the rest. */
    boolean known() {
        return !content.isEmpty();
    }

    /** The sampled items of a subject that belong to the shared work; all do where nothing shared is known. */
    SharedItems of(Subject subject) {
        return new SharedItems(
                subject,
                known()
                        ? subject.items().having(content)
                        : (1 << subject.items().size()) - 1);
    }

    /** Whether an exchange belongs to the shared work; none does where nothing shared is known. */
    boolean has(Fingerprint exchange) {
        return content.contains(exchange.tools())
                || content.contains(exchange.opening())
                || content.contains(exchange.system())
                || has(exchange.shingles())
                || has(exchange.systemShingles());
    }

    private boolean has(long[] hashes) {
        for (long hash : hashes) {
            if (content.contains(hash)) {
                return true;
            }
        }
        return false;
    }
}
