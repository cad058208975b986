package org.iolaus.service.intake;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.iolaus.detection.fingerprint.CapabilityModel;
import org.iolaus.detection.fingerprint.FingerprintConfig;
import org.iolaus.detection.fingerprint.Fingerprinter;
import org.iolaus.ingest.IngestConfig;
import org.iolaus.ingest.body.ShapeReaders;
import org.iolaus.ingest.enrich.Enrichment;
import org.iolaus.ingest.shape.Shape;
import org.iolaus.ingest.shape.ShapeCounts;
import org.iolaus.ingest.shape.ShapeReader;
import org.iolaus.ingest.shape.otlp.OtlpReader;
import org.iolaus.service.review.retention.SampleQueue;

/**
 * Turns records into facts: parsed, enriched, fingerprinted, their text dropped. Fingerprinters, which serve one thread at
 * a time, are kept for the next caller. Thread-safe.
 */
public final class ExchangeIntake {
    private final IntakeConfig config;
    private final FingerprintConfig fingerprint;
    private final Enrichment enrichment;
    private final InstantSource clock;
    private final SampleQueue samples;
    private final CapabilityModel model = CapabilityModel.bundled();
    private final ConcurrentLinkedQueue<Fingerprinter> idle = new ConcurrentLinkedQueue<>();
    private final Map<Shape, ShapeReader> readers = new EnumMap<>(Shape.class);
    private final OtlpReader otlp;
    private final LongAdder accepted = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final LongAdder skipped = new LongAdder();

    /** @param samples takes the few prompts that are kept, if that is turned on */
    public ExchangeIntake(
            IntakeConfig config,
            FingerprintConfig fingerprint,
            Enrichment enrichment,
            SampleQueue samples,
            InstantSource clock) {
        this.config = config;
        this.fingerprint = fingerprint;
        this.enrichment = enrichment;
        this.samples = samples;
        this.clock = clock;
        for (Shape shape : Shape.values()) {
            readers.put(shape, ShapeReaders.of(shape, config.names()));
        }
        otlp = new OtlpReader(config.names());
    }

    /**
     * What is received now, to be filled with records and then submitted as one batch.
     *
     * @param source source of exchanges that name none: the sender's key, a topic, a file
     */
    public Reception receive(String source) {
        return new Reception(this, source, ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()));
    }

    /** What became of all records so far. */
    public ShapeCounts counts() {
        return new ShapeCounts(accepted.sum(), rejected.sum(), skipped.sum());
    }

    /** Counts a record that was set aside before it could be read. */
    public void setAside() {
        rejected.increment();
    }

    IntakeConfig config() {
        return config;
    }

    static long minTimeMicros() {
        return IngestConfig.of(1, Instant.EPOCH).minTimeMicros();
    }

    ShapeReader reader(Shape shape) {
        ShapeReader reader = readers.get(shape);
        if (reader == null) {
            throw new IllegalStateException("shape " + shape + " must have a reader");
        }
        return reader;
    }

    OtlpReader otlp() {
        return otlp;
    }

    SampleQueue samples() {
        return samples;
    }

    Enrichment enrichment() {
        return enrichment;
    }

    /** Lends a fingerprinter for one use. */
    ShapeCounts counted(Function<Fingerprinter, ShapeCounts> use) {
        Fingerprinter kept = idle.poll();
        Fingerprinter fingerprinter = kept == null ? new Fingerprinter(fingerprint, model, enrichment::kind) : kept;
        ShapeCounts counts;
        try {
            counts = use.apply(fingerprinter);
        } finally {
            idle.add(fingerprinter);
        }
        accepted.add(counts.accepted());
        rejected.add(counts.rejected());
        skipped.add(counts.skipped());
        return counts;
    }
}
