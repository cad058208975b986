package org.iolaus.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.iolaus.service.TestClock;
import org.iolaus.service.access.ApiKeys;
import org.iolaus.service.access.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void open_again_keepsWhatIsThere(TestDatabase kind) {
        StoreConfig config = kind.fresh(folder);
        try (Database first = Database.open(config)) {
            first.transact(handle -> handle.execute("INSERT INTO erased (lookup, until) VALUES ('x', 1)"));
        }
        try (Database second = Database.open(config)) {
            assertThat(second.<Integer>transact(handle -> handle.createQuery("SELECT COUNT(*) FROM erased")
                            .mapTo(Integer.class)
                            .one()))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void transact_workFails_leavesNothing(TestDatabase kind) {
        try (Database database = Database.open(kind.fresh(folder))) {
            assertThatThrownBy(() -> database.transact(handle -> {
                        handle.execute("INSERT INTO erased (lookup, until) VALUES ('x', 1)");
                        throw new IllegalArgumentException("no");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(database.<Integer>transact(handle -> handle.createQuery("SELECT COUNT(*) FROM erased")
                            .mapTo(Integer.class)
                            .one()))
                    .isZero();
        }
    }

    @Test
    void migrations_ofBothKinds_giveTheSameColumns() {
        assertThat(columns(TestDatabase.H2))
                .isEqualTo(columns(TestDatabase.POSTGRESQL))
                .isNotEmpty();
    }

    @Test
    void open_databaseAway_saysWhichAndWhatToDo() {
        StoreConfig config = StoreConfig.at("jdbc:postgresql://localhost:1/none", "iolaus", new Password("top-secret"));

        assertThatThrownBy(() -> Database.open(config))
                .isInstanceOf(DatabaseAway.class)
                .hasMessageContaining("jdbc:postgresql://localhost:1/none must be reachable")
                .hasMessageContaining("Maybe start it")
                .hasMessageNotContaining("top-secret");
        assertThat(config.toString()).doesNotContain("top-secret");
    }

    @Test
    void open_fileHeldByAnother_isAway() throws IOException {
        StoreConfig config = TestDatabase.H2.fresh(folder);
        Database.open(config).close();
        try (FileChannel file = FileChannel.open(folder.resolve("store.mv.db"), StandardOpenOption.WRITE);
                FileLock held = file.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThatThrownBy(() -> Database.open(config))
                    .isInstanceOf(DatabaseAway.class)
                    .hasMessageContaining("another process has it open");
        }
    }

    @Test
    void transact_connectionCutAndMended_recoversByItself() throws Exception {
        try (TestProxy proxy = new TestProxy(TestDatabase.POSTGRESQL.fresh(folder));
                Database database = Database.open(proxy.config())) {
            ApiKeys keys =
                    ApiKeys.open(database, new TestClock(Instant.parse("2026-03-01T00:00:00Z")), new SecureRandom());
            String key =
                    keys.create("gateway", Set.of(Scope.DECIDE), null).text().reveal();

            proxy.cut();
            assertThat(database.reachable()).isFalse();
            assertThat(keys.authenticate(key)).isPresent();
            assertThatThrownBy(() -> keys.create("another", Set.of(Scope.DECIDE), null))
                    .isInstanceOf(DatabaseAway.class);

            proxy.heal();
            await().until(database::reachable);
            assertThat(keys.list()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:mysql://x/y", "postgres://x", "jdbc:postgresql://x/y?user=a&password=b"})
    void config_urlThatCannotBe_isRefused(String url) {
        assertThatThrownBy(() -> StoreConfig.at(url, "", Password.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("store.url")
                .hasMessageNotContaining("password=b");
    }

    /** Columns by table, with whether each may be null; names of types differ between the kinds. */
    private Map<String, List<String>> columns(TestDatabase kind) {
        try (Database database = Database.open(kind.fresh(folder.resolve(kind.name())))) {
            return database.transact(handle -> {
                Map<String, List<String>> columns = new TreeMap<>();
                handle.createQuery("SELECT table_name, column_name, is_nullable FROM information_schema.columns"
                                + " WHERE table_schema = CURRENT_SCHEMA AND table_name <> 'flyway_schema_history'"
                                + " ORDER BY table_name, ordinal_position")
                        .map((row, context) -> List.of(row.getString(1), row.getString(2) + " " + row.getString(3)))
                        .forEach(row -> columns.merge(
                                row.getFirst(),
                                List.of(row.getLast()),
                                (all, more) -> Stream.concat(all.stream(), more.stream())
                                        .toList()));
                return columns;
            });
        }
    }
}
