package org.iolaus.evaluation.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.iolaus.detection.campaign.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoreTest {
    private static final int HONEST = 300;
    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    @TempDir
    Path folder;

    /** Strangers, then accounts with one prompt behind one address. */
    private Traffic traffic(int hydra) throws IOException, InterruptedException {
        StringBuilder exchanges = new StringBuilder();
        StringBuilder accounts = new StringBuilder();
        for (int i = 0; i < HONEST + hydra; i++) {
            boolean hostile = i >= HONEST;
            accounts.append("{\"account_id\":\"a%d\",\"created\":\"%s\",\"verification\":\"payment\"}%n"
                    .formatted(i, START.minusSeconds(86_400L * (hostile ? 5 : 100 + i))));
            exchanges.append(
                    "{\"id\":\"%d\",\"time\":\"%s\",\"account_id\":\"a%d\",\"model\":\"m\",\"network\":{\"ip\":\"203.%d.%d.9\"},\"request\":{\"system\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}}%n"
                            .formatted(
                                    i,
                                    START.plusSeconds(i),
                                    i,
                                    hostile ? 1 : 2,
                                    hostile ? 0 : i % 200,
                                    hostile ? "Take the data set apart." : "You help firm number " + i));
        }
        return TrafficReader.read(
                List.of(Files.writeString(folder.resolve("exchanges.jsonl"), exchanges)),
                List.of(Files.writeString(folder.resolve("accounts.jsonl"), accounts)),
                1);
    }

    private static double[] hydra(double[] scores) {
        return Arrays.copyOfRange(scores, HONEST, scores.length);
    }

    @Test
    void scores_smallHydra_isAboveStrangersUnderBothNulls() throws Exception {
        Traffic traffic = traffic(24);
        for (boolean selfEstimated : new boolean[] {false, true}) {
            double[] scores = new Core(selfEstimated).scores(traffic);
            assertThat(Arrays.copyOf(scores, HONEST)).containsOnly(0);
            assertThat(Arrays.stream(hydra(scores)).filter(score -> score > 0).count())
                    .isGreaterThan(20);
        }
    }

    @Test
    void scores_hydraOfAFifth_hidesInASelfEstimatedNullAlone() throws Exception {
        Traffic traffic = traffic(75);
        assertThat(hydra(new Core(true).scores(traffic))).containsOnly(0);
        assertThat(hydra(new Core(false).scores(traffic))).doesNotContain(0);
    }

    @Test
    void columnAlone_scoresByItsOwnBits() {
        Traffic traffic = new SmallTraffic(3)
                .bits(0, Column.EXTRACTION, 3)
                .bits(0, Column.CONCEALMENT, 9)
                .bits(1, Column.EXTRACTION, -1)
                .traffic();
        assertThat(new ColumnAlone(Column.EXTRACTION).scores(traffic)).containsExactly(4, 0.5, 0);
    }
}
