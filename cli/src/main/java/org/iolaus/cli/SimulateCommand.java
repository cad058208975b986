package org.iolaus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.iolaus.simulator.Scenario;
import org.iolaus.simulator.Scenarios;
import org.iolaus.simulator.Simulation;
import org.iolaus.simulator.SimulationConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code iolaus simulate}: writes labelled traffic into a folder. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(
        name = "simulate",
        description = "Make labelled traffic, honest and hostile, as log records in files.",
        footer = {"", "Example: ./iolaus simulate --scenario mixed --seed 7 --out traffic/"})
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

    @Option(names = "--threads", paramLabel = "N", description = "Worker threads (default: all processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--out", paramLabel = "DIR", description = "Folder to write into.")
    private @Nullable Path out;

    @Option(names = "--list", description = "List the scenarios and stop.")
    private boolean list;

    @Override
    public Integer call() {
        PrintWriter writer = spec.commandLine().getOut();
        if (list) {
            for (Scenario each : Scenarios.all()) {
                writer.printf(Locale.ROOT, "%-18s %3d days  %s%n", each.name(), each.days(), each.summary());
            }
        } else {
            Simulation.Summary summary = write();
            writer.printf(
                    Locale.ROOT,
                    "%,d exchanges of %,d accounts and %d campaigns in %s%n",
                    summary.exchanges(),
                    summary.accounts(),
                    summary.campaigns(),
                    out);
        }
        writer.flush();
        return ExitCode.DONE;
    }

    private Simulation.Summary write() {
        if (out == null) {
            throw Failure.usage("--out is missing; it must name a folder");
        }
        Simulation simulation;
        try {
            simulation = new Simulation(Scenarios.of(scenario), new SimulationConfig(seed, scale, days, threads));
        } catch (IllegalArgumentException e) {
            throw Failure.usage(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw Failure.input("file " + scenario + " cannot be read: " + e);
        }
        try {
            return simulation.write(out);
        } catch (IOException e) {
            throw Failure.output("folder " + out + " cannot be written: " + e.getMessage());
        }
    }
}
