package org.iolaus.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.iolaus.cli.wording.Wording;
import org.iolaus.service.policy.Mode;
import org.iolaus.service.policy.Policy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code iolaus policy check}: whether the service would take a policy. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(
        name = "check",
        description = "Say whether the service would take a policy, and otherwise which line breaks which rule.",
        footer = {"", "Example: ./iolaus policy check docs/examples/policy.yaml"})
final class PolicyCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Policy.")
    private Path file;

    @Override
    public Integer call() {
        Policy policy = PolicyFiles.read(file);
        long enforced = policy.rules().stream()
                .filter(rule -> rule.mode() == Mode.ENFORCE)
                .count();
        PrintWriter out = spec.commandLine().getOut();
        out.println("Policy " + file + " is valid, version " + policy.terms().version() + ": "
                + Wording.count(policy.rules().size(), "rule") + ", " + Wording.count(enforced)
                + " of them in enforce.");
        out.println(
                policy.terms().mode() == Mode.SHADOW
                        ? "Its mode is shadow, so nothing is served from it."
                        : "Its mode is enforce.");
        out.flush();
        return ExitCode.DONE;
    }
}
