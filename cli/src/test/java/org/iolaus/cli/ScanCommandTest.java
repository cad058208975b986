package org.iolaus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScanCommandTest {
    @TempDir
    private Path folder = Path.of(".");

    @Test
    void scan_fewExchanges_writesEveryFile() throws IOException {
        CommandRun run = CommandRun.of("scan", exchanges(), "--out", out());

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("No campaign found.").contains("Report: " + out());
        for (String name : new String[] {
            "campaigns.jsonl",
            "accounts.jsonl",
            "cleared.jsonl",
            "watched.jsonl",
            "rejected.jsonl",
            "summary.json",
            "report.html"
        }) {
            assertThat(out().resolve(name)).exists();
        }
    }

    @Test
    void scan_json_printsTheSummary() throws IOException {
        CommandRun run = CommandRun.of("scan", exchanges(), "--out", out(), "--format", "json");

        assertThat(run.out()).isEqualTo(Files.readString(out().resolve("summary.json")));
        JsonNode summary = new JsonMapper().readTree(run.out());
        assertThat(summary.path("exchanges").asLong()).isEqualTo(3);
        assertThat(summary.path("rejected").asLong()).isEqualTo(1);
        assertThat(summary.at("/missing_fields/network.ja4").asLong()).isEqualTo(3);
    }

    @Test
    void scan_hashKey_isNotInTheDigest() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "secret");
        JsonNode plain = new JsonMapper()
                .readTree(CommandRun.of("scan", exchanges(), "--out", out(), "--format", "json")
                        .out());
        JsonNode keyed = new JsonMapper()
                .readTree(CommandRun.of(
                                "scan", exchanges(), "--out", out(), "--force", "--format", "json", "--hash-key", key)
                        .out());

        assertThat(keyed.path("configuration_digest")).isEqualTo(plain.path("configuration_digest"));
    }

    @Test
    void scan_missingExchanges_isAnInputError() {
        CommandRun run = CommandRun.of("scan", folder.resolve("nowhere.jsonl"), "--out", out());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).contains("nowhere.jsonl does not exist");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void scan_missingAccounts_namesTheFile() throws IOException {
        CommandRun run = CommandRun.of("scan", exchanges(), "--accounts", folder.resolve("who.jsonl"), "--out", out());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).contains("who.jsonl does not exist: accounts must be a file");
        assertThat(out()).doesNotExist();
    }

    @Test
    void scan_folderWithoutExchanges_isAnInputError(@TempDir Path empty) {
        CommandRun run = CommandRun.of("scan", empty, "--out", out());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).contains("holds no exchanges");
    }

    @Test
    void scan_emptyInput_writesFilesAndSaysSo() throws IOException {
        CommandRun run = CommandRun.of("scan", Files.writeString(folder.resolve("a.jsonl"), ""), "--out", out());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).contains("no exchange was read");
        assertThat(out().resolve("summary.json")).exists();
    }

    @Test
    void scan_occupiedFolder_isAnOutputError() throws IOException {
        Files.createDirectory(out());
        Files.writeString(out().resolve("mine.txt"), "mine");

        CommandRun run = CommandRun.of("scan", exchanges(), "--out", out());

        assertThat(run.exitCode()).isEqualTo(ExitCode.OUTPUT);
        assertThat(run.err()).contains("holds mine.txt, which no scan wrote");
    }

    @Test
    void scan_wrongOptions_areUsageErrors() throws IOException {
        assertThat(CommandRun.of("scan").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.of("scam").err()).contains("Maybe see ./iolaus --help");
        assertThat(CommandRun.of("scan", exchanges(), "--out", out(), "--memory", "lots")
                        .err())
                .contains("--memory lots must be a whole number with k, m or g");
        assertThat(CommandRun.of("scan", exchanges(), "--out", out(), "--threads", "0")
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void iolaus_noArguments_printsHelp() {
        CommandRun run = CommandRun.of();

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("scan").contains("explain").contains("Exit codes");
        assertThat(CommandRun.of("--version").out()).startsWith("iolaus ");
    }

    private Path out() {
        return folder.resolve("out");
    }

    private Path exchanges() throws IOException {
        StringBuilder lines = new StringBuilder("no json\n");
        for (int i = 1; i <= 3; i++) {
            lines.append("""
                    {"id":"ex-%d","time":"2026-02-23T10:00:0%dZ","account_id":"acct-%d","model":"atlas-4-large",\
                    "network":{"ip":"203.0.113.9"},"request":{"messages":[{"role":"user","content":"Hello %d"}]}}
                    """.formatted(i, i, i, i));
        }
        return Files.writeString(folder.resolve("exchanges.jsonl"), lines);
    }
}
