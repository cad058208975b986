package org.iolaus.cli;

import picocli.CommandLine.Command;

/** {@code iolaus watermark}: the commands about marks in served text. */
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
final class WatermarkCommand extends CommandGroup {}
