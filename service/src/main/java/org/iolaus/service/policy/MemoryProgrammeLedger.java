package org.iolaus.service.policy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A ledger that forgets when the process ends. Thread-safe. */
public final class MemoryProgrammeLedger implements ProgrammeLedger {
    private final Map<String, ProgrammeProof> proofs = new ConcurrentHashMap<>();

    @Override
    public @Nullable ProgrammeProof find(String accountId) {
        return proofs.get(accountId);
    }

    @Override
    public void put(ProgrammeProof proof) {
        proofs.put(proof.accountId(), proof);
    }
}
