package org.iolaus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.iolaus.cli.calibration.Application;
import org.iolaus.cli.calibration.CalibrationFile;
import org.iolaus.cli.output.FindingFiles;
import org.iolaus.cli.output.OutputFolder;
import org.iolaus.cli.output.Summary;
import org.iolaus.cli.report.Report;
import org.iolaus.cli.scan.Scan;
import org.iolaus.cli.scan.ScanRequest;
import org.iolaus.cli.scan.ScanResult;
import org.iolaus.cli.terminal.ProgressView;
import org.iolaus.cli.terminal.ScanText;
import org.iolaus.cli.wording.Identifiers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scans exchanges for campaigns and writes what it found into a folder. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(
        name = "scan",
        description = "Find campaigns in recorded traffic.",
        footer = {
            "",
            "Writes campaigns, accounts, other groups, rejected lines, a summary and a report.",
            "Nothing is enforced and nothing leaves this machine.",
            "",
            "Example: ./iolaus scan logs/ --accounts accounts.jsonl.zst --out out/"
        })
final class ScanCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ScanOptions options;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write to: new or empty.")
    private Path out;

    @Mixin
    private ForceOption force;

    @Option(
            names = "--calibration",
            paramLabel = "FILE",
            description = "Thresholds that calibrate has set by honest traffic (default: the fixed bounds).")
    private @Nullable Path calibration;

    @Option(
            names = "--reviews",
            arity = "1..*",
            paramLabel = "FILE",
            description = "People's decisions on accounts: one or more files.")
    private List<Path> reviews = new ArrayList<>();

    @Option(names = "--full", description = "Show identifiers whole in the report.")
    private boolean full;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() throws InterruptedException {
        Application applied =
                calibration == null ? null : new Application(calibration, CalibrationFile.read(calibration));
        ScanResult result = scan(options.request().with(reviews), applied, out, force.given(), new Identifiers(full));
        String text = format.json()
                ? Summary.json(result.findings(), result.run()) + "\n"
                : ScanText.of(result.findings(), result.run(), out);
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
        if (result.run().exchangesRead() == 0) {
            throw Failure.input("no exchange was read; what was set aside and why is in " + out);
        }
        return ExitCode.DONE;
    }

    /** Scans and writes all files, or fails and leaves none. */
    static ScanResult scan(ScanRequest request, Path out, boolean force, Identifiers identifiers)
            throws InterruptedException {
        return scan(request, null, out, force, identifiers);
    }

    private static ScanResult scan(
            ScanRequest request, @Nullable Application applied, Path out, boolean force, Identifiers identifiers)
            throws InterruptedException {
        try (OutputFolder folder = OutputFolder.open(out, force)) {
            ScanResult result;
            try (ProgressView progress = ProgressView.open()) {
                Path rejected = folder.staging().resolve(FindingFiles.REJECTED);
                result = Scan.run(applied == null ? request : applied.bind(request), rejected, progress);
            }
            if (applied != null) {
                result = applied.note(request, result);
            }
            publish(result, folder, out, identifiers);
            return result;
        }
    }

    private static void publish(ScanResult result, OutputFolder folder, Path out, Identifiers identifiers) {
        try {
            FindingFiles.write(result.findings(), result.run(), folder.staging());
            Files.writeString(
                    folder.staging().resolve(FindingFiles.REPORT),
                    Report.render(result.findings(), result.run(), identifiers));
            folder.publish();
        } catch (IOException e) {
            throw Failure.output("--out " + out + " cannot be written: " + OutputFolder.reason(e));
        }
    }
}
