package org.iolaus.duel.attacker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BanditTest {
    /** Plays so many accounts of a price, way by way, and gives how often each way was chosen among the last hundred. */
    private static int[] lastHundred(long seed, long[] earnings, long[] prices) {
        SplittableRandom random = new SplittableRandom(seed);
        Bandit bandit = new Bandit(earnings.length);
        int[] chosen = new int[earnings.length];
        for (int play = 0; play < 400; play++) {
            int way = bandit.choose(random);
            bandit.play(way);
            bandit.spend(way, prices[way]);
            bandit.earn(way, earnings[way] + random.nextInt(5));
            chosen[way] += play >= 300 ? 1 : 0;
        }
        return chosen;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void choose_oneWayEarnsMore_isChosenMostly(long seed) {
        assertThat(lastHundred(seed, new long[] {10, 60, 20}, new long[] {1000, 1000, 1000})[1])
                .isGreaterThan(80);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void choose_equalEarnings_prefersTheCheaper(long seed) {
        assertThat(lastHundred(seed, new long[] {30, 30}, new long[] {9000, 1500})[1])
                .isGreaterThan(80);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void choose_nothingKnown_triesEveryWay(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Bandit bandit = new Bandit(4);
        int[] chosen = new int[4];
        for (int i = 0; i < 400; i++) {
            chosen[bandit.choose(random)]++;
        }

        assertThat(Arrays.stream(chosen)).allMatch(count -> count > 60);
    }
}
