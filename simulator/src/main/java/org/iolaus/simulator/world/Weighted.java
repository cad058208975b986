package org.iolaus.simulator.world;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A choice among values of different weight. */
final class Weighted<T> {
    private final List<T> values = new ArrayList<>();
    private final List<Double> bounds = new ArrayList<>();
    private double total;

    Weighted<T> with(T value, double weight) {
        total += weight;
        values.add(value);
        bounds.add(total);
        return this;
    }

    T draw(SplittableRandom random) {
        double at = random.nextDouble() * total;
        int i = 0;
        while (bounds.get(i) <= at) {
            i++;
        }
        return values.get(i);
    }
}
