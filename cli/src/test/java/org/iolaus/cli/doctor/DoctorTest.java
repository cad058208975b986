package org.iolaus.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.iolaus.cli.live.ServiceClient;
import org.iolaus.detection.campaign.Stage;
import org.iolaus.service.server.LiveService;
import org.iolaus.service.server.LiveServiceConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    @TempDir
    private Path folder;

    @Test
    void tryOut_ofASoundService_findsTheCampaignRefusedAndNobodyElse() throws Exception {
        List<Check> checks = tryOut(LiveServiceConfig.read(null, Map.of()));

        assertThat(checks).extracting(Check::name).endsWith("ingest", "detection", "durable", "remediation");
        assertThat(checks).allMatch(Check::ok);
    }

    @Test
    void tryOut_withLinkingDisabled_fails() throws Exception {
        List<Check> checks = tryOut(LiveServiceConfig.read(null, Map.of()).without(EnumSet.allOf(Stage.class)));

        assertThat(failed(checks)).containsExactly("detection", "remediation");
        assertThat(checks)
                .filteredOn(check -> !check.ok())
                .allMatch(check -> !check.advice().isEmpty());
    }

    @Test
    void tryOut_withAPolicyThatRefusesNobody_fails() throws Exception {
        Path policy = Files.writeString(folder.resolve("idle.yaml"), """
                version: 1
                mode: enforce
                appeal: "{reference}"
                rules:
                  - {name: look-on, verdict: [restrict, block], action: allow, mode: enforce}
                """);

        List<Check> checks = tryOut(LiveServiceConfig.read(null, Map.of("IOLAUS_DECISION_POLICY", policy.toString())));

        assertThat(failed(checks)).containsExactly("remediation");
    }

    @Test
    void lookAt_aRunningService_changesNothingOfIt() throws Exception {
        Path data = folder.resolve("data");
        LiveServiceConfig config =
                LiveServiceConfig.read(null, Map.of("IOLAUS_DATA", data.toString(), "IOLAUS_SERVER_PORT", "0"));
        try (LiveService service =
                LiveService.start(config, Map.of(), InstantSource.system(), new SecureRandom(), "test")) {
            service.ready().get();
            ServiceClient client =
                    client(service, Files.readString(data.resolve("local.key")).strip());

            List<Check> checks = new Doctor(check -> {}).lookAt(client, client(service, "no-key"));

            assertThat(checks).hasSize(10).allMatch(Check::ok);
            assertThat(service.status().loggedPosition()).isZero();
            assertThat(service.status().accounts()).isZero();
        }
    }

    @Test
    void lookAt_withAWrongKey_fails() throws Exception {
        LiveServiceConfig config = LiveServiceConfig.read(
                null, Map.of("IOLAUS_DATA", folder.resolve("data").toString(), "IOLAUS_SERVER_PORT", "0"));
        try (LiveService service =
                LiveService.start(config, Map.of(), InstantSource.system(), new SecureRandom(), "test")) {
            service.ready().get();

            List<Check> checks = new Doctor(check -> {}).lookAt(client(service, "wrong"), client(service, "no-key"));

            assertThat(failed(checks)).contains("key").doesNotContain("reachable", "ready", "locked");
        }
    }

    @Test
    void lookAt_nobody_saysThatItCannotBeReached() throws Exception {
        ServiceClient nobody = new ServiceClient(URI.create("http://127.0.0.1:1"), "key");

        List<Check> checks = new Doctor(check -> {}).lookAt(nobody, nobody);

        assertThat(failed(checks)).containsExactly("reachable");
    }

    private List<Check> tryOut(LiveServiceConfig config) throws IOException, InterruptedException {
        return new Doctor(check -> {}).tryOut(config, folder);
    }

    private static ServiceClient client(LiveService service, String key) {
        return new ServiceClient(URI.create("http://127.0.0.1:" + service.port()), key);
    }

    private static List<String> failed(List<Check> checks) {
        return checks.stream().filter(check -> !check.ok()).map(Check::name).toList();
    }
}
