package org.iolaus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.iolaus.cli.terminal.ProgressView;
import org.iolaus.cli.watermark.JsonLines;
import org.iolaus.cli.watermark.SetAside;
import org.iolaus.cli.watermark.TextFile;
import org.iolaus.cli.watermark.Texts;
import org.iolaus.cli.wording.Wording;
import org.iolaus.watermark.keys.Epoch;
import org.iolaus.watermark.keys.KeySchedule;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that tests of texts have in common. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class TestOptions {
    private static final double MOST_BITS = 5;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Texts as JSON Lines: plain, .gz or .zst.")
    private List<Path> files;

    @Option(
            names = "--text-field",
            paramLabel = "NAME",
            description = "Field that holds a text, such as response.text (default: ${DEFAULT-VALUE}).")
    private String textField = "text";

    @Option(
            names = "--error",
            paramLabel = "P",
            description = "Accepted chance to find a mark where there is none (default: ${DEFAULT-VALUE}).")
    private double error = 1e-6;

    @Option(
            names = "--assumed-bits",
            paramLabel = "B",
            description =
                    "Choice a token, to say how many tokens are needed; code has 0.25 (default: ${DEFAULT-VALUE}).")
    private double assumedBits = 1;

    private final SetAside setAside = new SetAside();

    List<Path> files() {
        return files;
    }

    double error() {
        if (!(error > 0 && error < 1)) {
            throw Failure.usage("--error " + error + " must be above 0 and below 1");
        }
        return error;
    }

    double assumedBits() {
        if (!(assumedBits > 0 && assumedBits <= MOST_BITS)) {
            throw Failure.usage("--assumed-bits " + assumedBits + " must be above 0 and at most 5");
        }
        return assumedBits;
    }

    SetAside setAside() {
        return setAside;
    }

    /** The texts, at least one, for each of the epochs. */
    Texts texts(KeySchedule schedule, List<Epoch> epochs) throws IOException {
        return texts(schedule, epochs, files);
    }

    /** The texts of other files, read as those of the command are. */
    Texts texts(KeySchedule schedule, List<Epoch> epochs, List<Path> others) throws IOException {
        Texts texts;
        try (ProgressView progress = ProgressView.open("Reading", "texts")) {
            texts = new TextFile(schedule, epochs, textField).read(others, new JsonLines(progress, setAside));
        }
        if (texts.count() == 0) {
            throw nothing("text");
        }
        return texts;
    }

    /** That not one line could be used, with the reason of the first. */
    Failure nothing(String noun) {
        return Failure.input("no " + noun + " could be read: "
                + setAside.reasons().stream().findFirst().orElse("the files hold no lines")
                + (setAside.count() > 1 ? ", and " + Wording.count(setAside.count() - 1, "line") + " more" : "")
                + "\nMaybe see docs/formats.md for what a line holds.");
    }
}
