package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.List;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.profile.Subject;

/** Which e-mail domains are public providers': those that many unrelated reference accounts have. */
final class DomainPopularity {
    private static final double POPULAR = 0.005;

    private final Long2IntOpenHashMap counts = new Long2IntOpenHashMap();
    private final int size;

    DomainPopularity(List<Subject> subjects, Reference reference) {
        size = reference.size();
        for (Subject subject : subjects) {
            AccountFingerprint facts = subject.facts();
            if (facts != null && facts.domain() != 0 && reference.contains(subject.index())) {
                counts.addTo(facts.domain(), 1);
            }
        }
    }

    boolean popular(long domain) {
        return counts.get(domain) >= Math.max(2, POPULAR * size);
    }
}
