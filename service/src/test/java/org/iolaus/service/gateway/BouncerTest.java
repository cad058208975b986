package org.iolaus.service.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.service.decision.CampaignTraces;
import org.iolaus.service.decision.DecisionRoutes;
import org.iolaus.service.decision.Scene;
import org.iolaus.service.decision.SignupDesk;
import org.iolaus.service.events.EventFeed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CrowdSec's own bouncer, run with the example of the documentation. */
@Tag("counterpart")
class BouncerTest {
    @TempDir
    private Path folder;

    @Test
    void customBouncer_decisionComesAndGoes_isToldOfBoth() throws IOException {
        Path bouncer = Counterpart.program("crowdsec-custom-bouncer");
        Scene scene = new Scene(Scene.ENFORCED);
        scene.rule("acct-bad", Verdict.RESTRICT);
        Path calls = folder.resolve("calls");
        Path program = Files.createFile(
                folder.resolve("program"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(program, "#!/bin/sh\necho \"$1 $2 $4\" >> " + calls + "\n");
        SignupDesk desk = new SignupDesk(scene.decisions::policy, new CampaignTraces(scene), scene);
        try (EventFeed events = new EventFeed(10);
                TestServer iolaus = TestServer.of(new DecisionRoutes(scene.decisions, desk, events, scene).routes())) {
            Path config = Counterpart.configure(
                    "crowdsec-custom-bouncer.yaml",
                    folder,
                    Map.of(
                            "IOLAUS",
                            "127.0.0.1:" + iolaus.port(),
                            "API_KEY",
                            TestServer.KEY,
                            "PROGRAM",
                            program,
                            "FOLDER",
                            folder));
            Files.writeString(
                    config, Files.readString(config).replace("update_frequency: 10s", "update_frequency: 1s"));
            try (Counterpart running = Counterpart.start(folder, List.of(bouncer, "-c", config))) {
                await(running, calls, "add acct-bad iolaus/coordinated_use");
                scene.rule("acct-bad", null, Verdict.ALLOW, null);
                await(running, calls, "del acct-bad");
            }
        }
    }

    private static void await(Counterpart running, Path calls, String call) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(calls).as(running::said).exists();
            assertThat(Files.readString(calls)).as(running::said).contains(call);
        });
    }
}
