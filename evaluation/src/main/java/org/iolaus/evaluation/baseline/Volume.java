package org.iolaus.evaluation.baseline;

import java.util.stream.IntStream;

/** Scores an account by the number of its exchanges. */
record Volume() implements Baseline {
    @Override
    public String name() {
        return "volume";
    }

    @Override
    public double[] scores(Traffic traffic) {
        return IntStream.of(traffic.exchanges()).asDoubleStream().toArray();
    }
}
