package org.iolaus.service.decision;

import java.time.Instant;
import java.util.List;
import org.iolaus.service.policy.Mode;
import org.iolaus.service.review.action.DecisionReference;

/** Keeps what each reference that a customer was given stands for, so that the customer can appeal. Thread-safe. */
public final class StoredReferences implements DecisionRecorder {
    private final org.iolaus.service.review.action.References references;

    public StoredReferences(org.iolaus.service.review.action.References references) {
        this.references = references;
    }

    /** Takes in what was served with a reference; what stayed in shadow gives nobody cause to appeal. */
    @Override
    public void record(List<Change> changes) {
        for (Change change : changes) {
            if (change.mode() == Mode.ENFORCE && !change.reference().isEmpty()) {
                references.record(new DecisionReference(
                        change.reference(),
                        change.subject().accountId(),
                        change.subject().endUserId(),
                        change.group(),
                        change.action().label(),
                        change.reason().label(),
                        change.time(),
                        change.expiresMillis() == Long.MAX_VALUE
                                ? null
                                : Instant.ofEpochMilli(change.expiresMillis())));
            }
        }
    }
}
