package org.iolaus.detection.campaign;

import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.profile.ContentSet;
import org.iolaus.detection.profile.Subject;

/** What a group's signature says of single exchanges: whether one is part of the shared work. Immutable. */
final class Traffic {
    private final ContentSet content;

    Traffic(Signature signature) {
        this(signature.part(Family.CONTENT));
    }

    /** @param content the content part of a signature */
    Traffic(Signature.Part content) {
        this.content = new ContentSet(content.keys());
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

    /** Whether so many sampled items of a subject or more belong to the shared work. */
    boolean of(Subject subject, int least) {
        return known() ? subject.items().has(content, least) : subject.items().size() >= least;
    }

    /** Whether an exchange belongs to the shared work; none does where nothing shared is known. */
    boolean has(Fingerprint exchange) {
        return content.contains(exchange.tools())
                || content.contains(exchange.opening())
                || content.contains(exchange.system())
                || content.containsAny(exchange.shingles())
                || content.containsAny(exchange.systemShingles());
    }
}
