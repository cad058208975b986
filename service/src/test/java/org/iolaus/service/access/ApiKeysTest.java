package org.iolaus.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.iolaus.service.TestClock;
import org.iolaus.service.store.Database;
import org.iolaus.service.store.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class ApiKeysTest {
    @Parameter
    private TestDatabase kind = TestDatabase.H2;

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(Instant.parse("2026-03-01T10:20:30Z"));
    private Database database;
    private ApiKeys keys;

    @BeforeEach
    void open() {
        database = Database.open(kind.fresh(folder));
        keys = ApiKeys.open(database, clock, new SecureRandom());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void first_emptyDatabase_makesOneKeyWithEveryScopeOnce() {
        ApiKeys.Made made = keys.first().orElseThrow();

        assertThat(keys.first()).isEmpty();
        assertThat(keys.list()).containsExactly(made.key());
        assertThat(keys.authenticate(made.text().reveal()).orElseThrow().scopes())
                .containsExactlyInAnyOrder(Scope.values());
    }

    @Test
    void authenticate_wrongSecretOrForm_isRefused() {
        String key = keys.create("gateway", Set.of(Scope.DECIDE), null).text().reveal();
        ApiKeys.Made other = keys.create("other", Set.of(Scope.INGEST), null);
        String swapped = other.text().reveal().replace(other.key().id(), key.substring(4, 14));

        assertThat(keys.authenticate(key)).isPresent();
        assertThat(keys.authenticate(swapped)).isEmpty();
        assertThat(keys.authenticate(key.substring(0, key.length() - 1))).isEmpty();
        assertThat(keys.authenticate(key + "0")).isEmpty();
        assertThat(keys.authenticate("")).isEmpty();
    }

    @Test
    void authenticate_wrongSecretWithRightChecksum_isRefused() {
        ApiKeys.Made made = keys.create("gateway", Set.of(Scope.DECIDE), null);
        ApiKeys elsewhere = ApiKeys.open(database, clock, new SecureRandom());
        KeyText forged = KeyText.random(made.key().id(), new SecureRandom());

        assertThat(KeyText.parse(forged.reveal())).isPresent();
        assertThat(elsewhere.authenticate(forged.reveal())).isEmpty();
    }

    /** One as they have been handed out: it goes on to be one, and no other text of its length is. */
    @Test
    void parse_keyThatIsOut_isReadAndAnyOtherCharacterIsNot() {
        String text = "iol_os5i0u7m66_dNABpLlpyGxMBNiK49E6QpNX8KVoprses7uKKLhLHg807oc1V";

        assertThat(KeyText.parse(text).orElseThrow().reveal()).isEqualTo(text);
        assertThat(KeyText.parse(text).orElseThrow().id()).isEqualTo("os5i0u7m66");
        for (int i = 0; i < text.length(); i++) {
            for (char c : new char[] {'a', 'Q', '7', '_', '-', 'é'}) {
                String other = text.substring(0, i) + c + text.substring(i + 1);
                assertThat(KeyText.parse(other).isPresent()).as(other).isEqualTo(other.equals(text));
            }
        }
    }

    @Test
    void authenticate_expiredOrRevoked_isRefused() {
        keys.first();
        ApiKeys.Made brief =
                keys.create("brief", Set.of(Scope.INGEST), clock.instant().plus(Duration.ofDays(1)));
        ApiKeys.Made revoked = keys.create("gone", Set.of(Scope.INGEST), null);

        assertThat(keys.revoke(revoked.key().id()).revoked()).isEqualTo(clock.instant());
        assertThat(keys.authenticate(revoked.text().reveal())).isEmpty();
        assertThat(keys.authenticate(brief.text().reveal())).isPresent();
        clock.advance(Duration.ofDays(1));
        assertThat(keys.authenticate(brief.text().reveal())).isEmpty();
    }

    @Test
    void revoke_lastAdministrator_isRefused() {
        ApiKeys.Made first = keys.first().orElseThrow();
        keys.create("gateway", Set.of(Scope.DECIDE), null);

        assertThatThrownBy(() -> keys.revoke(first.key().id()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("last one that may administer");
        assertThat(keys.authenticate(first.text().reveal())).isPresent();
    }

    @Test
    void refresh_afterUse_tellsTheHour() {
        ApiKeys.Made made = keys.first().orElseThrow();
        keys.authenticate(made.text().reveal());
        keys.refresh();

        assertThat(keys.list().getFirst().lastUsed()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
    }

    @Test
    void refresh_keyMadeAndRevokedElsewhere_follows() {
        ApiKeys elsewhere = ApiKeys.open(database, clock, new SecureRandom());
        keys.first();
        ApiKeys.Made made = keys.create("gateway", Set.of(Scope.DECIDE), null);

        assertThat(elsewhere.authenticate(made.text().reveal())).isEmpty();
        elsewhere.refresh();
        assertThat(elsewhere.authenticate(made.text().reveal())).isPresent();
        keys.revoke(made.key().id());
        elsewhere.refresh();
        assertThat(elsewhere.authenticate(made.text().reveal())).isEmpty();
    }

    @Test
    void secret_printedOrStored_isNowhere() {
        ApiKeys.Made made = keys.first().orElseThrow();
        String secret = made.text().reveal().substring(15);
        String stored = database.transact(handle ->
                handle.createQuery("SELECT * FROM api_key").mapToMap().list().toString());

        assertThat(made.toString()).doesNotContain(secret);
        assertThat(stored).contains(made.key().id()).doesNotContain(secret);
    }
}
