package org.iolaus.service.decision;

import java.util.Map;
import org.iolaus.service.policy.Mode;
import org.jspecify.annotations.Nullable;

/**
 * All that is held of a subject, swapped whole. Immutable.
 *
 * @param standing the verdict and what a person said
 * @param served what is served
 * @param byPathway what is served by ways in that rules name
 * @param shadow what would be served if nothing were in shadow
 * @param publishedServed what callers were last told
 * @param publishedShadow what administrators were last told
 */
record Entry(
        Subject subject,
        Standing standing,
        Decision served,
        Map<String, Decision> byPathway,
        Decision shadow,
        Decision publishedServed,
        Decision publishedShadow) {
    Entry {
        byPathway = Map.copyOf(byPathway);
    }

    Decision served(@Nullable String pathway, long millis) {
        Decision decision = pathway == null || byPathway.isEmpty() ? served : byPathway.getOrDefault(pathway, served);
        return decision.at(millis);
    }

    /** What is not served only because it is in shadow or exempt; plain if the same is served. */
    Decision hidden(long millis) {
        Decision would = shadow.at(millis);
        return would.action() == served.at(millis).action() ? Decision.ALLOW : would;
    }

    Decision published(Mode mode) {
        return mode == Mode.ENFORCE ? publishedServed : publishedShadow;
    }

    /** This, now that callers and administrators know. */
    Entry published(long millis) {
        return new Entry(subject, standing, served, byPathway, shadow, served.at(millis), hidden(millis));
    }

    /** Whether nothing would be lost by forgetting it. */
    boolean isIdle() {
        return standing.ruling() == null
                && standing.review() == null
                && served.isPlain()
                && shadow.isPlain()
                && byPathway.values().stream().allMatch(Decision::isPlain);
    }

    /** When something changes by itself; {@link Long#MAX_VALUE} if never. */
    long nextMillis(long millis) {
        long next = Math.min(served.at(millis).untilMillis(), shadow.at(millis).untilMillis());
        for (Decision each : byPathway.values()) {
            next = Math.min(next, each.at(millis).untilMillis());
        }
        return next;
    }
}
