package org.iolaus.detection.link;

import org.iolaus.detection.statistics.Tails;

/**
 * How popular an object is among customers who have nothing to do with each other: an estimate, and the number of
 * accounts that it rests on. Immutable.
 *
 * <p>An object of few reference accounts may well be several times as popular as its share says. So its true popularity
 * is taken for a gamma variable with mean {@code share} and shape {@code holders} + {@link #UNSEEN}, which makes the
 * count of holders among n strangers negative binomial. With many holders that is the Poisson law again.
 *
 * @param share estimated share of accounts that have it, above 0
 * @param holders reference accounts that have it
 */
public record Popularity(double share, double holders) {
    /** Holders that even an object nobody has is credited with: a gamma of shape 1 is the exponential law. */
    public static final double UNSEEN = 1;

    public Popularity {
        if (!(share > 0) || !(holders >= 0)) {
            throw new IllegalArgumentException(
                    "share " + share + " must be above 0 and holders " + holders + " must not be negative");
        }
    }

    /** How popular it is where accounts have objects of its kind so many times as often, once or more. */
    public Popularity where(double usage) {
        return new Popularity(Math.min(1, share * Math.max(1, usage)), holders);
    }

    /**
     * Nats against chance: −log of a bound on the probability that of {@code strangers} accounts {@code count} or more
     * have the object.
     */
    public double nats(int count, int strangers) {
        return Tails.negativeBinomialUpper(count, strangers * share, holders + UNSEEN);
    }
}
