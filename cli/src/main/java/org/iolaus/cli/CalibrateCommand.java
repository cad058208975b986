package org.iolaus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iolaus.cli.calibration.CalibrationFile;
import org.iolaus.cli.calibration.CalibrationText;
import org.iolaus.cli.calibration.InputDigests;
import org.iolaus.cli.calibration.Provenance;
import org.iolaus.cli.output.OutputFolder;
import org.iolaus.cli.scan.Scan;
import org.iolaus.cli.scan.ScanRequest;
import org.iolaus.cli.scan.ScanResult;
import org.iolaus.cli.terminal.ProgressView;
import org.iolaus.cli.wording.Wording;
import org.iolaus.detection.calibration.Calibration;
import org.iolaus.detection.calibration.Census;
import org.iolaus.detection.campaign.CampaignFinding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sets thresholds by honest traffic, and says what rate of errors it can vouch for. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(
        name = "calibrate",
        description = "Set thresholds by honest traffic, and say what rate of errors it can vouch for.",
        footer = {
            "",
            "Thresholds are only ever raised. Campaigns found in the traffic have to be reviewed first:",
            "name each with --honest or --leave-out.",
            "",
            "Example: ./iolaus calibrate honest/ --accounts accounts.jsonl.zst --out calibration.json"
        })
final class CalibrateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ScanOptions options;

    @Option(
            names = "--target-fpr",
            paramLabel = "RATE",
            description = "Share of honest groups that may wrongly be given a verdict (default: ${DEFAULT-VALUE}).")
    private double target = 1e-4;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Calibration to write.")
    private Path out;

    @Mixin
    private ForceOption force;

    @Option(
            names = "--honest",
            arity = "1..*",
            paramLabel = "ID",
            description = "Campaigns found in the traffic that a person has reviewed and judged honest.")
    private List<String> honest = new ArrayList<>();

    @Option(
            names = "--leave-out",
            arity = "1..*",
            paramLabel = "ID",
            description = "Campaigns found in the traffic that are not honest and count for nothing.")
    private List<String> leftOut = new ArrayList<>();

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() throws InterruptedException {
        check();
        ScanRequest request = options.request();
        ScanResult result = scan(request);
        Census census = result.census().get();
        review(census, result);
        CalibrationFile file = new CalibrationFile(
                provenance(request, result, census), Calibration.of(census, target, Set.copyOf(leftOut)));
        write(file.json());
        spec.commandLine().getOut().print(format.json() ? file.json() : CalibrationText.of(file) + text(result));
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }

    private void check() {
        if (!(target > 0 && target < 1)) {
            throw Failure.usage("--target-fpr " + target + " must be above 0 and below 1");
        }
        if (Files.exists(out) && !(force.given() && Files.isRegularFile(out))) {
            throw Failure.output("--out " + out + " exists; it must be new\nMaybe replace a file with --force.");
        }
    }

    private static ScanResult scan(ScanRequest request) throws InterruptedException {
        try {
            Path rejected = Files.createTempFile("iolaus-calibrate", ".jsonl");
            try (ProgressView progress = ProgressView.open()) {
                return Scan.run(request, rejected, progress);
            } finally {
                Files.delete(rejected);
            }
        } catch (IOException e) {
            throw Failure.output("a temporary file cannot be written: " + OutputFolder.reason(e));
        }
    }

    /** Honest traffic is a claim. What contradicts it is named, and a person has to decide. */
    private void review(Census census, ScanResult result) {
        if (!census.founded()) {
            throw Failure.input(result.findings().warnings().stream()
                    .findFirst()
                    .orElse("no exchange was read, so nothing can be calibrated"));
        }
        Set<String> found = census.accused().stream()
                .flatMap(each -> each.campaigns().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        for (String id : Stream.concat(honest.stream(), leftOut.stream()).toList()) {
            if (!found.contains(id) || (honest.contains(id) && leftOut.contains(id))) {
                throw Failure.usage(
                        "campaign " + id + " must be one that is found in the traffic, and be named once; found: "
                                + (found.isEmpty() ? "none" : String.join(", ", found)));
            }
        }
        found.removeAll(honest);
        found.removeAll(leftOut);
        if (!found.isEmpty()) {
            throw Failure.review(suspects(found, result.findings().campaigns()));
        }
    }

    private static String suspects(Set<String> undecided, List<CampaignFinding> campaigns) {
        String named = campaigns.stream()
                .filter(campaign -> undecided.contains(campaign.id()))
                .map(campaign -> "\n  " + campaign.id() + " (" + campaign.verdict() + "): " + campaign.explanation())
                .collect(Collectors.joining());
        return "the traffic holds " + Wording.count(undecided.size(), "group")
                + " that would be accused, so nothing was"
                + " written:" + named
                + "\nMaybe look at them with scan and explain, then name each with --honest or --leave-out.";
    }

    private Provenance provenance(ScanRequest request, ScanResult result, Census census) {
        List<Path> inputs = new ArrayList<>(options.exchanges());
        inputs.addAll(request.accounts());
        inputs.addAll(request.releases());
        try {
            return new Provenance(
                    result.run().version(),
                    result.run().configurationDigest(),
                    InputDigests.of(inputs),
                    result.findings().exchanges(),
                    result.findings().accountsSeen(),
                    census.subjects(),
                    census.groups(),
                    result.findings().firstMicros(),
                    result.findings().lastMicros(),
                    honest.stream().sorted().toList(),
                    leftOut.stream().sorted().toList());
        } catch (IOException e) {
            throw Failure.input(OutputFolder.reason(e));
        }
    }

    private void write(String text) {
        Path absolute = out.toAbsolutePath().normalize();
        Path partial = absolute.resolveSibling("." + absolute.getFileName() + ".partial-"
                + ProcessHandle.current().pid());
        try {
            Files.createDirectories(partial.resolveSibling(""));
            Files.writeString(partial, text);
            Files.move(partial, absolute, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Failure.output("--out " + out + " cannot be written: " + OutputFolder.reason(e));
        }
    }

    private String text(ScanResult result) {
        String warnings = result.findings().warnings().stream()
                .map(warning -> "Warning: " + warning.replace("\n", "\n  ") + "\n")
                .collect(Collectors.joining());
        return warnings + "Calibration: " + out + "\nNext: ./iolaus scan EXCHANGES... --calibration " + out + "\n";
    }
}
