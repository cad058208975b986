package org.iolaus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.iolaus.cli.output.OutputFolder;
import org.iolaus.cli.terminal.ComparisonText;
import org.iolaus.cli.terminal.ScoreText;
import org.iolaus.evaluation.Comparison;
import org.iolaus.evaluation.Evaluation;
import org.iolaus.evaluation.Rivals;
import org.iolaus.evaluation.Score;
import org.iolaus.evaluation.baseline.Traffic;
import org.iolaus.evaluation.baseline.TrafficReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code iolaus evaluate}: scores a scan against the truth, and rivals on the same traffic. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(
        name = "evaluate",
        description = "Score a scan against labels: recall, purity and leak by campaign, honest accounts hit.",
        footer = {
            "",
            "Example: ./iolaus evaluate traffic/ out/ --baselines traffic/exchanges.jsonl.zst "
                    + "--accounts traffic/accounts.jsonl.zst"
        })
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "TRUTH_DIR", description = "Folder with labels.jsonl and truth.json.")
    private Path truth;

    @Parameters(index = "1", paramLabel = "SCAN_DIR", description = "Folder that a scan has written.")
    private Path scan;

    @Option(
            names = "--baselines",
            arity = "1..*",
            paramLabel = "EXCHANGES",
            description = "Compare with rival methods on these files or folders of exchanges.")
    private List<Path> exchanges = new ArrayList<>();

    @Option(
            names = "--accounts",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Account facts for the rival methods.")
    private List<Path> accounts = new ArrayList<>();

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() throws InterruptedException {
        if (exchanges.isEmpty() && !accounts.isEmpty()) {
            throw Failure.usage("--accounts is for rival methods; it needs --baselines");
        }
        PrintWriter out = spec.commandLine().getOut();
        try {
            if (exchanges.isEmpty()) {
                Score score = Evaluation.score(truth, scan);
                out.print(format.json() ? json(score) : ScoreText.of(score));
            } else {
                Comparison comparison = Rivals.compare(truth, scan, traffic());
                out.print(format.json() ? json(comparison) : ComparisonText.of(comparison));
            }
        } catch (NoSuchFileException e) {
            throw Failure.input("file " + e.getMessage() + " is missing");
        } catch (IOException e) {
            throw Failure.input(OutputFolder.reason(e));
        }
        out.flush();
        return ExitCode.DONE;
    }

    private Traffic traffic() throws IOException, InterruptedException {
        try {
            return TrafficReader.read(exchanges, accounts, Runtime.getRuntime().availableProcessors());
        } catch (IllegalStateException e) {
            throw Failure.input(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private static String json(Object value) {
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        return mapper.writeValueAsString(value) + "\n";
    }
}
