package org.iolaus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.iolaus.simulator.Scenario;
import org.iolaus.simulator.Scenarios;
import org.iolaus.simulator.Simulation;
import org.iolaus.simulator.SimulationConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code iolaus simulate}: writes labelled traffic into a folder. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Makes labelled traffic, honest and hostile, as log records in files.")
public final class SimulateCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--scenario", paramLabel = "NAME", description = "who takes part (default: ${DEFAULT-VALUE})")
    private String scenario = "demo";

    @Option(names = "--scale", paramLabel = "X", description = "factor on the number of accounts (default: 1)")
    private double scale = 1;

    @Option(names = "--seed", paramLabel = "N", description = "equal seeds give equal files (default: 1)")
    private long seed = 1;

    @Option(names = "--days", paramLabel = "D", description = "length of the window (default: the scenario's own)")
    private int days;

    @Option(names = "--threads", paramLabel = "N", description = "worker threads (default: all processors)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--out", paramLabel = "DIR", description = "folder to write into")
    private @Nullable Path out;

    @Option(names = "--list", description = "list the scenarios and stop")
    private boolean list;

    @Override
    public Integer call() throws IOException {
        if (spec == null) {
            throw new IllegalStateException("the command must be run by picocli");
        }
        PrintWriter writer = spec.commandLine().getOut();
        if (list) {
            for (Scenario each : Scenarios.all()) {
                writer.printf("%-15s %3d days  %s%n", each.name(), each.days(), each.summary());
            }
            return 0;
        }
        if (out == null) {
            throw new ParameterException(spec.commandLine(), "--out must name a folder");
        }
        Simulation simulation;
        try {
            simulation = new Simulation(Scenarios.named(scenario), new SimulationConfig(seed, scale, days, threads));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        Simulation.Summary summary = simulation.write(out);
        writer.printf(
                "%,d exchanges of %,d accounts and %d campaigns in %s%n",
                summary.exchanges(), summary.accounts(), summary.campaigns(), out);
        return 0;
    }
}
