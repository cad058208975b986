package org.iolaus.service.log;

/** Takes the batches that are appended, in order, each once it is on disk. */
@FunctionalInterface
public interface Durable {
    /** @param position number of the batch, from 1 */
    void durable(long position, Encoded batch);
}
