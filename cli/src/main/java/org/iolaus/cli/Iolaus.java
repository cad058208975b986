package org.iolaus.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The entrance: {@code ./iolaus COMMAND}. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(
        name = "iolaus",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Finds, explains and stops distillation campaigns against LLM APIs.",
        subcommands = {ScanCommand.class, ExplainCommand.class, SimulateCommand.class, TrainCapabilitiesCommand.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:unexpected error",
            "2:wrong usage",
            "3:input cannot be read, or holds no exchanges",
            "4:output cannot be written",
            "5:no such account or campaign"
        },
        footer = {"", "Start with: ./iolaus demo", "More: docs/commands.md"})
public final class Iolaus implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.DONE;
    }

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The commands, ready to run; tests give it other writers. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Iolaus());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
        line.setExecutionExceptionHandler(Iolaus::explain);
        return line;
    }

    private static int explain(Exception exception, CommandLine line, ParseResult parsed) {
        PrintWriter err = line.getErr();
        if (exception instanceof Failure failure) {
            err.println("iolaus: " + failure.getMessage());
            return failure.exitCode();
        }
        err.println("iolaus: unexpected error; please report it with what follows");
        exception.printStackTrace(err);
        return ExitCode.UNEXPECTED;
    }
}
