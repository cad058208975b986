package org.iolaus.cli;

import picocli.CommandLine.Command;

/** {@code iolaus watermark keys}: making, rotating, committing to and handing out keys. */
@Command(
        name = "keys",
        synopsisSubcommandLabel = "COMMAND",
        description = "Make, rotate, commit to and hand out the keys of marks. No command prints a secret.",
        subcommands = {
            KeysNewKekCommand.class,
            KeysGenerateCommand.class,
            KeysRotateCommand.class,
            KeysListCommand.class,
            KeysIdCommand.class,
            KeysCommitCommand.class,
            KeysVerifyCommand.class,
            KeysExportCommand.class
        },
        footer = {
            "",
            "Example: ./iolaus watermark keys new-kek --out kek",
            "         ./iolaus watermark keys generate --provider atlas --kek kek --out keys.json"
        })
final class WatermarkKeysCommand extends CommandGroup {}
