package org.iolaus.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code iolaus watermark keys}: making, rotating, committing to and handing out keys. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
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
final class WatermarkKeysCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.DONE;
    }
}
