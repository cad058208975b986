package org.iolaus.service.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import org.iolaus.detection.fingerprint.FingerprintConfig;
import org.iolaus.ingest.enrich.Enrichment;
import org.iolaus.ingest.enrich.EnrichmentConfig;
import org.iolaus.service.review.retention.SampleQueue;

/** Intakes and lines for tests. */
public final class Intakes {
    public static final Instant NOW = Instant.parse("2026-02-23T10:00:00Z");

    private Intakes() {}

    public static ExchangeIntake intake() {
        try {
            return new ExchangeIntake(
                    IntakeConfig.DEFAULT,
                    FingerprintConfig.DEFAULT,
                    Enrichment.open(EnrichmentConfig.NONE),
                    SampleQueue.off(),
                    InstantSource.fixed(NOW));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An exchange of the account {@code a<number>}, a second after the one before. */
    public static String line(int number) {
        return line("x" + number, "a" + number, NOW.minusSeconds(10_000 - number));
    }

    public static String line(String id, String account, Instant time) {
        return "{\"id\":\"" + id + "\",\"time\":\"" + time + "\",\"account_id\":\"" + account
                + "\",\"model\":\"m\",\"request\":{\"messages\":[{\"role\":\"user\",\"content\":\"What is " + id
                + " about, really?\"}]}}";
    }
}
