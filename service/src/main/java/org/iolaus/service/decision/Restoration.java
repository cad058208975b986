package org.iolaus.service.decision;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.iolaus.detection.verdict.Verdict;

/** Since when what stood before a restart had stood, so that a restart lengthens nothing. Not thread-safe. */
final class Restoration {
    private final References references;
    private final Map<String, Instant> since = new HashMap<>();

    Restoration(References references) {
        this.references = references;
    }

    /** @param recorded by reference, with hyphens or without */
    void put(Map<String, Instant> recorded) {
        recorded.forEach((reference, time) -> since.put(References.canonical(reference), time));
    }

    /** How a subject stands, since when it did before the restart if it did. */
    Standing of(Subject subject, Standing standing) {
        if (since.isEmpty() || !standing.verdict().atLeast(Verdict.VERIFY)) {
            return standing;
        }
        Instant time = since.remove(
                references.of(subject, standing.group(), standing.verdict().label()));
        return time == null ? standing : standing.since(time);
    }

    /** Whatever comes now begins anew. */
    void end() {
        since.clear();
    }
}
