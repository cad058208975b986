package org.iolaus.service.review.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.iolaus.service.TestClock;
import org.iolaus.service.review.audit.AuditLog;
import org.iolaus.service.review.audit.ChainCheck;
import org.iolaus.service.store.Database;
import org.iolaus.service.store.StoreConfig;
import org.iolaus.service.store.TestDatabase;
import org.iolaus.watermark.keys.KeyEncryption;
import org.iolaus.watermark.keys.LocalKeyEncryption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class KeyRotationTest {
    private static final int ACCOUNTS = 2_500;

    @Parameter
    private TestDatabase kind = TestDatabase.H2;

    @TempDir
    private Path folder = Path.of("");

    private final TestClock clock = new TestClock(Instant.parse("2026-03-01T10:00:00Z"));
    private final SecureRandom random = new SecureRandom();
    private StoreConfig store;
    private Database database;
    private Path file = Path.of("");
    private byte[] sealed = new byte[0];
    private String subject = "";
    private String first = "";

    @BeforeEach
    void seal() throws IOException {
        store = kind.fresh(folder);
        database = Database.open(store);
        file = folder.resolve("kek");
        Vault vault = vault();
        subject = vault.subject("acct-1", null);
        List<String> accounts =
                IntStream.range(0, ACCOUNTS).mapToObj(i -> "acct-" + i).toList();
        sealed = database.transact(handle -> {
            Map<String, DataKey> keys = vault.ofAccounts(handle, accounts);
            vault.markErased(handle, "acct-erased", clock.instant().plus(Duration.ofDays(1)));
            return vault.ofAccounts(handle, List.of("acct-1"))
                    .values()
                    .iterator()
                    .next()
                    .seal("test", "hidden " + keys.size());
        });
        first = LocalKeyEncryption.inFile(file, random).id();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Vault vault() throws IOException {
        Optional<String> wrapping = Vault.encryptionId(database);
        return Vault.open(database, KeyEncryptionFile.open(folder, null, Map.of(), wrapping, random), random, clock);
    }

    private KeyRotation rotation() throws IOException {
        return new KeyRotation(database, new AuditLog(database, clock), folder, null, Map.of(), random);
    }

    /** That a start finds its key, reads what was sealed, and knows whom it knew. */
    private void assertReadable() throws IOException {
        Vault vault = vault();
        assertThat(vault.subject("acct-1", null)).isEqualTo(subject);
        database.transact(handle -> {
            DataKey key = vault.existing(handle, "acct-1").orElseThrow();
            assertThat(key.open("test", sealed)).isEqualTo("hidden " + ACCOUNTS);
            assertThat(vault.existing(handle, "acct-" + (ACCOUNTS - 1))).isPresent();
            assertThat(vault.ofAccount(handle, "acct-erased")).isEmpty();
            return 1;
        });
    }

    private String inForce() {
        return Vault.encryptionId(database).orElseThrow();
    }

    @Test
    void run_twice_readsAllUnderTheNewKeyAloneAndIsInTheChain() throws IOException {
        KeyRotation.Done done = rotation().run();
        rotation().run();

        assertThat(done.keys()).isEqualTo(ACCOUNTS);
        assertThat(inForce()).isNotEqualTo(first).isNotEqualTo(done.encryptionId());
        assertReadable();
        assertThat(LocalKeyEncryption.inFile(folder.resolve("kek.old"), random).id())
                .isEqualTo(done.encryptionId());
        assertThat(folder.resolve("kek.new")).doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        ChainCheck check = new ChainCheck(List.of());
        new AuditLog(database, clock).forEach(check::link);
        assertThat(check.fault()).isEmpty();
        assertThat(check.head().sequence()).isEqualTo(2);
    }

    /** On either kind of database, whatever keeps processes apart there. */
    @Test
    void run_whileAnotherProcessServes_isRefusedAndChangesNothing() throws Exception {
        database.close();
        Process service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServingChild.class.getName(),
                        store.url(),
                        store.user())
                .redirectError(folder.resolve("errors").toFile())
                .start();
        try (BufferedReader out = service.inputReader()) {
            assertThat(out.readLine())
                    .as(Files.readString(folder.resolve("errors")))
                    .isEqualTo("serving");

            assertThatThrownBy(() -> {
                        try (Database another = Database.open(store)) {
                            new KeyRotation(another, new AuditLog(another, clock), folder, null, Map.of(), random)
                                    .run();
                        }
                    })
                    .hasMessageContaining("database ")
                    .hasMessageContaining("\nMaybe ");
            assertThat(folder.resolve("kek.new")).doesNotExist();
        } finally {
            service.getOutputStream().close();
            assertThat(service.waitFor()).isZero();
        }
        database = Database.open(store);
        assertThat(inForce()).isEqualTo(first);
        rotation().run();
        assertReadable();
    }

    /** Broken off after so many steps: the next key on disk, the database changed, the former key moved aside. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void run_brokenOff_leavesAKeyThatFitsAndCanBeRunAgain(int steps) throws IOException {
        KeyRotation rotation = rotation();
        KeyEncryption next = rotation.prepare(file);
        if (steps > 1) {
            rotation.commit(next);
        }
        if (steps > 2) {
            Files.copy(file, folder.resolve("kek.old"));
        }

        assertThat(inForce()).isEqualTo(steps > 1 ? next.id() : first);
        assertReadable();
        assertThat(LocalKeyEncryption.inFile(file, random).id()).isEqualTo(inForce());
        rotation().run();
        assertReadable();
    }

    @Test
    void commit_thatFailsMidway_changesNothing() throws IOException {
        String ref = database.transact(handle -> handle.createQuery("SELECT MAX(ref) FROM data_key")
                .mapTo(String.class)
                .one());
        byte[] good = wrapped(ref);
        setWrapped(ref, new byte[60]);

        assertThatThrownBy(() -> rotation().run()).hasMessageContaining("data key " + ref);

        assertThat(inForce()).isEqualTo(first);
        setWrapped(ref, good);
        assertReadable();
    }

    private byte[] wrapped(String ref) {
        return database.transact(handle -> handle.createQuery("SELECT wrapped FROM data_key WHERE ref = :ref")
                .bind("ref", ref)
                .mapTo(byte[].class)
                .one());
    }

    private void setWrapped(String ref, byte[] wrapped) {
        database.transact(handle -> handle.createUpdate("UPDATE data_key SET wrapped = :wrapped WHERE ref = :ref")
                .bind("wrapped", wrapped)
                .bind("ref", ref)
                .execute());
    }

    @Test
    void open_databaseFromBeforeTheRotation_usesTheFormerKey() throws IOException {
        byte[] old = Files.readAllBytes(file);
        Files.write(folder.resolve("kek.old"), old);
        Files.writeString(file, LocalKeyEncryption.newKey(random));

        assertReadable();
        assertThat(Files.readAllBytes(folder.resolve("kek.old"))).isEqualTo(old);
    }

    @Test
    void open_keyIsGone_isRefusedAndNoneIsMade() throws IOException {
        Files.delete(file);

        assertThatThrownBy(this::vault).isInstanceOf(IOException.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void make_afterAnotherProcessHasRotated_isRefused() throws IOException {
        Vault running = vault();
        rotation().run();

        assertThatThrownBy(() -> database.transact(handle -> running.ofAccount(handle, "acct-new")))
                .hasMessageContaining("was rotated while the service was running");
    }

    @Test
    void run_toAGivenKey_leavesFilesToTheOperator() throws IOException {
        Path given = Files.writeString(folder.resolve("given"), LocalKeyEncryption.newKey(random));
        rotation().run(given);

        assertThatThrownBy(this::vault).hasMessageContaining("must be " + inForce());
        assertThatThrownBy(() -> rotation().run(given)).isInstanceOf(IOException.class);
        Vault vault = Vault.open(database, LocalKeyEncryption.inFile(given, random), random, clock);
        assertThat(vault.subject("acct-1", null)).isEqualTo(subject);
    }
}
