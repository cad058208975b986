package org.iolaus.cli.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.iolaus.cli.Failure;
import org.iolaus.cli.Version;
import org.iolaus.cli.output.OutputFolder;
import org.iolaus.cli.output.Run;
import org.iolaus.detection.fingerprint.CapabilityModel;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.detection.fingerprint.Fingerprinter;
import org.iolaus.detection.pipeline.Detector;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.ingest.IngestConfig;
import org.iolaus.ingest.account.AccountReader;
import org.iolaus.ingest.account.ReleaseReader;
import org.iolaus.ingest.account.ReviewReader;
import org.iolaus.ingest.enrich.Enrichment;
import org.iolaus.ingest.rejection.RejectionWriter;
import org.iolaus.ingest.stream.ExchangeMapper;
import org.iolaus.ingest.stream.ExchangeStream;
import org.iolaus.ingest.stream.OrderedSink;
import org.iolaus.ingest.stream.Progress;
import org.iolaus.ingest.stream.ReadCounts;
import org.iolaus.service.configuration.DetectorSettings;

/**
 * One scan: exchanges are read and fingerprinted by workers and replayed, in order of event time, through the detector on
 * the calling thread.
 */
public final class Scan {
    private final ScanRequest request;
    private final Progress progress;
    private final Detector detector;
    private final CapabilityModel model = CapabilityModel.bundled();
    private final List<FieldCoverage> coverages = Collections.synchronizedList(new ArrayList<>());
    private final ProcessorTime processorTime;
    private long bytesRead;

    private Scan(ScanRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
        this.detector = new Detector(request.detector());
        this.processorTime = new ProcessorTime(request.exchanges());
    }

    /**
     * Runs a scan.
     *
     * @param rejected file to write the lines that are set aside to
     * @throws Failure if an input cannot be read or {@code rejected} cannot be written
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static ScanResult run(ScanRequest request, Path rejected, Progress progress) throws InterruptedException {
        return new Scan(request, progress).run(rejected);
    }

    private ScanResult run(Path rejected) throws InterruptedException {
        long start = System.nanoTime();
        try (RejectionWriter rejections = new RejectionWriter(rejected)) {
            ReadCounts counts = read(rejections);
            Findings findings = detector.finish();
            return new ScanResult(findings, describe(counts, rejections, start), detector::census);
        } catch (IOException | UncheckedIOException e) {
            throw Failure.output(rejected.getFileName() + " cannot be written: " + OutputFolder.reason(e));
        }
    }

    private ReadCounts read(RejectionWriter rejections) throws InterruptedException {
        try (Enrichment enrichment = Enrichment.open(request.enrichment())) {
            AccountReader.read(request.accounts(), detector::account, rejections);
            ReleaseReader.read(request.releases(), detector::release, rejections);
            ReviewReader.read(request.reviews(), detector::review, rejections);
            IngestConfig config = IngestConfig.of(request.threads(), Instant.now())
                    .withShape(request.shapes().shape(), request.shapes().names());
            return read(config, () -> mapper(enrichment), rejections);
        } catch (NoSuchFileException e) {
            String rule = e.getReason() == null ? "it must be a file that exists" : e.getReason();
            throw Failure.input(e.getFile() + " does not exist: " + rule);
        } catch (IOException e) {
            throw Failure.input(OutputFolder.reason(e));
        }
    }

    private ReadCounts read(
            IngestConfig config, Supplier<ExchangeMapper<Fingerprint>> mapper, RejectionWriter rejections)
            throws IOException, InterruptedException {
        return switch (request.exchanges()) {
            case ExchangeSource.Files files ->
                ExchangeStream.read(files.paths(), config, mapper, new DetectorSink(), rejections, this::progress);
            case ExchangeSource.Made made ->
                ExchangeStream.read(made.lines(), config, mapper, new DetectorSink(), rejections, this::progress);
        };
    }

    private ExchangeMapper<Fingerprint> mapper(Enrichment enrichment) {
        Fingerprinter fingerprinter = new Fingerprinter(request.detector().fingerprint(), model, enrichment::kind);
        FieldCoverage coverage = new FieldCoverage();
        coverages.add(coverage);
        ProcessorTime.Reader time = processorTime.reader();
        return exchange -> {
            time.tick();
            coverage.count(exchange);
            return fingerprinter.fingerprint(enrichment.enrich(exchange));
        };
    }

    private void progress(long read, long total, long exchanges) {
        bytesRead = read;
        progress.update(read, total, exchanges);
    }

    private Run describe(ReadCounts counts, RejectionWriter rejections, long startNanos) {
        return new Run(
                Version.current(),
                DetectorSettings.digest(request.detector()),
                request.exchanges().names(),
                names(request.accounts()),
                counts.exchanges(),
                bytesRead,
                rejections.countsByRule(),
                counts.skipped(),
                shapes(counts),
                FieldCoverage.sum(coverages),
                request.threads(),
                (System.nanoTime() - startNanos) / 1e9,
                processorTime.seconds(),
                PeakMemory.bytes(),
                null);
    }

    private static SortedMap<String, Long> shapes(ReadCounts counts) {
        SortedMap<String, Long> shapes = new TreeMap<>();
        counts.shapes().forEach((shape, files) -> shapes.put(shape.label(), files.longValue()));
        return shapes;
    }

    private static List<String> names(List<Path> paths) {
        return paths.stream().map(Path::toString).toList();
    }

    /** Feeds the detector. */
    private final class DetectorSink implements OrderedSink<Fingerprint> {
        @Override
        public void accept(Fingerprint fingerprint, long timeMicros) {
            detector.observe(fingerprint);
        }

        @Override
        public void watermark(long micros) {
            detector.advance(micros);
        }
    }
}
