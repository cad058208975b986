package org.iolaus.service.policy;

import org.jspecify.annotations.Nullable;

/** Keeps the newest proof of each account. Thread-safe; finding never waits on I/O. */
public interface ProgrammeLedger {
    /** The newest proof of an account, or null. */
    @Nullable
    ProgrammeProof find(String accountId);

    /** Keeps a proof in the place of the one before, which stays in the history. */
    void put(ProgrammeProof proof);
}
