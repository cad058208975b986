package org.iolaus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.iolaus.service.review.audit.AuditLog;
import org.iolaus.service.store.Database;
import org.iolaus.service.store.StoreConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditVerifyCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private Path export = Path.of("");

    @BeforeEach
    void makeEntries() throws IOException {
        Database.open(StoreConfig.embedded(folder)).close();
        CommandRun first = key("create", "--name", "gateway", "--scopes", "decide,ingest");
        key("create", "--name", "admin", "--scopes", "administer");
        key("revoke", first.out().substring(4, 14));
        export = folder.resolve("audit.jsonl");
        StringBuilder lines = new StringBuilder();
        try (Database database = Database.open(StoreConfig.embedded(folder))) {
            new AuditLog(database, InstantSource.system())
                    .forEach(link -> lines.append(link.line()).append('\n'));
        }
        Files.writeString(export, lines);
    }

    @Test
    void verify_wholeChain_saysHowLongItIs() {
        CommandRun data = CommandRun.of("audit", "verify", "--data", folder);

        assertThat(data.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(data.out()).startsWith("The audit chain is whole: 3 entries, head 3:");
        assertThat(CommandRun.of("audit", "verify", export).out()).isEqualTo(data.out());
    }

    @Test
    void verify_editedEntry_namesTheFirstBrokenOne() throws IOException {
        Files.writeString(export, Files.readString(export).replace("key.revoke", "key.create"));
        CommandRun run = CommandRun.of("audit", "verify", export);

        assertThat(run.exitCode()).isEqualTo(ExitCode.BROKEN);
        assertThat(run.err()).contains("the audit chain is broken: entry 3 must have the hash");
    }

    @Test
    void verify_editedDatabase_namesTheFirstBrokenOne() {
        try (Database database = Database.open(StoreConfig.embedded(folder))) {
            database.transact(handle -> handle.execute(
                    "UPDATE audit_entry SET entry = REPLACE(entry, 'command-line', 'somebody') WHERE sequence = 2"));
        }
        CommandRun run = CommandRun.of("audit", "verify", "--data", folder);

        assertThat(run.exitCode()).isEqualTo(ExitCode.BROKEN);
        assertThat(run.err()).contains("entry 2 must have the hash");
    }

    @Test
    void verify_cutSinceAHeadWasKept_isBroken() throws IOException {
        String head =
                CommandRun.of("audit", "verify", export).out().replaceAll("(?s).*head ([0-9]+:[0-9a-f]{64}).*", "$1");
        Path heads = Files.writeString(folder.resolve("heads.txt"), head + "\n");
        Files.write(export, Files.readAllLines(export).subList(0, 2));

        assertThat(CommandRun.of("audit", "verify", export).exitCode()).isEqualTo(ExitCode.DONE);
        CommandRun run = CommandRun.of("audit", "verify", export, "--heads", heads);
        assertThat(run.exitCode()).isEqualTo(ExitCode.BROKEN);
        assertThat(run.err()).contains("must reach entry 3");
    }

    @Test
    void verify_nothingOrTooMuchNamed_isWrongUsage() {
        assertThat(CommandRun.of("audit", "verify").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.of("audit", "verify", export, "--data", folder).exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.of("audit", "verify", "--data", folder.resolve("none"))
                        .err())
                .contains("must hold store.mv.db");
    }

    @Test
    void apikey_madeAndListed_showsTheSecretOnce() {
        CommandRun made = key("create", "--name", "shipper", "--scopes", "ingest");
        CommandRun listed = key("list");

        assertThat(made.out()).matches("iol_[0-9a-z]{10}_[0-9A-Za-z]{49}\\R");
        assertThat(listed.out())
                .contains("shipper", "revoked")
                .doesNotContain(made.out().strip().substring(15));
    }

    @Test
    void apikey_scopeThatIsNone_isRefusedWithTheRule() {
        CommandRun run = key("create", "--name", "x", "--scopes", "root");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("scope root must be one of ingest, decide, review, share, administer");
    }

    private CommandRun key(String command, Object... arguments) {
        Object[] all = new Object[arguments.length + 4];
        all[0] = "apikey";
        all[1] = command;
        all[2] = "--data";
        all[3] = folder;
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        return CommandRun.of(all);
    }
}
