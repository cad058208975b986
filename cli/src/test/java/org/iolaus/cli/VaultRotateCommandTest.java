package org.iolaus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import org.iolaus.service.server.LiveService;
import org.iolaus.service.server.LiveServiceConfig;
import org.iolaus.watermark.keys.LocalKeyEncryption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class VaultRotateCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private LiveService start(Map<String, String> environment) throws Exception {
        LiveService service = LiveService.start(
                LiveServiceConfig.read(null, Map.of("IOLAUS_DATA", folder.toString(), "IOLAUS_SERVER_PORT", "0")),
                environment,
                InstantSource.system(),
                new SecureRandom(),
                "test");
        service.ready().get();
        return service;
    }

    @Test
    void rotate_stoppedService_startsUnderTheNewKey() throws Exception {
        start(Map.of()).close();
        String before = Files.readString(folder.resolve("kek"));

        CommandRun run = CommandRun.of("vault", "rotate", "--data", folder);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("Wrapped anew: ", "under key-encryption key local:", "kek.old");
        assertThat(Files.readString(folder.resolve("kek"))).isNotEqualTo(before);
        assertThat(Files.readString(folder.resolve("kek.old"))).isEqualTo(before);
        start(Map.of()).close();
    }

    @Test
    void rotate_toAGivenKey_startsWithThatKeyAlone() throws Exception {
        start(Map.of()).close();
        String key = LocalKeyEncryption.newKey(new SecureRandom());
        Path given = Files.writeString(folder.resolve("given"), key);

        CommandRun run = CommandRun.of("vault", "rotate", "--data", folder, "--new-key-file", given);

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        start(Map.of("IOLAUS_KEK", key)).close();
        assertThat(CommandRun.of("vault", "rotate", "--data", folder, "--new-key-file", folder.resolve("none"))
                        .exitCode())
                .isEqualTo(ExitCode.INPUT);
    }

    @Test
    void rotate_noDatabase_isRefused() {
        assertThat(CommandRun.of("vault", "rotate", "--data", folder).exitCode())
                .isEqualTo(ExitCode.INPUT);
        assertThat(CommandRun.of("vault", "rotate").exitCode()).isEqualTo(ExitCode.USAGE);
    }
}
