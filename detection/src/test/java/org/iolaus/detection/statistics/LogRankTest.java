package org.iolaus.detection.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.iolaus.detection.statistics.LogRank.Step;
import org.junit.jupiter.api.Test;

class LogRankTest {
    @Test
    void step_oneOfTheObservedAmongManyOthers_earnsTheMeanOfTheRatios() {
        LogRank test = new LogRank();
        test.step(new Step(1, 1), new Step(999, 0));
        double mean = 0;
        for (int ratio : new int[] {2, 4, 8, 16, 32}) {
            mean += ratio / ((ratio + 999) / 1000.0) / 5;
        }

        assertThat(test.peakNats()).isCloseTo(Math.log(mean), within(1e-9));
    }

    @Test
    void step_nobodyActsOrNobodyToCompareWith_changesNothing() {
        LogRank test = new LogRank();
        test.step(new Step(10, 0), new Step(100, 0));
        test.step(new Step(10, 5), new Step(0, 0));

        assertThat(test.peakNats()).isCloseTo(0, within(1e-9));
    }

    /** Ties are drawn without replacement and one looks after every step: the chance of an alarm stays below its bound. */
    @Test
    void peakNats_equalHazards_exceedsRarely() {
        SplittableRandom random = new SplittableRandom(1);
        int alarms = 0;
        for (int run = 0; run < 2_000; run++) {
            alarms += runUnderTheNull(random).peakNats() >= Math.log(20) ? 1 : 0;
        }

        assertThat(alarms).isLessThan(2_000 / 20);
    }

    private static LogRank runUnderTheNull(SplittableRandom random) {
        LogRank test = new LogRank();
        int observed = 30;
        int others = 70;
        for (int step = 0; step < 40; step++) {
            double hazard = 0.2 * random.nextDouble();
            int acted = acting(observed, hazard, random);
            int othersActed = acting(others, hazard, random);
            test.step(new Step(observed, acted), new Step(others, othersActed));
            observed -= acted;
            others -= othersActed;
        }
        return test;
    }

    private static int acting(int atRisk, double hazard, SplittableRandom random) {
        int acting = 0;
        for (int i = 0; i < atRisk; i++) {
            acting += random.nextDouble() < hazard ? 1 : 0;
        }
        return acting;
    }

    @Test
    void step_moreActedThanCould_isRefused() {
        assertThatThrownBy(() -> new Step(2, 3)).hasMessage("acted 3 must be in 0..2");
    }
}
