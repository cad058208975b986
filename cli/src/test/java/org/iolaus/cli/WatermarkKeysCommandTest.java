package org.iolaus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.iolaus.watermark.keys.Commitment;
import org.iolaus.watermark.keys.KeyId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WatermarkKeysCommandTest {
    private static final String MEMBER = "atlas/1/account/a/campaign/c";

    @TempDir
    private Path folder = Path.of(".");

    @SuppressWarnings("NullAway.Init") // set before each test
    private ToyService service;

    @BeforeEach
    void serve() {
        service = new ToyService(folder);
    }

    @Test
    void generate_optionsOfAnotherScheme_areRefused() {
        CommandRun run = run(
                "generate", "--provider", "atlas", "--kek", service.kek(), "--out", folder.resolve("k"), "--layers", 5);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .contains("--layers and --hash are for synthid; the scheme is gumbel\nMaybe add --scheme synthid.");
        assertThat(folder.resolve("k")).doesNotExist();
    }

    @Test
    void rotate_timeThatIsNone_isRefusedWithTheRule() {
        CommandRun run = run("rotate", "--keys", service.keys(), "--kek", service.kek(), "--from", "tomorrow");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("\"tomorrow\" must be a time in RFC 3339, such as 2026-01-31T00:00:00Z\nMaybe");
    }

    @Test
    void rotate_keyEncryptionKeyThatIsNotThere_isNamed() {
        CommandRun run = run(
                "rotate", "--keys", service.keys(), "--kek", folder.resolve("none"), "--from", "2099-01-01T00:00:00Z");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).contains("none does not exist\nMaybe name the file that sealed the key ring.");
    }

    @Test
    void generate_ring_isForItsOwnerAloneAndNeverWrittenOver() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(service.keys())))
                .isEqualTo("rw-------");
        String before = Files.readString(service.keys());

        CommandRun again = run("generate", "--provider", "atlas", "--kek", service.kek(), "--out", service.keys());

        assertThat(again.exitCode()).isEqualTo(ExitCode.OUTPUT);
        assertThat(again.err()).contains("exists; it must be new, for a key written over is lost");
        assertThat(Files.readString(service.keys())).isEqualTo(before);
    }

    @Test
    void rotate_ring_keepsOldKeysAndSettings() throws IOException {
        Object before = service.ring().markKey(KeyId.parse("atlas/1/account/a"));

        CommandRun run = ring("rotate", "--from", "2100-01-01T00:00:00Z", "--scheme", "synthid");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("Epoch 2 begins at 2100-01-01T00:00:00Z. Publish its commitment before");
        assertThat(service.ring().markKey(KeyId.parse("atlas/1/account/a"))).isEqualTo(before);
        assertThat(run("list", "--keys", service.keys()).out())
                .containsPattern(" 1  \\S+  gumbel +2  words")
                .containsPattern(" 2  2100-01-01T00:00:00Z  synthid/30/sip +2  words");
        assertThat(service.keyId("--account", "a")).isEqualTo("atlas/1/account/a");
        assertThat(service.keyId("--account", "a", "--at", "2100-01-01T00:00:00Z"))
                .isEqualTo("atlas/2/account/a");
    }

    @Test
    void rotate_intoThePast_isAUsageError() {
        CommandRun run = ring("rotate", "--from", "2020-01-01T00:00:00Z");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("must not begin before its commitment");
    }

    @Test
    void list_json_holdsCommitmentsThatTheRingOpens() throws IOException {
        JsonNode epoch = new JsonMapper()
                .readTree(run("list", "--keys", service.keys(), "--format", "json")
                        .out())
                .at("/epochs/0");

        Commitment commitment = Commitment.parse(epoch.path("commitment").toString());

        assertThat(service.ring().opens(commitment)).isTrue();
    }

    @Test
    void verify_publishedCommitment_tellsThisRingFromAnother() throws IOException {
        Path commitment = Files.writeString(
                folder.resolve("commitment.json"),
                ring("commit", "--key-id", "atlas/1/campaign/c").out());
        Path other = folder.resolve("other.json");
        run("generate", "--provider", "atlas", "--kek", service.kek(), "--out", other);

        CommandRun mine = ring("verify", commitment);
        CommandRun another = run("verify", commitment, "--keys", other, "--kek", service.kek());

        assertThat(mine.out()).startsWith("The key ring holds the key of atlas/1/campaign/c that was committed to");
        assertThat(another.exitCode()).isEqualTo(ExitCode.UNKNOWN_ID);
        assertThat(ring("verify", service.kek()).err()).contains("kek: commitment must be");
    }

    @Test
    void commit_keyIdOfBothKeys_isAUsageError() {
        assertThat(ring("commit", "--key-id", MEMBER).err()).contains("must name one key");
    }

    @Test
    void export_engine_holdsTheKeysOfTheId() throws IOException {
        Path out = folder.resolve("engine.json");

        CommandRun run = ring("export", "--key-id", MEMBER, "--for", "engine", "--out", out);

        JsonNode json = new JsonMapper().readTree(Files.readString(out));
        byte[] secret = service.ring().markKey(KeyId.parse("atlas/1/account/a")).secret();
        assertThat(json.path("account_key").asString()).isEqualTo(HexFormat.of().formatHex(secret));
        assertThat(json.path("campaign_key").asString()).hasSize(32);
        assertThat(json.path("window").asInt()).isEqualTo(2);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                .isEqualTo("rw-------");
        assertThat(run.out()).doesNotContain(HexFormat.of().formatHex(secret));
    }

    @Test
    void export_transformers_hasTheConstructorsArguments() throws IOException {
        Path out = folder.resolve("config.json");

        ring("export", "--key-id", "atlas/1/account/a", "--for", "transformers", "--out", out);

        assertThat(new JsonMapper().readTree(Files.readString(out)).propertyNames())
                .containsExactlyInAnyOrder(
                        "ngram_len", "keys", "context_history_size", "sampling_table_size", "sampling_table_seed");
        assertThat(ring("export", "--key-id", MEMBER, "--for", "transformers", "--out", folder.resolve("x"))
                        .err())
                .contains("must name one key");
        assertThat(CommandRun.of("watermark", "keys", "export", "--help").out()).contains("another watermark than the");
    }

    @Test
    void id_neitherAccountNorCampaignOrBeforeTheFirstEpoch_isAUsageError() {
        assertThat(run("id", "--keys", service.keys()).err()).contains("--account or --campaign must be given");
        assertThat(run("id", "--keys", service.keys(), "--account", "a", "--at", "2020-01-01T00:00:00Z")
                        .err())
                .contains("--at 2020-01-01T00:00:00Z is out of epoch: the first begins at ");
        assertThat(run("id", "--keys", service.keys(), "--account", " ").exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void keyRing_wrongKeyEncryptionKeyOrDamage_isAnInputError() throws IOException {
        Path other = folder.resolve("other-kek");
        run("new-kek", "--out", other);
        CommandRun wrong = run("commit", "--keys", service.keys(), "--kek", other, "--key-id", "atlas/1/account/a");
        Files.writeString(service.keys(), Files.readString(service.keys()).replace("\"words\"", "\"bytes\""));
        CommandRun changed = ring("commit", "--key-id", "atlas/1/account/a");

        assertThat(wrong.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(wrong.err()).contains("keys.json: key-encryption key local:", "which sealed it");
        assertThat(changed.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(changed.err()).contains("what stands beside the sealed secret must be as it was written");
    }

    private CommandRun ring(String command, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("--keys", service.keys(), "--kek", service.kek()));
        arguments.addAll(List.of(more));
        return run(command, arguments.toArray());
    }

    private static CommandRun run(String command, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("watermark", "keys", command));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray());
    }
}
