package org.iolaus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    @Test
    void demo_smallTraffic_setsFindingsBesideTheTruth(@TempDir Path folder) {
        CommandRun run = CommandRun.of("demo", "--out", folder);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .contains("hidden campaigns (seed 1)")
                .contains("TRUE CAMPAIGN")
                .contains("Honest accounts restricted")
                .contains(folder.resolve("scan/report.html").toString());
        assertThat(folder.resolve("scan/report.html")).exists();
    }
}
