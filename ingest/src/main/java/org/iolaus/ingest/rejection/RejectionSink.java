package org.iolaus.ingest.rejection;

/** Takes what is set aside. Called from one thread. */
@FunctionalInterface
public interface RejectionSink {
    void reject(Rejection rejection);
}
