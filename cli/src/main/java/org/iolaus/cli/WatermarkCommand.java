package org.iolaus.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code iolaus watermark}: the commands about marks in served text. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(
        name = "watermark",
        synopsisSubcommandLabel = "COMMAND",
        description = "Find marks in text: whose it is, to whom it was served, and whether a model was trained on it.",
        subcommands = {
            WatermarkDetectCommand.class,
            WatermarkTraceCommand.class,
            WatermarkRadioactivityCommand.class,
            WatermarkKeysCommand.class
        },
        footer = {"", "How marks work and what they prove: docs/watermark.md"})
final class WatermarkCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.DONE;
    }
}
