package org.iolaus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.iolaus.cli.output.DuelFile;
import org.iolaus.cli.output.OutputFolder;
import org.iolaus.cli.terminal.DuelText;
import org.iolaus.duel.DuelConfig;
import org.iolaus.duel.DuelResult;
import org.iolaus.duel.Summary;
import org.iolaus.duel.Tournament;
import org.iolaus.duel.attacker.Manner;
import org.iolaus.duel.attacker.Prices;
import org.iolaus.duel.defender.DefenderKind;
import org.iolaus.simulator.Scenarios;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code iolaus duel}: lets a simulated attacker that reacts to verdicts try four defences. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(
        name = "duel",
        description = "Measure four defences against a simulated attacker that replaces what it loses and learns.",
        footer = {
            "",
            "Nothing is sent anywhere: attacker and honest people are log records in memory.",
            "Example: ./iolaus duel --seeds 20 --out out/duel"
        })
final class DuelCommand implements Callable<Integer> {
    /** A defender may hit one honest account in a thousand of those it is calibrated on. */
    private static final double HONEST_COST = 0.001;

    /** Assumed: seven accounts in ten cannot verify. */
    private static final double FAILS_TO_VERIFY = 0.7;

    @Spec
    private CommandSpec spec;

    @Option(names = "--seed", paramLabel = "N", description = "First seed (default: 1).")
    private long seed = 1;

    @Option(names = "--seeds", paramLabel = "N", description = "Number of seeds, one after the other (default: 1).")
    private int seeds = 1;

    @Option(
            names = "--budgets",
            split = ",",
            paramLabel = "DOLLARS",
            description = "What the attacker may spend; a duel each (default: 250,750,2500).")
    private List<Integer> budgets = List.of(250, 750, 2500);

    @Option(
            names = "--defenders",
            split = ",",
            paramLabel = "NAME",
            description = "Some of none, volume, sharing, iolaus (default: all).")
    private List<DefenderKind> defenders = List.of(DefenderKind.values());

    @Option(
            names = "--attacker",
            paramLabel = "learning|stubborn",
            description = "Goes on with what pays, or always as the disclosed campaigns did (default: learning).")
    private Manner manner = Manner.LEARNING;

    @Option(
            names = "--population",
            paramLabel = "NAME|FILE",
            description = "Scenario whose honest people take part (default: ${DEFAULT-VALUE}).")
    private String population = "honest";

    @Option(names = "--scale", paramLabel = "X", description = "Factor on the number of honest people (default: 1).")
    private double scale = 1;

    @Option(names = "--days", paramLabel = "D", description = "Length of the window (default: 14).")
    private int days = 14;

    @Option(
            names = "--calm-days",
            paramLabel = "D",
            description = "Days before the attacker comes; simple defences are calibrated on them (default: 4).")
    private int calmDays = 4;

    @Option(
            names = "--wanted",
            paramLabel = "N",
            description = "Exchanges the attacker wants for each dollar of its budget (default: 20).")
    private int wantedPerDollar = 20;

    @Mixin
    private ThreadsOption threads;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder to write duel.json into (default: none).")
    private @Nullable Path out;

    @Override
    public Integer call() throws InterruptedException {
        DuelConfig config = config();
        PrintWriter err = spec.commandLine().getErr();
        List<Long> all = LongStream.range(seed, seed + seeds).boxed().toList();
        List<DuelResult> results = new Tournament(config).run(all, ofSeed -> {
            err.println("Seed " + ofSeed.getFirst().seed() + " done.");
            err.flush();
        });
        Summary summary = Summary.of(results);
        if (out != null) {
            write(config, all, summary, results, out);
        }
        PrintWriter writer = spec.commandLine().getOut();
        writer.print(DuelText.of(config, all, summary));
        writer.flush();
        return ExitCode.DONE;
    }

    private DuelConfig config() {
        if (seeds < 1) {
            throw Failure.usage("--seeds " + seeds + " must be at least 1");
        }
        try {
            return new DuelConfig(
                    Scenarios.of(population),
                    scale,
                    days,
                    calmDays,
                    manner,
                    wantedPerDollar,
                    budgets,
                    Prices.DEFAULT,
                    FAILS_TO_VERIFY,
                    HONEST_COST,
                    defenders,
                    threads.count());
        } catch (IllegalArgumentException e) {
            throw Failure.usage(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw Failure.input("file " + population + " cannot be read: " + e);
        }
    }

    private static void write(
            DuelConfig config, List<Long> seeds, Summary summary, List<DuelResult> results, Path folder) {
        try {
            DuelFile.write(config, seeds, summary, results, folder);
        } catch (IOException e) {
            throw Failure.output("folder " + folder + " cannot be written: " + OutputFolder.reason(e));
        }
    }
}
