package org.iolaus.ingest.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.Account.Verification;
import org.iolaus.detection.exchange.Release;
import org.iolaus.ingest.rejection.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountReaderTest {
    private static final String FULL = """
            {"account_id":"acct-7f3a","created":"2026-02-01T08:00:00Z","organization_id":"org-19","type":"individual",\
            "plan":"pro","email_domain":"example.org","email_fingerprint":"e:5d","payment_fingerprint":"p:7d",\
            "payment_country":"SG","phone_prefix":"+65","signup_ip":"203.0.113.9","signup_country":"SG",\
            "verification":"organization","sanctioned_use":["distillation","evaluation"],"updated":"2026-02-02T00:00:00Z"}
            """;

    @TempDir
    Path folder;

    private final List<Account> accounts = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();

    @Test
    void read_fullLine_takesEveryField() throws IOException {
        read(FULL);

        assertThat(accounts)
                .containsExactly(new Account(
                        "acct-7f3a",
                        1_769_990_400_000_000L,
                        1_769_932_800_000_000L,
                        "org-19",
                        Account.Type.INDIVIDUAL,
                        "pro",
                        "example.org",
                        "e:5d",
                        "p:7d",
                        "SG",
                        "+65",
                        "203.0.113.9",
                        "SG",
                        Verification.ORGANIZATION,
                        Set.of("distillation", "evaluation")));
    }

    @Test
    void read_severalLinesForAnAccount_areAllItsHistory() throws IOException {
        long count = read("""
                {"account_id":"a","plan":"free"}
                {"account_id":"a","plan":"pro","updated":"2026-02-01T08:00:00Z"}
                """);

        assertThat(count).isEqualTo(2);
        assertThat(accounts).extracting(Account::plan).containsExactly("free", "pro");
        assertThat(accounts).extracting(Account::updatedMicros).containsExactly(Long.MIN_VALUE, 1_769_932_800_000_000L);
    }

    @Test
    void read_unknownWords_typeIsUnknownAndVerificationIsSetAside() throws IOException {
        read("""
                {"account_id":"a","type":"guild"}
                {"account_id":"b","verification":"magic"}
                {}
                """);

        assertThat(accounts).extracting(Account::type).containsExactly((Account.Type) null);
        assertThat(rejections)
                .extracting(r -> r.line() + " " + r.reason())
                .containsExactly(
                        "2 verification magic must be none, email, payment, identity or organization",
                        "3 account_id is missing and must be given");
    }

    @Test
    void read_parquet_isTheSameAsLines() throws IOException, SQLException {
        Path lines = Files.writeString(folder.resolve("accounts.jsonl"), FULL);
        Path columns = folder.resolve("accounts.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT * FROM read_json('" + lines + "')) TO '" + columns + "' (FORMAT parquet)");
        }

        AccountReader.read(List.of(lines, columns), accounts::add, rejections::add);

        assertThat(accounts).hasSize(2);
        assertThat(accounts.getFirst()).isEqualTo(accounts.getLast());
        assertThat(rejections).isEmpty();
    }

    @Test
    void read_missingFile_fails() {
        List<Path> missing = List.of(folder.resolve("none.jsonl"));

        assertThatThrownBy(() -> AccountReader.read(missing, accounts::add, rejections::add))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("accounts must be a file that exists");
    }

    @Test
    void read_releases_takesModelAndTime() throws IOException {
        Path file = folder.resolve("releases.jsonl");
        Files.writeString(file, """
                {"model":"atlas-4.5-large","provider":"atlas","released":"2026-01-20T00:00:00Z"}
                {"model":"atlas-4.5-large"}
                """);
        List<Release> releases = new ArrayList<>();

        ReleaseReader.read(List.of(file), releases::add, rejections::add);

        assertThat(releases).containsExactly(new Release("atlas-4.5-large", "atlas", 1_768_867_200_000_000L));
        assertThat(rejections).extracting(Rejection::reason).containsExactly("released is missing and must be given");
    }

    private long read(String lines) throws IOException {
        Path file = folder.resolve("accounts.jsonl.zst");
        Files.write(file, Zstd.compress(lines.getBytes(StandardCharsets.UTF_8)));
        return AccountReader.read(List.of(file), accounts::add, rejections::add);
    }
}
