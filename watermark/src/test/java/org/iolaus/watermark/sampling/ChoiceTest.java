package org.iolaus.watermark.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.iolaus.watermark.kgw.GreenLists;
import org.iolaus.watermark.scheme.ContextWindow;
import org.iolaus.watermark.scheme.GumbelNoise;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.scheme.Scheme.SynthId.Hash;
import org.iolaus.watermark.scheme.SipHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ChoiceTest {
    static final Scheme[] FAITHFUL = {
        Scheme.Gumbel.STANDARD, Scheme.SynthId.STANDARD, new Scheme.SynthId(new ContextWindow(4), 30, Hash.SIP)
    };
    private static final int[] TOKENS = {3, 14, 15, 92};
    private static final double[] LAW = {0.6, 0.25, 0.1, 0.05};

    /** Four standard deviations at each of four shares. */
    @ParameterizedTest
    @FieldSource("FAITHFUL")
    void choose_overManyKeys_leavesTheProbabilities(Scheme scheme) {
        int draws = 20_000;
        SplittableRandom random = new SplittableRandom(11);
        double[] shares = new double[LAW.length];
        for (int i = 0; i < draws; i++) {
            Choice choice = Choice.of(scheme, new MarkKey("key", random.nextLong(), random.nextLong()));
            long window = scheme.window().fold(TOKENS, 4);
            shares[choice.choose(TOKENS, 4, window, Candidates.of(TOKENS, LAW), random)] += 1.0 / draws;
        }
        for (int i = 0; i < LAW.length; i++) {
            assertThat(shares[i]).isCloseTo(LAW[i], within(4 * Math.sqrt(LAW[i] * (1 - LAW[i]) / draws)));
        }
    }

    @Test
    void choose_byGumbelMax_isTheLargestPower() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 2_000; i++) {
            MarkKey key = new MarkKey("key", random.nextLong(), random.nextLong());
            long window = random.nextLong();
            int expected = 0;
            double largest = -1;
            for (int j = 0; j < LAW.length; j++) {
                long hash = SipHash.hash(key, ContextWindow.fold(window, TOKENS[j]));
                double power = Math.pow(1 - GumbelNoise.complement(hash), 1 / LAW[j]);
                if (power > largest) {
                    largest = power;
                    expected = j;
                }
            }
            assertThat(new GumbelChoice(key).choose(TOKENS, 4, window, Candidates.of(TOKENS, LAW), random))
                    .isEqualTo(expected);
        }
    }

    @Test
    void choose_withGreenTokens_favoursThemByTheBias() {
        Scheme.Kgw scheme = new Scheme.Kgw(100, 0.5, 2);
        SplittableRandom random = new SplittableRandom(8);
        int green = 0;
        int draws = 4_000;
        int[] all = random.ints(0, 100).distinct().limit(100).toArray();
        double[] even = random.doubles(100).map(_ -> 1).toArray();
        for (int i = 0; i < draws; i++) {
            MarkKey key = new MarkKey("key", random.nextLong(), random.nextLong());
            int chosen = Choice.of(scheme, key).choose(TOKENS, 4, 0, Candidates.of(all, even), random);
            green += GreenLists.of(scheme, key).isGreen(92, all[chosen]) ? 1 : 0;
        }

        double expected = Math.exp(2) / (1 + Math.exp(2));
        assertThat((double) green / draws).isCloseTo(expected, within(0.02));
    }
}
