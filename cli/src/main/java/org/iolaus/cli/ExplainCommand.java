package org.iolaus.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.iolaus.cli.explain.Explanation;
import org.iolaus.cli.explain.ExplanationText;
import org.iolaus.cli.explain.ScanFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Tells why an account or a campaign was judged as it was, from a scan's files alone. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(
        name = "explain",
        description = "Tell why an account or campaign was judged as it was, and what would change that.",
        footer = {"", "Example: ./iolaus explain cmp-2026-02-0001 --in out/"})
final class ExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "ID",
            description = "Account, end user, campaign or other group, whole or as the report shortens it.")
    private String id;

    @Option(names = "--in", required = true, paramLabel = "DIR", description = "Folder that a scan has written.")
    private Path in;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() {
        Explanation explanation = ScanFiles.open(in).explain(id);
        PrintWriter writer = spec.commandLine().getOut();
        writer.print(
                format.json()
                        ? new JsonMapper().writeValueAsString(explanation) + "\n"
                        : ExplanationText.of(explanation));
        writer.flush();
        return ExitCode.DONE;
    }
}
