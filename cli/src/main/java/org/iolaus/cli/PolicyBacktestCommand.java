package org.iolaus.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.iolaus.cli.policy.Backtest;
import org.iolaus.cli.policy.BacktestText;
import org.iolaus.cli.policy.PastSubjects;
import org.iolaus.service.policy.Policy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code iolaus policy backtest}: whom a policy would have hit. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(
        name = "backtest",
        description = "Say whom a policy would have hit on a past scan, honest archetypes first.",
        footer = {
            "",
            "Facts are taken as they were when each verdict was reached. No verdict counts as confirmed by a person,",
            "and no programme as proved.",
            "",
            "Example: ./iolaus policy backtest policy.yaml --scan out/ --accounts accounts.jsonl.zst"
        })
final class PolicyBacktestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Policy.")
    private Path file;

    @Option(names = "--scan", required = true, paramLabel = "DIR", description = "Folder that a scan has written.")
    private Path scan;

    @Option(
            names = "--accounts",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Account facts of the same traffic; without them only accounts above allow are judged.")
    private List<Path> accounts = new ArrayList<>();

    @Option(names = "--labels", paramLabel = "FILE", description = "The truth, to tell honest accounts from others.")
    private @Nullable Path labels;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() {
        Policy policy = PolicyFiles.read(file);
        Backtest backtest = new Backtest(policy, labels == null ? Map.of() : PastSubjects.labels(labels));
        PastSubjects.read(scan, accounts).forEach(policy, backtest::judge);
        PrintWriter out = spec.commandLine().getOut();
        out.print(format.json() ? backtest.fields().json() + "\n" : BacktestText.of(backtest));
        out.flush();
        return ExitCode.DONE;
    }
}
