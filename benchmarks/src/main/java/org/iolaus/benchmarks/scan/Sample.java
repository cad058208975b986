package org.iolaus.benchmarks.scan;

import java.util.Arrays;
import java.util.List;

/** Repeated measurements of one quantity, in ascending order. */
record Sample(double[] values) {
    static Sample of(List<Double> values) {
        return new Sample(
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray());
    }

    double min() {
        return values[0];
    }

    double max() {
        return values[values.length - 1];
    }

    double median() {
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }

    @Override
    public String toString() {
        return "Sample" + Arrays.toString(values);
    }
}
