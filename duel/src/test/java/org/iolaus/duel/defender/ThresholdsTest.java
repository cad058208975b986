package org.iolaus.duel.defender;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.iolaus.detection.fingerprint.CapabilityModel;
import org.iolaus.duel.traffic.HonestTraffic;
import org.iolaus.duel.traffic.Logged;
import org.iolaus.duel.traffic.Stage;
import org.iolaus.simulator.Scenario;
import org.iolaus.simulator.Scenario.Group;
import org.iolaus.simulator.honest.Archetype;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ThresholdsTest {
    private static final double COST = 0.02;
    private static HonestTraffic honest = new HonestTraffic(0, 1, List.of(), List.of(), List.of());

    @BeforeAll
    static void record() throws InterruptedException {
        List<Group> groups = List.of(
                new Group(Archetype.named("consumer"), 80),
                new Group(Archetype.named("app-pipeline"), 8),
                new Group(Archetype.named("class"), 20),
                new Group(Archetype.named("enterprise-seat"), 20));
        Scenario scenario = new Scenario("some", "Some people", 3, groups, List.of());
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            honest = HonestTraffic.record(Stage.raise(scenario, 1, 3, 5), CapabilityModel.bundled(), pool);
        }
    }

    @Test
    void threshold_share_isTheLowestThatHitsNoMore() {
        int[] scores = IntStream.rangeClosed(1, 100).toArray();

        assertThat(Thresholds.threshold(scores, 0.05)).isEqualTo(95);
        assertThat(Thresholds.threshold(scores, 0)).isEqualTo(100);
        assertThat(Thresholds.threshold(new int[] {7, 7, 7, 1}, 0.25)).isEqualTo(7);
        assertThat(Thresholds.threshold(new int[0], 0.1)).isEqualTo(Integer.MAX_VALUE);
    }

    private static Set<String> banned(Defender defender) {
        Set<String> banned = new HashSet<>();
        honest.people().forEach(person -> defender.account(person.account()));
        int next = 0;
        for (long end = honest.startMicros(); end <= honest.endMicros(); end += 600_000_000L) {
            for (;
                    next < honest.exchanges().size()
                            && honest.exchanges().get(next).timeMicros() < end;
                    next++) {
                defender.exchange(honest.exchanges().get(next));
            }
            defender.close(end).forEach(decision -> banned.add(decision.subject()));
        }
        return banned;
    }

    @Test
    void calibrate_onThePrefix_simpleDefendersHitAtMostTheCost() {
        Thresholds thresholds = Thresholds.calibrate(honest, honest.endMicros(), COST);
        long seen = honest.exchanges().stream().map(Logged::subject).distinct().count();

        assertThat(banned(DefenderKind.VOLUME.create(thresholds))).hasSizeLessThanOrEqualTo((int) (COST * seen));
        assertThat(banned(DefenderKind.SHARING.create(thresholds))).hasSizeLessThanOrEqualTo((int) (COST * seen));
    }

    @Test
    void calibrate_noCost_oneLessWouldHitSomebody() {
        Thresholds exact = Thresholds.calibrate(honest, honest.endMicros(), 0);

        assertThat(banned(DefenderKind.VOLUME.create(exact))).isEmpty();
        assertThat(banned(new VolumeDefender(exact.volume() - 1))).isNotEmpty();
        assertThat(banned(DefenderKind.SHARING.create(exact))).isEmpty();
    }
}
