package org.iolaus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.iolaus.cli.output.FindingFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PolicyCommandTest {
    private static final String ACCUSED = "acct-c27de02b399a0000";
    private static final String POLICY = """
            version: 1
            mode: enforce
            appeal: "Quote {reference}."
            rules:
              - {name: refused, verdict: restrict, action: restrict, mode: enforce}
              - {name: unproved, verification: none, action: require_verification}
            """;

    @TempDir
    private Path folder = Path.of(".");

    private Path policy = Path.of(".");
    private Path accounts = Path.of(".");
    private Path labels = Path.of(".");

    @BeforeEach
    void write() throws IOException {
        FindingFiles.write(SampleFindings.findings(), SampleFindings.run(), folder);
        policy = Files.writeString(folder.resolve("policy.yaml"), POLICY);
        accounts = Files.writeString(folder.resolve("facts.jsonl"), """
                {"account_id": "%1$s", "type": "individual", "plan": "pro", "verification": "email"}
                {"account_id": "acct-honest", "type": "research", "plan": "free", "verification": "none"}
                {"account_id": "acct-other", "type": "research", "plan": "free", "verification": "identity"}
                """.formatted(ACCUSED));
        labels = Files.writeString(folder.resolve("labels.jsonl"), """
                {"account_id": "%1$s", "campaign": "hydra", "archetype": "campaign-scattered"}
                {"account_id": "acct-honest", "campaign": null, "archetype": "scholar"}
                {"account_id": "acct-other", "campaign": null, "archetype": "scholar"}
                """.formatted(ACCUSED));
    }

    @Test
    void check_example_isValidAndSaysThatItIsInShadow() {
        CommandRun run = CommandRun.of("policy", "check", Path.of("..", "docs", "examples", "policy.yaml"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .contains("is valid, version ")
                .contains("Its mode is shadow, so nothing is served from it.");
    }

    @Test
    void check_misspeltKey_namesLineKeyAndRule() throws IOException {
        Files.writeString(policy, POLICY + "mod: shadow\n");

        CommandRun run = CommandRun.of("policy", "check", policy);

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).contains("line 7: key mod with value \"shadow\" must be one of allow, appeal");
    }

    @Test
    void backtest_labels_putsHonestArchetypesFirst() {
        CommandRun run = backtest("--labels", labels);

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).startsWith("Honest accounts refused: 1 of 2; touched in any way: 1.");
        assertThat(run.out().indexOf("scholar (honest)"))
                .isPositive()
                .isLessThan(run.out().indexOf("campaign-scattered"));
    }

    @Test
    void backtest_json_countsByGroupAndRuleServedAndUnshadowed() {
        JsonNode result = new JsonMapper()
                .readTree(backtest("--labels", labels, "--format", "json").out());

        JsonNode scholars = result.path("groups").get(0);
        assertThat(scholars.path("group").asString()).isEqualTo("scholar");
        assertThat(scholars.path("unshadowed").path("require_verification").asInt())
                .isEqualTo(1);
        assertThat(scholars.path("served").path("allow").asInt()).isEqualTo(2);
        JsonNode refused = result.path("rules").get(0);
        assertThat(refused.path("rule").asString()).isEqualTo("refused");
        assertThat(refused.path("subjects").asInt()).isPositive();
        assertThat(refused.path("honest").asInt()).isZero();
    }

    @Test
    void backtest_withoutLabels_groupsByWhatSignUpKnows() {
        assertThat(backtest().out())
                .contains("research / free / none")
                .contains("individual / pro / email")
                .doesNotContain("onest");
    }

    @Test
    void explain_accusedAccount_saysWhichRuleAndWhatWouldChangeIt() {
        CommandRun run = CommandRun.of(
                "policy", "explain", ACCUSED, "--policy", policy, "--scan", folder, "--accounts", accounts);

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .startsWith("Account " + ACCUSED
                        + ": verdict restrict\nServed: restrict by refused, reason coordinated_use")
                .contains("applies   refused (enforce): all conditions hold")
                .contains("24 h without a person's confirmation: allow")
                .contains("an entry in the allow-list: allow");
    }

    @Test
    void explain_unjudgedAccount_saysWhyRulesDoNotApply() {
        assertThat(CommandRun.of(
                                "policy",
                                "explain",
                                "acct-other",
                                "--policy",
                                policy,
                                "--scan",
                                folder,
                                "--accounts",
                                accounts)
                        .out())
                .contains("does not  refused (enforce): verdict is allow, not restrict")
                .contains("does not  unproved (shadow): verification is identity, not none");
    }

    @Test
    void explain_unknownAccount_saysSo() {
        CommandRun run = CommandRun.of("policy", "explain", "acct-nobody", "--policy", policy, "--scan", folder);

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNKNOWN_ID);
    }

    @Test
    void explain_neitherScanNorService_isRefused() {
        assertThat(CommandRun.of("policy", "explain", ACCUSED, "--policy", policy)
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    private CommandRun backtest(Object... more) {
        Object[] given = {"policy", "backtest", policy, "--scan", folder, "--accounts", accounts};
        Object[] all = java.util.Arrays.copyOf(given, given.length + more.length);
        System.arraycopy(more, 0, all, given.length, more.length);
        return CommandRun.of(all);
    }
}
