package org.iolaus.benchmarks.micro;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.iolaus.watermark.sampling.Candidates;
import org.iolaus.watermark.sampling.MarkedSampler;
import org.iolaus.watermark.scheme.ContextWindow;
import org.iolaus.watermark.scheme.Keying;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.scheme.Scheme.SynthId.Hash;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time to sample a marked token: from a hundred candidates, copied anew, and from the logits of a vocabulary. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MarkingBenchmark {
    private static final int VOCABULARY = 128_000;
    private static final int CANDIDATES = 100;
    private static final int RESPONSE = 1_000;

    @Param({"GUMBEL", "SYNTHID_SIP", "SYNTHID_PUBLISHED"})
    public String scheme = "GUMBEL";

    private final SplittableRandom random = new SplittableRandom(1);
    private final int[] tokens = random.ints(CANDIDATES, 0, VOCABULARY).toArray();
    private final double[] weights = IntStream.range(0, CANDIDATES)
            .mapToDouble(_ -> Math.exp(3 * random.nextGaussian()))
            .toArray();
    private final float[] logits = new float[VOCABULARY];
    private MarkedSampler sampler = sampler(Scheme.Gumbel.STANDARD);
    private int length;

    @Setup
    public void prepare() {
        for (int token = 0; token < VOCABULARY; token++) {
            logits[token] = (float) random.nextGaussian() * 3;
        }
        sampler = sampler(
                switch (scheme) {
                    case "GUMBEL" -> Scheme.Gumbel.STANDARD;
                    case "SYNTHID_SIP" -> new Scheme.SynthId(new ContextWindow(4), 30, Hash.SIP);
                    default -> Scheme.SynthId.STANDARD;
                });
    }

    @Benchmark
    public int topHundred() {
        start();
        tokens[length % CANDIDATES] = random.nextInt(VOCABULARY);
        return sampler.sample(Candidates.of(tokens, weights));
    }

    @Benchmark
    public int vocabulary() {
        start();
        logits[random.nextInt(VOCABULARY)] += 1;
        return sampler.sample(logits);
    }

    private void start() {
        if (length++ % RESPONSE == 0) {
            sampler.restart();
        }
    }

    private MarkedSampler sampler(Scheme scheme) {
        return MarkedSampler.of(scheme, new Keying.One(new MarkKey("key", 1, 2)), random.split());
    }
}
