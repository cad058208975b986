package org.iolaus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.iolaus.cli.output.OutputFolder;
import org.iolaus.cli.scan.ExchangeSource;
import org.iolaus.cli.scan.ScanRequest;
import org.iolaus.cli.scan.ScanResult;
import org.iolaus.cli.scan.ShapeChoice;
import org.iolaus.cli.terminal.DemoText;
import org.iolaus.cli.wording.Identifiers;
import org.iolaus.cli.wording.Wording;
import org.iolaus.detection.pipeline.DetectorConfig;
import org.iolaus.evaluation.Evaluation;
import org.iolaus.evaluation.Score;
import org.iolaus.ingest.enrich.EnrichmentConfig;
import org.iolaus.simulator.Scenarios;
import org.iolaus.simulator.Simulation;
import org.iolaus.simulator.SimulationConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a small labelled traffic, scans it, and shows what was found beside the truth. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(
        name = "demo",
        description = "Make a small labelled traffic, scan it, and show what was found beside the truth.",
        footer = {"", "Example: ./iolaus demo --seed 7"})
final class DemoCommand implements Callable<Integer> {
    private static final String SCENARIO = "demo";

    @Spec
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder to work in (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("out", "demo");

    @Option(names = "--seed", paramLabel = "N", description = "Other seeds make other traffic (default: 1).")
    private long seed = 1;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter writer = spec.commandLine().getOut();
        Path traffic = out.resolve("traffic");
        Path scan = out.resolve("scan");
        int threads = Runtime.getRuntime().availableProcessors();
        Simulation simulation = new Simulation(Scenarios.named(SCENARIO), new SimulationConfig(seed, 1, 0, threads));
        Simulation.Summary made = made(simulation, traffic);
        writer.println("Made " + Wording.count(made.exchanges(), "exchange") + " of "
                + Wording.count(made.accounts(), "account") + " with "
                + Wording.spelled(made.campaigns(), "hidden campaign") + " (seed " + seed + ").");
        writer.flush();
        ScanResult result = ScanCommand.scan(request(traffic, threads), scan, true, new Identifiers(false));
        writer.print(DemoText.of(result.findings(), result.run(), score(traffic, scan), scan));
        writer.flush();
        return ExitCode.DONE;
    }

    private static Simulation.Summary made(Simulation simulation, Path traffic) {
        try {
            return simulation.write(traffic);
        } catch (IOException e) {
            throw Failure.output(traffic + " cannot be written: " + OutputFolder.reason(e));
        }
    }

    private static Score score(Path traffic, Path scan) {
        try {
            return Evaluation.score(traffic, scan);
        } catch (IOException e) {
            throw Failure.input(scan + " cannot be scored: " + OutputFolder.reason(e));
        }
    }

    private static ScanRequest request(Path traffic, int threads) {
        return new ScanRequest(
                new ExchangeSource.Files(List.of(traffic.resolve("exchanges.jsonl.zst"))),
                List.of(traffic.resolve("accounts.jsonl.zst")),
                List.of(traffic.resolve("releases.jsonl")),
                List.of(),
                EnrichmentConfig.NONE,
                DetectorConfig.DEFAULT,
                ShapeChoice.DETECTED,
                threads);
    }
}
