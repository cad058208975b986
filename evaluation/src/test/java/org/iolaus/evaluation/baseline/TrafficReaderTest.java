package org.iolaus.evaluation.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.fingerprint.AccountFingerprinter;
import org.iolaus.detection.fingerprint.FingerprintConfig;
import org.iolaus.ingest.account.AccountReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrafficReaderTest {
    @TempDir
    Path folder;

    private Traffic read() throws IOException, InterruptedException {
        Path exchanges = Files.writeString(folder.resolve("exchanges.jsonl"), """
                {"id":"1","time":"2026-03-02T10:05:00Z","account_id":"a","model":"m","network":{"ip":"203.0.113.9"},"request":{"system":"Be brief.","messages":[{"role":"user","content":"Write a poem on trees"}]}}
                {"id":"2","time":"2026-03-02T10:55:00Z","account_id":"b","model":"m","network":{"ip":"203.0.113.7"},"request":{"system":"be BRIEF","messages":[{"role":"user","content":"Write a poem on trees"}]}}
                {"id":"3","time":"2026-03-02T11:05:00Z","account_id":"b","model":"m","network":{"ip":"203.0.113.9"},"request":{"messages":[{"role":"user","content":"Write a poem on trees"}]}}
                """);
        Path accounts = Files.writeString(folder.resolve("accounts.jsonl"), """
                {"account_id":"c","created":"2026-01-01T00:00:00Z","signup_ip":"203.0.113.9"}
                {"account_id":"b","created":"2026-01-01T00:00:00Z","signup_ip":"203.0.113.9"}
                """);
        return TrafficReader.read(List.of(exchanges), List.of(accounts), 2);
    }

    private static List<List<Integer>> holders(Traffic traffic, Column column) {
        return Arrays.stream(traffic.sharing(column).accounts())
                .map(each -> Arrays.stream(each).boxed().toList())
                .toList();
    }

    @Test
    void read_files_givesKeysThatDetectionGives() throws Exception {
        Traffic traffic = read();
        assertThat(traffic.ids()).containsExactly("c", "b", "a");
        assertThat(traffic.exchanges()).containsExactly(0, 2, 1);
        assertThat(holders(traffic, Column.SIGNUP_ADDRESS)).containsExactly(List.of(0, 1));
        assertThat(holders(traffic, Column.EXIT_ADDRESS)).containsExactlyInAnyOrder(List.of(1, 2), List.of(1));
        assertThat(holders(traffic, Column.SYSTEM_PROMPT)).containsExactly(List.of(1, 2));
        assertThat(holders(traffic, Column.OPENING_IN_AN_HOUR)).containsExactlyInAnyOrder(List.of(1, 2), List.of(1));
        assertThat(holders(traffic, Column.OPENING_IN_SIX_HOURS)).containsExactly(List.of(1, 2));
        assertThat(holders(traffic, Column.PROMPT_IN_AN_HOUR)).containsExactly(List.of(1, 2));
    }

    @Test
    void exchange_moreThanFits_isRefused() throws Exception {
        TrafficTally tally = new TrafficTally(1);
        AccountFingerprinter fingerprinter = new AccountFingerprinter(FingerprintConfig.DEFAULT);
        List<Account> accounts = new ArrayList<>();
        read();
        AccountReader.read(List.of(folder.resolve("accounts.jsonl")), accounts::add, _ -> {});
        tally.account(1, fingerprinter.fingerprint(accounts.getFirst()));
        assertThatThrownBy(() -> tally.account(2, fingerprinter.fingerprint(accounts.getLast())))
                .hasMessageContaining("at most 1 ");
    }

    @Test
    void sharing_columns_keepsObjectsApart() throws Exception {
        Sharing both = read().sharing(Column.SIGNUP_ADDRESS, Column.SYSTEM_PROMPT);
        assertThat(both.accounts()).isDeepEqualTo(new int[][] {{0, 1}, {1, 2}});
        assertThat(both.objects()).isDeepEqualTo(new int[][] {{0}, {0, 1}, {1}});
    }
}
