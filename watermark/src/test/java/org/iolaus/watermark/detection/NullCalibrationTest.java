package org.iolaus.watermark.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.watermark.scheme.ContextWindow;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.scheme.Scheme.SynthId.Hash;
import org.iolaus.watermark.statistics.PoissonInterval;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * False alarms on texts that repeat themselves a good deal: no more than the error says, and for continuous statistics no
 * fewer. {@code benchmarks/watermark-null} asks the same of real words, ten million times.
 */
class NullCalibrationTest {
    private static final ContextWindow TWO = new ContextWindow(2);
    static final List<Arguments> RUNS = List.of(
            Arguments.of(new Scheme.Gumbel(TWO), 4_000),
            Arguments.of(new Scheme.SynthId(TWO, 30, Hash.SIP), 1_000),
            Arguments.of(new Scheme.SynthId(TWO, 30, Hash.PUBLISHED), 100));

    private static final double[] ERRORS = {1e-2, 1e-3};

    @ParameterizedTest
    @FieldSource("RUNS")
    void pValue_underForeignKeys_isBelowAnErrorAsOftenAsItSays(Scheme scheme, int keys) {
        SplittableRandom random = new SplittableRandom(20);
        int texts = 10;
        long[] alarms = new long[ERRORS.length];
        for (int text = 0; text < texts; text++) {
            KeyTest test = KeyTest.of(scheme, DistinctPairs.of(scheme.window(), repetitive(random)));
            for (int key = 0; key < keys; key++) {
                Score score = test.score(new MarkKey("key", random.nextLong(), random.nextLong()));
                for (int i = 0; i < ERRORS.length; i++) {
                    alarms[i] += score.pValue().isAtMost(ERRORS[i]) ? 1 : 0;
                }
            }
        }
        for (int i = 0; i < ERRORS.length; i++) {
            PoissonInterval seen = PoissonInterval.of(alarms[i], 0.9999);
            double expected = ERRORS[i] * texts * keys;
            assertThat(seen.low()).isLessThanOrEqualTo(expected);
            assertThat(seen.high()).isGreaterThan(expected * 0.8);
        }
    }

    /** Phrases of a small stock, over and over, with words of Zipf's frequency between them. */
    private static List<int[]> repetitive(SplittableRandom random) {
        List<int[]> phrases = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            phrases.add(words(random, 8));
        }
        List<int[]> responses = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int[] text = words(random, 60);
            for (int j = 0; j < 4; j++) {
                System.arraycopy(phrases.get(random.nextInt(10)), 0, text, 12 * j, 8);
            }
            responses.add(text);
        }
        return responses;
    }

    private static int[] words(SplittableRandom random, int count) {
        return random.doubles(count).mapToInt(u -> (int) Math.pow(5_000, u)).toArray();
    }
}
