package org.iolaus.service.log;

import org.iolaus.service.fact.Batch;

/** Takes the batches that the log holds, in order. */
@FunctionalInterface
public interface Replay {
    /** @param position number of the batch, from 1 */
    void batch(long position, Batch batch);
}
