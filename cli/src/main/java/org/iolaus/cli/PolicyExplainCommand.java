package org.iolaus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.iolaus.cli.live.LiveOptions;
import org.iolaus.cli.policy.ExplanationText;
import org.iolaus.cli.policy.PastSubjects;
import org.iolaus.cli.wording.VisibleText;
import org.iolaus.service.findings.Fields;
import org.iolaus.service.findings.JsonText;
import org.iolaus.service.policy.Explanation;
import org.iolaus.service.policy.Policy;
import org.iolaus.service.policy.Situation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code iolaus policy explain}: which rule decides about an account, why, and what would change it. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
@Command(
        name = "explain",
        description = "Say which rule decides about an account, why, and what would change it.",
        footer = {
            "",
            "Example: ./iolaus policy explain acct-7f3a --policy policy.yaml --scan out/ --accounts accounts.jsonl.zst",
            "         ./iolaus policy explain acct-7f3a --service http://localhost:8484"
        })
final class PolicyExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ACCOUNT", description = "Account.")
    private String accountId;

    @Option(names = "--policy", paramLabel = "FILE", description = "Policy, with --scan.")
    private @Nullable Path policyFile;

    @Option(names = "--scan", paramLabel = "DIR", description = "Folder that a scan has written.")
    private @Nullable Path scan;

    @Option(names = "--accounts", arity = "1..*", paramLabel = "FILE", description = "Account facts, with --scan.")
    private List<Path> accounts = new ArrayList<>();

    @Option(names = "--service", paramLabel = "URL", description = "A running service, instead of --policy and --scan.")
    private @Nullable URI service;

    @Mixin
    private LiveOptions live;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        for (JsonNode each : explanations()) {
            out.print(format.json() ? each + "\n" : ExplanationText.of(each));
        }
        out.flush();
        return ExitCode.DONE;
    }

    private List<JsonNode> explanations() throws InterruptedException {
        if (service != null && policyFile == null && scan == null) {
            return List.of(live.client(service)
                    .answer("/v1/policy/explain?account_id=" + URLEncoder.encode(accountId, UTF_8)));
        }
        if (service == null && policyFile != null && scan != null) {
            return offline(policyFile, scan);
        }
        throw Failure.usage("explain must have either --policy with --scan, or --service");
    }

    private List<JsonNode> offline(Path file, Path folder) {
        Policy policy = PolicyFiles.read(file);
        List<Situation> situations = PastSubjects.read(folder, accounts).find(policy, accountId);
        if (situations.isEmpty()) {
            throw Failure.unknownId(VisibleText.of(accountId) + " is no account above allow in " + folder
                    + "\nMaybe give its facts with --accounts.");
        }
        return situations.stream().map(each -> json(policy, each)).toList();
    }

    private static JsonNode json(Policy policy, Situation situation) {
        Fields fields = new Fields()
                .put("account_id", situation.accountId())
                .put("end_user_id", situation.endUserId())
                .put("verdict", situation.verdict().label());
        fields.asMap().putAll(Explanation.of(policy, situation).fields().asMap());
        return new JsonMapper().readTree(JsonText.line(fields.asMap()));
    }
}
