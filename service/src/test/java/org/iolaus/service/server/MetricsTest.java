package org.iolaus.service.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.service.decision.Scene;
import org.iolaus.service.decision.WatermarkKeys;
import org.iolaus.service.engine.LiveConfig;
import org.iolaus.service.engine.LiveDetector;
import org.iolaus.service.intake.Intakes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {
    @TempDir
    private Path folder = Path.of("");

    private String scraped(Scene scene) throws Exception {
        try (LiveDetector detector = LiveDetector.open(folder, LiveConfig.DEFAULT, InstantSource.system());
                Metrics metrics = new Metrics(detector, Intakes.intake(), scene.decisions, () -> true)) {
            return metrics.registry().scrape();
        }
    }

    private static Scene scene(String mode) {
        Scene scene = new Scene(
                Scene.policy("version: 1\nmode: " + mode + "\nappeal: \"Quote {reference}.\"\n" + Scene.ENFORCED),
                WatermarkKeys.NONE);
        scene.rule("acct-1", Verdict.RESTRICT);
        scene.rule("acct-2", Verdict.RESTRICT);
        scene.rule("acct-3", Verdict.VERIFY);
        return scene;
    }

    @Test
    void active_inShadow_isCountedAsShadowAlone() throws Exception {
        assertThat(scraped(scene("shadow")))
                .contains("iolaus_decisions_active{action=\"restrict\",mode=\"shadow\"} 2.0")
                .contains("iolaus_decisions_active{action=\"require_verification\",mode=\"shadow\"} 1.0")
                .contains("iolaus_decisions_active{action=\"restrict\",mode=\"enforce\"} 0.0");
    }

    @Test
    void active_enforced_isCountedAsEnforcedAlone() throws Exception {
        assertThat(scraped(scene("enforce")))
                .contains("iolaus_decisions_active{action=\"restrict\",mode=\"enforce\"} 2.0")
                .contains("iolaus_decisions_active{action=\"restrict\",mode=\"shadow\"} 0.0");
    }
}
