package org.iolaus.service.intake;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.util.ArrayList;
import java.util.List;
import org.iolaus.detection.fingerprint.Fingerprinter;
import org.iolaus.ingest.IngestConfig;
import org.iolaus.ingest.body.AccountLines;
import org.iolaus.ingest.body.PackedBody;
import org.iolaus.ingest.body.ReleaseLines;
import org.iolaus.ingest.rejection.Rejection;
import org.iolaus.ingest.shape.ExchangeSink;
import org.iolaus.ingest.shape.Origin;
import org.iolaus.ingest.shape.Shape;
import org.iolaus.ingest.shape.ShapeCounts;
import org.iolaus.service.fact.Batch;
import org.iolaus.service.fact.Fact;

/** What is received at one moment, on its way to a batch. Not thread-safe. */
public final class Reception {
    private final ExchangeIntake intake;
    private final long receivedMicros;
    private final Origin origin;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final Prompts prompts;
    private ShapeCounts counts = ShapeCounts.NONE;

    Reception(ExchangeIntake intake, String source, long receivedMicros) {
        this.intake = intake;
        this.receivedMicros = receivedMicros;
        prompts = new Prompts(intake.samples());
        origin = new Origin(
                source,
                source,
                ExchangeIntake.minTimeMicros(),
                receivedMicros + IngestConfig.MAX_AHEAD.toNanos() / 1_000);
    }

    /**
     * Reads a body, packed or not.
     *
     * @throws PackedBody.Refused if it is too large or damaged; nothing of it is then taken
     */
    public Reception read(Shape shape, byte[] body) throws PackedBody.Refused {
        byte[] unpacked = PackedBody.unpacked(body, intake.config().maxBodyBytes());
        return read(shape, unpacked, 0, unpacked.length);
    }

    /** Reads {@code [from, to)}, which is not packed. */
    public Reception read(Shape shape, byte[] bytes, int from, int to) {
        add(intake.counted(fingerprinter ->
                intake.reader(shape).read(bytes, from, to, origin, sink(fingerprinter), this::reject)));
        return this;
    }

    /** Reads traces that are parsed already. */
    public Reception read(ExportTraceServiceRequest request) {
        add(intake.counted(fingerprinter -> intake.otlp().read(request, origin, sink(fingerprinter), this::reject)));
        return this;
    }

    /** Reads logs that are parsed already. */
    public Reception read(ExportLogsServiceRequest request) {
        add(intake.counted(fingerprinter -> intake.otlp().read(request, origin, sink(fingerprinter), this::reject)));
        return this;
    }

    /**
     * Reads account facts, a line each, packed or not.
     *
     * @throws PackedBody.Refused if the body is too large or damaged; nothing of it is then taken
     */
    public Reception readAccounts(byte[] body) throws PackedBody.Refused {
        byte[] unpacked = PackedBody.unpacked(body, intake.config().maxBodyBytes());
        add(AccountLines.read(
                unpacked, origin.name(), account -> facts.add(new Fact.AccountUpdated(account)), this::reject));
        return this;
    }

    /**
     * Reads models' releases, a line each, packed or not.
     *
     * @throws PackedBody.Refused if the body is too large or damaged; nothing of it is then taken
     */
    public Reception readReleases(byte[] body) throws PackedBody.Refused {
        byte[] unpacked = PackedBody.unpacked(body, intake.config().maxBodyBytes());
        add(ReleaseLines.read(unpacked, origin.name(), release -> facts.add(new Fact.Released(release)), this::reject));
        return this;
    }

    /** Adds a fact of another kind, such as how far a source has been read. */
    public Reception add(Fact fact) {
        facts.add(fact);
        return this;
    }

    private ExchangeSink sink(Fingerprinter fingerprinter) {
        return exchange -> {
            facts.add(new Fact.Exchanged(
                    fingerprinter.fingerprint(intake.enrichment().enrich(exchange))));
            prompts.see(exchange);
        };
    }

    private void add(ShapeCounts more) {
        counts = counts.plus(more);
    }

    private void reject(Rejection rejection) {
        if (rejections.size() < intake.config().maxReasons()) {
            rejections.add(rejection);
        }
    }

    /** What became of the records. */
    public ShapeCounts counts() {
        return counts;
    }

    /** The first reasons, with numbers of lines or records. */
    public List<Rejection> rejections() {
        return List.copyOf(rejections);
    }

    /** Whether there is anything to submit. */
    public boolean isEmpty() {
        return facts.isEmpty();
    }

    /** Has prompts kept, if samples are turned on; to be called once the batch is durable. */
    void acknowledged() {
        prompts.keep();
    }

    /** The batch; {@code sender} is whose clock the exchanges follow. */
    public Batch batch(String sender) {
        return new Batch(receivedMicros, sender, facts);
    }
}
