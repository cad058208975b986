package org.iolaus.service.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.iolaus.service.review.ReviewWorld;
import org.iolaus.service.review.account.Verifications;
import org.iolaus.service.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredProgrammeLedgerTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void put_thenReadAgain_isTheSameProof() {
        try (ReviewWorld world = new ReviewWorld(TestDatabase.H2, folder)) {
            Verifications stored = new Verifications(world.database, world.vault, world.reviews.audit());
            StoredProgrammeLedger ledger = new StoredProgrammeLedger(stored);
            ProgrammeProof proof = new ProgrammeProof(
                    "acct-1",
                    ProgrammeState.VERIFIED,
                    world.clock.instant(),
                    world.clock.instant().plus(Duration.ofDays(365)),
                    List.of("ticket 12", "letter 4"),
                    "anna",
                    "A university.");

            ledger.put(proof);
            assertThat(ledger.find("acct-1")).isEqualTo(proof);
            assertThat(new StoredProgrammeLedger(stored).find("acct-1")).isEqualTo(proof);
            ledger.forget("acct-1");
            assertThat(ledger.find("acct-1")).isNull();
        }
    }
}
