package org.iolaus.watermark.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.watermark.detection.DistinctPairs;
import org.iolaus.watermark.detection.KeyTest;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.statistics.PoissonInterval;
import org.junit.jupiter.api.Test;

/** A million tests of unmarked texts, as tracing does them: every error is as frequent as it says. */
class FalseAlarmsTest {
    private static final double[] ERRORS = {1e-2, 1e-3, 1e-4, 1e-5};

    @Test
    void statistics_ofAMillionForeignKeys_areSignificantAsOftenAsTheErrorSays() {
        SplittableRandom random = new SplittableRandom(40);
        Scheme scheme = Scheme.Gumbel.STANDARD;
        int texts = 50;
        int keys = 20_000;
        long[] alarms = new long[ERRORS.length];
        for (int text = 0; text < texts; text++) {
            KeyTest test = KeyTest.of(scheme, DistinctPairs.of(scheme.window(), List.of(words(random))));
            List<MarkKey> drawn = Keys.draw(keys, random);
            for (double statistic : new KeySweep(1).statistics(test, drawn)) {
                if (statistic > test.scoredTokens()) {
                    double ln = test.pValue(statistic).ln();
                    Arrays.setAll(alarms, i -> alarms[i] + (ln <= Math.log(ERRORS[i]) ? 1 : 0));
                }
            }
        }
        for (int i = 0; i < ERRORS.length; i++) {
            assertThat(PoissonInterval.of(alarms[i], 0.9999).contains(ERRORS[i] * texts * keys))
                    .as("%d alarms at %s", alarms[i], ERRORS[i])
                    .isTrue();
        }
    }

    /** A hundred words of a language of two thousand, the n-th as frequent as 1/n, the first half said again. */
    private static int[] words(SplittableRandom random) {
        int[] words =
                random.doubles(150).mapToInt(u -> (int) Math.pow(2_000, u)).toArray();
        System.arraycopy(words, 0, words, 100, 50);
        return words;
    }
}
