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

class ExplainCommandTest {
    @TempDir
    private Path scan = Path.of(".");

    @BeforeEach
    void writeScan() throws IOException {
        FindingFiles.write(SampleFindings.findings(), SampleFindings.run(), scan);
    }

    @Test
    void explain_account_saysWhyAndWhatWouldChangeIt() {
        CommandRun run = CommandRun.of("explain", "acct-c27de02b399a0000", "--in", scan);

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .contains("restrict, probability 0.998")
                .contains("after 14 of its 690 exchanges")
                .contains("41.2 bits  coordination  Pays with p:fa6d1ffd5fc3e964, as 22 others here do")
                .contains("-1.5 bits  concealment   The account is 40 days old")
                .contains("Would fall to verify if the payment were shown to be its own")
                .contains("Campaign cmp-2026-02-0001");
    }

    @Test
    void explain_shortenedAccount_findsIt() {
        assertThat(CommandRun.of("explain", "acct-c2…0000", "--in", scan).out())
                .startsWith("Account acct-c27de02b399a0000");
    }

    @Test
    void explain_endUser_findsItsFinding() {
        assertThat(CommandRun.of("explain", "eu-5d2a77c1b04e", "--in", scan).out())
                .startsWith("Account acct-reseller-01, end user eu-5d2a77c1b04e");
    }

    @Test
    void explain_campaign_weighsAllColumns() {
        assertThat(CommandRun.of("explain", "cmp-2026-02-0001", "--in", scan).out())
                .startsWith("Campaign cmp-2026-02-0001")
                .contains("412.6 bits  coordination  present")
                .contains("-6.5 bits  extraction    29 accounts also chat about everyday things")
                .contains("Would be cleared if the provider had verified what ties them.");
    }

    @Test
    void explain_clearedGroup_saysWhatItLacks() {
        assertThat(CommandRun.of("explain", "grp-0002", "--in", scan).out())
                .startsWith("Cleared group grp-0002")
                .contains("A campaign would need what it lacks.");
    }

    @Test
    void explain_watchedGroup_isNotCleared() {
        assertThat(CommandRun.of("explain", "grp-0004", "--in", scan).out())
                .startsWith("Watched group grp-0004")
                .contains("A campaign would need a relation that is hidden.");
    }

    @Test
    void explain_account_tellsItsOwnEvidenceFromTheGroups() {
        assertThat(CommandRun.of("explain", "acct-c27de02b399a0000", "--in", scan)
                        .out())
                .containsSubsequence(
                        "What ties the account to the group",
                        "Pays with",
                        "What the group as a whole shows",
                        "18,204 items",
                        "What speaks against a tie",
                        "What speaks against the group",
                        "The account is 40 days old");
    }

    @Test
    void explain_accountNotListed_saysThatItsVerdictIsAllow() {
        CommandRun run = CommandRun.of("explain", "acct-0001-unlisted", "--in", scan);

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNKNOWN_ID);
        assertThat(run.err()).contains("If it is an account of this traffic, its verdict is allow");
    }

    @Test
    void explain_json_isTheFindingAsWritten() {
        CommandRun run = CommandRun.of("explain", "acct-1b0e44f7a2d95c38", "--in", scan, "--format", "json");

        JsonNode json = new JsonMapper().readTree(run.out());
        assertThat(json.at("/accounts/0/verdict").asString()).isEqualTo("observe");
        assertThat(json.at("/groups").isEmpty()).isTrue();
    }

    @Test
    void explain_unknownId_namesNearMatches() {
        CommandRun run = CommandRun.of("explain", "cmp-2026-02-0003", "--in", scan);

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNKNOWN_ID);
        assertThat(run.err()).contains("Maybe you mean cmp-2026-02-0001 or cmp-2026-02-0002.");
    }

    @Test
    void explain_folderWithoutScan_isAnInputError(@TempDir Path empty) {
        CommandRun run = CommandRun.of("explain", "x", "--in", empty);

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).contains("holds no summary.json");
    }

    @Test
    void explain_damagedFile_isAnInputError() throws IOException {
        Files.writeString(scan.resolve(FindingFiles.ACCOUNTS), "{\"account_id\":");

        CommandRun run = CommandRun.of("explain", "x", "--in", scan);

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).contains("accounts.jsonl is damaged");
    }
}
