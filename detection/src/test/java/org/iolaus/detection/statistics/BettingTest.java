package org.iolaus.detection.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class BettingTest {
    private static final int RUNS = 4000;
    private static final int BETS = 60;

    private final SplittableRandom random = new SplittableRandom(12);

    @Test
    void event_once_isTheMeanOfTheRatesAboveTheBound() {
        Betting happened = new Betting();
        happened.event(true, 0.5);
        assertThat(happened.eventNats()).isCloseTo(Math.log((5 + 1.2 + 1.6 + 1.9) / 8), within(1e-12));

        Betting missed = new Betting();
        missed.event(false, 0.5);
        assertThat(missed.eventNats()).isCloseTo(Math.log((5 + 0.8 + 0.4 + 0.1) / 8), within(1e-12));
    }

    @Test
    void value_once_isTheMeanOfTheStakes() {
        Betting betting = new Betting();
        betting.value(1, 0.5);
        double meanStake = (0.05 + 0.1 + 0.25 + 0.5 + 0.75 + 0.95) / 6;
        assertThat(betting.valueNats()).isCloseTo(Math.log(1 + meanStake), within(1e-12));
    }

    @Test
    void nats_beforeAnyBet_areZero() {
        assertThat(new Betting().eventNats()).isZero();
        assertThat(new Betting().valueNats()).isZero();
    }

    @Test
    void event_boundAboveEveryRate_isNoBet() {
        Betting betting = new Betting();
        betting.event(true, 0.95);
        betting.event(false, 1);
        assertThat(betting.eventNats()).isZero();
    }

    @Test
    void eventNats_underTheNull_meanWealthIsAtMostOne() {
        double sum = 0;
        double squares = 0;
        for (int run = 0; run < RUNS; run++) {
            Betting betting = new Betting();
            for (int i = 0; i < 20; i++) {
                double bound = random.nextDouble(0.3, 0.9);
                betting.event(random.nextDouble() < bound, bound);
            }
            double wealth = Math.exp(betting.eventNats());
            sum += wealth;
            squares += wealth * wealth;
        }
        assertMeanAtMostOne(sum, squares);
    }

    @Test
    void valueNats_underTheNull_meanWealthIsAtMostOne() {
        double sum = 0;
        double squares = 0;
        for (int run = 0; run < RUNS; run++) {
            Betting betting = new Betting();
            for (int i = 0; i < 20; i++) {
                betting.value(random.nextDouble(), 0.5);
            }
            double wealth = Math.exp(betting.valueNats());
            sum += wealth;
            squares += wealth * wealth;
        }
        assertMeanAtMostOne(sum, squares);
    }

    private static void assertMeanAtMostOne(double sum, double squares) {
        double mean = sum / RUNS;
        double error = Math.sqrt((squares / RUNS - mean * mean) / RUNS);
        assertThat(mean).isLessThanOrEqualTo(1 + 3 * error);
    }

    @Test
    void eventNats_underTheNull_everReachesALevelSeldom() {
        assertThat(shareThatReaches(20, betting -> {
                    betting.event(random.nextDouble() < 0.15, 0.15);
                    return betting.eventNats();
                }))
                .isLessThanOrEqualTo(0.05);
    }

    @Test
    void valueNats_underTheNull_everReachesALevelSeldom() {
        assertThat(shareThatReaches(20, betting -> {
                    betting.value(random.nextDouble() < 0.3 ? 1 : 0, 0.3);
                    return betting.valueNats();
                }))
                .isLessThanOrEqualTo(0.05);
    }

    private static double shareThatReaches(double level, ToDoubleFunction<Betting> bet) {
        int reached = 0;
        for (int run = 0; run < RUNS; run++) {
            Betting betting = new Betting();
            double most = 0;
            for (int i = 0; i < BETS; i++) {
                most = Math.max(most, bet.applyAsDouble(betting));
            }
            reached += most >= Math.log(level) ? 1 : 0;
        }
        return reached / (double) RUNS;
    }

    @Test
    void nats_underTheAlternative_growInProportion() {
        Betting betting = new Betting();
        double[] events = new double[2];
        double[] values = new double[2];
        for (int half = 0; half < 2; half++) {
            for (int i = 0; i < 500; i++) {
                betting.event(random.nextDouble() < 0.5, 0.1);
                betting.value(random.nextDouble(0.4, 1), 0.4);
            }
            events[half] = betting.eventNats();
            values[half] = betting.valueNats();
        }
        assertThat(events[0]).isGreaterThan(200);
        assertThat(events[1]).isCloseTo(2 * events[0], within(events[0] / 3));
        assertThat(values[0]).isGreaterThan(50);
        assertThat(values[1]).isCloseTo(2 * values[0], within(values[0] / 3));
    }

    @Test
    void logMeanExp_largeNats_doNotOverflow() {
        assertThat(Betting.logMeanExp(2000, 2000)).isEqualTo(2000);
        assertThat(Betting.logMeanExp(-2000, -2000)).isEqualTo(-2000);
        assertThat(Betting.logMeanExp(0, 1000)).isCloseTo(1000 - Math.log(2), within(1e-9));
    }

    @Test
    void logMeanExp_infinities_areWealthOfNothingAndOfEverything() {
        assertThat(Betting.logMeanExp(Double.NEGATIVE_INFINITY, 0)).isCloseTo(-Math.log(2), within(1e-12));
        assertThat(Betting.logMeanExp(Double.NEGATIVE_INFINITY)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Betting.logMeanExp(Double.POSITIVE_INFINITY, 0)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void logMeanExp_randomNats_isBelowTheMostAndAboveTheMean() {
        for (int run = 0; run < 200; run++) {
            double[] nats = random.doubles(random.nextInt(1, 9), -50, 50).toArray();
            double mean = java.util.Arrays.stream(nats).average().orElseThrow();
            double max = java.util.Arrays.stream(nats).max().orElseThrow();
            assertThat(Betting.logMeanExp(nats)).isBetween(mean - 1e-9, max + 1e-9);
        }
    }

    @Test
    void bits_ofOneDoubling_isOne() {
        assertThat(Betting.bits(Math.log(2))).isCloseTo(1, within(1e-12));
    }
}
