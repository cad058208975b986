package org.iolaus.cli;

import java.nio.file.Path;
import java.util.List;
import org.iolaus.cli.output.OutputFolder;
import org.iolaus.cli.scan.ExchangeSource;
import org.iolaus.cli.scan.ScanRequest;
import org.iolaus.cli.scan.ScanResult;
import org.iolaus.cli.scan.ShapeChoice;
import org.iolaus.cli.wording.Identifiers;
import org.iolaus.ingest.enrich.EnrichmentConfig;
import org.iolaus.ingest.stream.LineStream;
import org.iolaus.simulator.Play;
import org.iolaus.simulator.output.TrafficStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that lead simulated exchanges into a scan in place of files. */
@SuppressWarnings("NullAway.Init") // picocli sets the mixin
final class PipeOptions {
    @Option(
            names = "--pipe",
            description = "Scan the exchanges while they are made; write everything else, and what the scan found.")
    private boolean pipe;

    @Option(
            names = "--scan-out",
            paramLabel = "DIR",
            description = "With --pipe: folder of the scan (default: OUT/scan).")
    private @Nullable Path scanOut;

    @Mixin
    private ForceOption force;

    @Mixin
    private DetectorOptions detector;

    /** Whether to scan; checks what can be checked before a long simulation. */
    boolean given() {
        if (!pipe && (scanOut != null || force.given() || detector.given())) {
            throw Failure.usage("--scan-out, --force, --hash-key and --memory are for a scan; they need --pipe");
        }
        return pipe;
    }

    /** Folder that the scan writes: new, empty, or to be replaced. */
    Path folder(Path out) {
        Path folder = scanOut == null ? out.resolve("scan") : scanOut;
        OutputFolder.check(folder, force.given());
        return folder;
    }

    /**
     * Scans what a play makes.
     *
     * @param name what stands for the name of a file of exchanges
     * @param out folder that holds its account facts and releases
     * @param folder folder that the scan writes
     * @param castNanos processor time spent on the play so far
     */
    ScanResult scan(String name, Play play, Path out, Path folder, int threads, long castNanos)
            throws InterruptedException {
        Path source = out.toAbsolutePath().normalize().getFileName();
        try (TrafficStream exchanges = play.exchanges()) {
            LineStream lines = new LineStream(name, source == null ? "" : source.toString(), exchanges);
            ScanRequest request = new ScanRequest(
                    new ExchangeSource.Made(lines, () -> castNanos + exchanges.cpuNanos()),
                    List.of(out.resolve("accounts.jsonl.zst")),
                    List.of(out.resolve("releases.jsonl")),
                    List.of(),
                    EnrichmentConfig.NONE,
                    detector.config(),
                    ShapeChoice.DETECTED,
                    threads);
            return ScanCommand.scan(request, folder, force.given(), new Identifiers(false));
        }
    }
}
