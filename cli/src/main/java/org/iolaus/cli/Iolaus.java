package org.iolaus.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import org.iolaus.cli.output.OutputFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The entrance: {@code ./iolaus COMMAND}. */
@Command(
        name = "iolaus",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Finds, explains and stops distillation campaigns against LLM APIs.",
        subcommands = {
            DemoCommand.class,
            ScanCommand.class,
            ServeCommand.class,
            DoctorCommand.class,
            ExplainCommand.class,
            SimulateCommand.class,
            EvaluateCommand.class,
            DuelCommand.class,
            CalibrateCommand.class,
            AuditCommand.class,
            ApiKeyCommand.class,
            VaultCommand.class,
            WatermarkCommand.class,
            PolicyCommand.class,
            TrainCapabilitiesCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:unexpected error",
            "2:wrong usage",
            "3:input cannot be read, or holds no exchanges",
            "4:output cannot be written",
            "5:no such account or campaign; watermark keys verify: another key",
            "6:the heap is full",
            "7:the traffic to calibrate on holds groups that have to be reviewed first",
            "8:audit verify: the chain is broken",
            "9:doctor: a check has failed"
        },
        footer = {"", "Start with: ./iolaus demo", "More: docs/commands.md"})
public final class Iolaus extends CommandGroup {
    public static void main(String[] arguments) {
        System.exit(written(execute(commandLine(), arguments), System.out, System.err));
    }

    /** The exit code, or that of output that could not be written. */
    static int written(int exitCode, PrintStream out, PrintStream err) {
        if (exitCode != ExitCode.DONE || !out.checkError()) {
            return exitCode;
        }
        err.println("iolaus: standard output cannot be written");
        err.println("Maybe the disk is full, or what reads the output has ended.");
        return ExitCode.OUTPUT;
    }

    /** Runs a command; a full heap is told of like any other failure. */
    static int execute(CommandLine line, String... arguments) {
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError e) {
            return heapIsFull(line.getErr());
        }
    }

    private static int heapIsFull(PrintWriter err) {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        err.println("iolaus: the heap of " + megabytes + " MB is full; it must hold what is known of every account.");
        err.println("Maybe give it more: IOLAUS_JAVA_OPTS=-Xmx" + 2 * megabytes + "m ./iolaus ...");
        return ExitCode.MEMORY;
    }

    /** The commands, ready to run; tests give it other writers. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Iolaus());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.getSubcommands().values().forEach(Iolaus::addHelp);
        line.setExecutionExceptionHandler(Iolaus::explain);
        line.setParameterExceptionHandler(Iolaus::refuse);
        return line;
    }

    private static void addHelp(CommandLine command) {
        command.getCommandSpec().mixinStandardHelpOptions(true);
        command.getSubcommands().values().forEach(Iolaus::addHelp);
    }

    private static int refuse(ParameterException exception, String[] arguments) {
        CommandLine line = exception.getCommandLine();
        line.getErr().println("iolaus: " + exception.getMessage());
        UnmatchedArgumentException.printSuggestions(exception, line.getErr());
        line.getErr().println("Maybe see ./" + line.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private static int explain(Exception exception, CommandLine line, ParseResult parsed) {
        PrintWriter err = line.getErr();
        if (exception.getCause() instanceof OutOfMemoryError) {
            return heapIsFull(err);
        }
        if (exception instanceof Failure failure) {
            err.println("iolaus: " + failure.getMessage());
            return failure.exitCode();
        }
        if (exception instanceof IOException) {
            err.println("iolaus: " + OutputFolder.reason(exception));
            return ExitCode.INPUT;
        }
        err.println("iolaus: unexpected error; please report it with what follows");
        exception.printStackTrace(err);
        return ExitCode.UNEXPECTED;
    }
}
