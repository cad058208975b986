package org.iolaus.duel.attacker;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Chooses among ways of doing one thing by what each has earned for its money: Thompson sampling [1] on rates. What a way
 * earned is taken for a Poisson count over the money spent on it, so that its rate has a Gamma posterior; counts are in
 * units of what an average account earns and costs, which makes an account one observation. The prior is one average
 * account. Not thread-safe.
 *
 * <p>Departures: an account's earnings count as they come in, not when it is lost; several bandits choose one account
 * together and share what it earns, so that each learns its own main effect.
 *
 * <p>[1] Thompson (1933); Chapelle and Li, An empirical evaluation of Thompson sampling, NIPS 2011.
 */
final class Bandit {
    private final long[] earned;
    private final long[] spent;
    private final int[] plays;

    Bandit(int ways) {
        earned = new long[ways];
        spent = new long[ways];
        plays = new int[ways];
    }

    /** A way drawn with the probability that it is the best. */
    int choose(SplittableRandom random) {
        double all = Math.max(1, Arrays.stream(plays).sum());
        double earnedEach = Math.max(1, Arrays.stream(earned).sum()) / all;
        double spentEach = Math.max(1, Arrays.stream(spent).sum()) / all;
        int best = 0;
        double bestRate = -1;
        for (int way = 0; way < plays.length; way++) {
            double rate = gamma(1 + earned[way] / earnedEach, random) / (1 + spent[way] / spentEach);
            if (rate > bestRate) {
                best = way;
                bestRate = rate;
            }
        }
        return best;
    }

    /** Notes that an account is used in a way. */
    void play(int way) {
        plays[way]++;
    }

    /** Notes what that cost. */
    void spend(int way, long price) {
        spent[way] += price;
    }

    /** Notes that it earned something. */
    void earn(int way, long earnings) {
        earned[way] += earnings;
    }

    /** What a way of a knob came to. */
    WayScore score(Knob knob, int way, int linked) {
        return new WayScore(knob.label(), knob.choice(way), plays[way], linked, earned[way], spent[way]);
    }

    /** Marsaglia and Tsang's draw from a Gamma distribution of scale 1, for a shape of at least 1. */
    private static double gamma(double shape, SplittableRandom random) {
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = normal(random);
            double cube = 1 + c * x;
            double v = cube * cube * cube;
            if (v > 0 && StrictMath.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
        }
    }

    private static double normal(SplittableRandom random) {
        return StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()))
                * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }
}
