package org.iolaus.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A claim on PostgreSQL, where nothing but it keeps processes apart. */
class ClaimTest {
    @TempDir
    private Path folder = Path.of("");

    private StoreConfig config;
    private Database database;

    @BeforeEach
    void open() {
        config = TestDatabase.POSTGRESQL.fresh(folder);
        database = Database.open(config);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private int exclude() {
        return database.transact(handle -> {
            database.exclude(handle);
            return 1;
        });
    }

    /** Cuts a claim's connection, until nothing keeps others away. */
    private void lose(Claim claim, TestProxy proxy) {
        proxy.cut();
        claim.renew();
        assertThat(claim.held()).isFalse();
        await().until(() -> exclude() == 1);
    }

    @Test
    void exclude_whileServicesRun_isRefusedUntilTheLastHasStopped() {
        Claim first = database.claim();
        Claim second = database.claim();

        first.close();
        assertThatThrownBy(this::exclude)
                .isInstanceOf(DatabaseInUse.class)
                .hasMessageContaining(config.place())
                .hasMessageContaining("Maybe stop the service first.");
        second.close();
        assertThat(exclude()).isEqualTo(1);
    }

    @Test
    void claim_whileKeysAreReplaced_isRefusedUntilThatIsDone() {
        database.transact(handle -> {
            database.exclude(handle);
            assertThatThrownBy(database::claim)
                    .isInstanceOf(DatabaseInUse.class)
                    .hasMessageContaining("Maybe start the service again when that is done.");
            return 1;
        });
        Claim claim = database.claim();
        assertThat(claim.held()).isTrue();
        claim.close();
    }

    @Test
    void claim_ofAnotherSchema_keepsNobodyAway() {
        try (Database other = Database.open(TestDatabase.POSTGRESQL.fresh(folder));
                Claim claim = other.claim()) {
            assertThat(claim.held()).isTrue();
            assertThat(exclude()).isEqualTo(1);
        }
    }

    @Test
    void renew_connectionLost_tellsAndTakesItAgain() throws Exception {
        try (TestProxy proxy = new TestProxy(config);
                Database seen = Database.open(proxy.config());
                Claim claim = seen.claim()) {
            claim.renew();
            assertThat(claim.held()).isTrue();

            lose(claim, proxy);
            proxy.heal();
            claim.renew();
            assertThat(claim.held()).isTrue();
            assertThatThrownBy(this::exclude).isInstanceOf(DatabaseInUse.class);
        }
        assertThat(exclude()).isEqualTo(1);
    }

    @Test
    void renew_whileKeysAreReplaced_waitsUntilThatIsDone() throws Exception {
        try (TestProxy proxy = new TestProxy(config);
                Database seen = Database.open(proxy.config());
                Claim claim = seen.claim()) {
            lose(claim, proxy);
            proxy.heal();
            database.transact(handle -> {
                database.exclude(handle);
                claim.renew();
                assertThat(claim.held()).isFalse();
                return 1;
            });
            claim.renew();
            assertThat(claim.held()).isTrue();
        }
    }
}
