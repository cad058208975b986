package org.iolaus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.iolaus.cli.terminal.ScoreText;
import org.iolaus.evaluation.Evaluation;
import org.iolaus.evaluation.Score;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code iolaus evaluate}: scores a scan against the truth. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(
        name = "evaluate",
        description = "Score a scan against labels: recall, purity and leak by campaign, honest accounts hit.",
        footer = {"", "Example: ./iolaus evaluate traffic/ out/"})
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "TRUTH_DIR", description = "Folder with labels.jsonl and truth.json.")
    private Path truth;

    @Parameters(index = "1", paramLabel = "SCAN_DIR", description = "Folder that a scan has written.")
    private Path scan;

    @Option(names = "--format", paramLabel = "human|json", description = "What to print (default: human).")
    private Format format = Format.HUMAN;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Score score = score();
        if (format == Format.JSON) {
            JsonMapper mapper = JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
            out.println(mapper.writeValueAsString(score));
        } else {
            out.print(ScoreText.of(score));
        }
        out.flush();
        return ExitCode.DONE;
    }

    private Score score() {
        try {
            return Evaluation.score(truth, scan);
        } catch (NoSuchFileException e) {
            throw Failure.input("file " + e.getMessage() + " is missing");
        } catch (IOException e) {
            throw Failure.input(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }
}
