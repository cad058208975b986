package org.iolaus.watermark.tracing;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.iolaus.watermark.detection.DistinctPairs;
import org.iolaus.watermark.sampling.MarkedSampler;
import org.iolaus.watermark.sampling.SyntheticModel;
import org.iolaus.watermark.scheme.Keying;
import org.iolaus.watermark.scheme.Scheme;

/** Marked responses of a synthetic model at one bit a token, for tests. */
record Marked(Scheme scheme, RandomGenerator random) {
    private static final int VOCABULARY = 32_000;

    /** A response under this keying. */
    int[] response(Keying keying, int tokens) {
        SyntheticModel model = new SyntheticModel(1, VOCABULARY);
        MarkedSampler sampler = MarkedSampler.of(scheme, keying, random);
        return IntStream.range(0, tokens)
                .map(_ -> sampler.sample(model.next(random)))
                .toArray();
    }

    /** Random tokens that no key marked. */
    int[] unmarked(int tokens) {
        return random.ints(tokens, 1, VOCABULARY).toArray();
    }

    DistinctPairs pairs(List<int[]> responses) {
        return DistinctPairs.of(scheme.window(), responses);
    }
}
