package org.iolaus.service.decision;

import java.util.List;

/** Keeps who was served what. Called on the thread of decisions; it may wait. */
@FunctionalInterface
public interface DecisionRecorder {
    /** Keeps nothing. */
    DecisionRecorder NONE = changes -> {};

    /** Takes changes in their order, of both modes. */
    void record(List<Change> changes);
}
