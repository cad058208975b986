package org.iolaus.detection.calibration;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.iolaus.detection.statistics.Histogram;

/**
 * What honest traffic looks like: a histogram a trait, one observation an independent group, so that a class of five
 * hundred weighs as much as one person. Does not depend on the order of anything. Immutable.
 *
 * @param traits one histogram for each trait
 */
public record Portrait(Map<Trait, Histogram> traits) {
    public Portrait {
        EnumMap<Trait, Histogram> copy = new EnumMap<>(Trait.class);
        for (Trait trait : Trait.values()) {
            Histogram histogram = traits.get(trait);
            if (histogram == null || histogram.counts().size() != trait.bins()) {
                throw new IllegalArgumentException(
                        "trait " + trait.label() + " must have a histogram of " + trait.bins() + " bins");
            }
            copy.put(trait, histogram);
        }
        traits = Collections.unmodifiableMap(copy);
    }

    /** The histogram of a trait. */
    public Histogram of(Trait trait) {
        return Objects.requireNonNull(traits.get(trait), "every trait has one");
    }

    /** How far other traffic is from this, trait by trait. */
    public List<Drift> drift(Portrait other) {
        double error = Drift.ERROR / Trait.values().length;
        return Arrays.stream(Trait.values())
                .map(trait -> drift(trait, of(trait), other.of(trait), error))
                .toList();
    }

    private static Drift drift(Trait trait, Histogram before, Histogram now, double error) {
        return trait.ordered()
                ? new Drift(trait, before.cumulativeDistance(now), before.cumulativeSlack(now, error))
                : new Drift(trait, before.variation(now), before.variationSlack(now, error));
    }
}
