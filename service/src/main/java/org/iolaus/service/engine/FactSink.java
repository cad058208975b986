package org.iolaus.service.engine;

import org.iolaus.service.fact.Batch;

/** Takes facts in. Thread-safe. */
@FunctionalInterface
public interface FactSink {
    /** Takes a batch, or says why not; returns at once. */
    Submission submit(Batch batch);
}
