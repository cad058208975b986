package org.iolaus.service.policy;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.iolaus.service.review.account.Verification;
import org.iolaus.service.review.account.Verifications;
import org.jspecify.annotations.Nullable;

/** A ledger over the database: read into memory once, so that finding never waits; written through. Thread-safe. */
public final class StoredProgrammeLedger implements ProgrammeLedger {
    private final Verifications stored;
    private final Map<String, ProgrammeProof> proofs = new ConcurrentHashMap<>();

    /** Reads all proofs. */
    public StoredProgrammeLedger(Verifications stored) {
        this.stored = stored;
        stored.all().forEach(verification -> proofs.put(verification.accountId(), proof(verification)));
    }

    @Override
    public @Nullable ProgrammeProof find(String accountId) {
        return proofs.get(accountId);
    }

    /** @throws org.iolaus.service.store.DatabaseAway if it could not be written; then the one before stands */
    @Override
    public void put(ProgrammeProof proof) {
        stored.put(new Verification(
                proof.accountId(),
                proof.state().label(),
                proof.evidence(),
                proof.expires(),
                proof.time(),
                proof.by(),
                proof.reason()));
        proofs.put(proof.accountId(), proof);
    }

    /** Forgets an account that was erased. */
    public void forget(String accountId) {
        proofs.remove(accountId);
    }

    private static ProgrammeProof proof(Verification verification) {
        return new ProgrammeProof(
                verification.accountId(),
                ProgrammeState.valueOf(verification.state().toUpperCase(Locale.ROOT)),
                verification.set(),
                verification.expires(),
                verification.evidence(),
                verification.by(),
                verification.reason());
    }
}
