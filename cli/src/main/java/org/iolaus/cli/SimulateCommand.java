package org.iolaus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.iolaus.cli.live.LiveOptions;
import org.iolaus.cli.live.LiveTraffic;
import org.iolaus.cli.output.OutputFolder;
import org.iolaus.cli.scan.ScanResult;
import org.iolaus.cli.terminal.ScanText;
import org.iolaus.simulator.Play;
import org.iolaus.simulator.Scenario;
import org.iolaus.simulator.Scenarios;
import org.iolaus.simulator.Simulation;
import org.iolaus.simulator.SimulationConfig;
import org.iolaus.simulator.corpus.Corpus;
import org.iolaus.simulator.corpus.CorpusReader;
import org.iolaus.simulator.text.Grammars;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code iolaus simulate}: writes labelled traffic into a folder, or scans it while it is made. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(
        name = "simulate",
        description = "Make labelled traffic, honest and hostile, as log records in files or straight into a scan.",
        footer = {
            "",
            "Example: ./iolaus simulate --scenario mixed --seed 7 --out traffic/",
            "         ./iolaus simulate --scenario mixed --seed 7 --pipe --out mixed/ && ./iolaus evaluate mixed/ mixed/scan",
            "         ./iolaus simulate --scenario demo --to http://localhost:8484"
        })
final class SimulateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--scenario",
            paramLabel = "NAME|FILE",
            description = "Who takes part: a name from --list or a YAML file (default: ${DEFAULT-VALUE}).")
    private String scenario = "demo";

    @Option(names = "--scale", paramLabel = "X", description = "Factor on the number of accounts (default: 1).")
    private double scale = 1;

    @Option(names = "--seed", paramLabel = "N", description = "Equal seeds give equal files (default: 1).")
    private long seed = 1;

    @Option(names = "--days", paramLabel = "D", description = "Length of the window (default: the scenario's own).")
    private int days;

    @Mixin
    private ThreadsOption threads;

    @Option(
            names = "--grammars",
            paramLabel = "PART",
            description = "Half of the wordings to speak in, train or test, or all (default: ${DEFAULT-VALUE}).")
    private String grammars = "all";

    @Option(names = "--out", paramLabel = "DIR", description = "Folder to write into.")
    private @Nullable Path out;

    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            description = "Prompts to mix in: JSON Lines with prompt and label, plain, .gz or .zst.")
    private @Nullable Path corpus;

    @Option(
            names = "--corpus-share",
            paramLabel = "X",
            description = "Share of everybody's items taken from the corpus (default: the scenario's own).")
    private @Nullable Double corpusShare;

    @Option(names = "--list", description = "List the scenarios and stop.")
    private boolean list;

    @Mixin
    private PipeOptions pipe;

    @Option(
            names = "--to",
            paramLabel = "URL",
            description = "Send the exchanges to a running service, e.g. http://localhost:8484, and show its verdicts.")
    private @Nullable URI service;

    @Option(
            names = "--in-flight",
            paramLabel = "N",
            description = {
                "With --to: bodies on their way at once (default: ${DEFAULT-VALUE}).",
                "More is faster; what N megabytes span must stay below the service's engine.lateness."
            })
    private int inFlight = 1;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "With --to: exchanges a second at most (default: as many as the service takes).")
    private double rate;

    @Mixin
    private LiveOptions live;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter writer = spec.commandLine().getOut();
        if (list) {
            for (Scenario each : Scenarios.all()) {
                writer.printf(Locale.ROOT, "%-18s %3d days  %s%n", each.name(), each.days(), each.summary());
            }
        } else {
            writer.print(simulate(simulation()));
        }
        writer.flush();
        return ExitCode.DONE;
    }

    private Simulation simulation() {
        if (corpus == null && corpusShare != null) {
            throw Failure.usage("--corpus-share needs --corpus");
        }
        try {
            Scenario played = Scenarios.of(scenario);
            SimulationConfig config =
                    new SimulationConfig(seed, scale, days, threads.count()).speaking(Grammars.named(grammars));
            return new Simulation(played, mixed(config, played));
        } catch (IllegalArgumentException e) {
            throw Failure.usage(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw Failure.input("file " + scenario + " cannot be read: " + e);
        }
    }

    private SimulationConfig mixed(SimulationConfig config, Scenario played) {
        if (corpus == null) {
            return config;
        }
        Corpus prompts;
        try {
            prompts = CorpusReader.read(corpus);
        } catch (IllegalArgumentException e) {
            throw Failure.input(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw Failure.input("--corpus " + corpus + " cannot be read: " + OutputFolder.reason(e));
        }
        return config.with(prompts, corpusShare == null ? played.corpusShare() : corpusShare);
    }

    /** Makes the traffic, scans it if that is wanted, and gives what to say about it. */
    private String simulate(Simulation simulation) throws InterruptedException {
        if (service != null) {
            return sent(simulation, service);
        }
        if (out == null) {
            throw Failure.usage("--out is missing; it must name a folder");
        }
        try {
            if (pipe.given()) {
                return scanned(simulation, out);
            }
            return made(simulation.write(out)) + " in " + out + "\n";
        } catch (IOException e) {
            throw Failure.output("folder " + out + " cannot be written: " + e.getMessage());
        }
    }

    private String sent(Simulation simulation, URI to) throws InterruptedException {
        if (pipe.given()) {
            throw Failure.usage("--pipe and --to must not be given together");
        }
        if (inFlight < 1) {
            throw Failure.usage("--in-flight " + inFlight + " must be at least 1");
        }
        if (!(rate >= 0)) {
            throw Failure.usage("--rate " + rate + " must be above 0, or 0 for no bound");
        }
        try {
            Path folder = out == null ? Files.createTempDirectory("iolaus-facts") : out;
            Play play = simulation.play();
            play.writeFacts(folder);
            new LiveTraffic(live.client(to), spec.commandLine().getOut(), inFlight, rate).send(play, folder);
            return made(play.summary()) + ", sent to " + to + "; labels and truth in " + folder + "\n";
        } catch (IOException e) {
            throw Failure.output("the facts cannot be written: " + OutputFolder.reason(e));
        }
    }

    private String scanned(Simulation simulation, Path folder) throws IOException, InterruptedException {
        Path scan = pipe.folder(folder);
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Play play = simulation.play();
        play.writeFacts(folder);
        long castNanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        String name = String.format(Locale.ROOT, "simulation of %s, seed %d, scale %s", scenario, seed, scale);
        ScanResult result = pipe.scan(name, play, folder, scan, threads.count(), castNanos);
        return made(play.summary()) + ", scanned while they were made; labels and truth in " + folder + "\n"
                + ScanText.of(result.findings(), result.run(), scan)
                + ScanText.processorTime(result.run());
    }

    private static String made(Simulation.Summary summary) {
        return String.format(
                Locale.ROOT,
                "%,d exchanges of %,d accounts and %d campaigns",
                summary.exchanges(),
                summary.accounts(),
                summary.campaigns());
    }
}
