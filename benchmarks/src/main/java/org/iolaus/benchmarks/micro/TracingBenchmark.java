package org.iolaus.benchmarks.micro;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.iolaus.watermark.detection.DistinctPairs;
import org.iolaus.watermark.sampling.MarkedSampler;
import org.iolaus.watermark.sampling.SyntheticModel;
import org.iolaus.watermark.scheme.Keying;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.tracing.Trace;
import org.iolaus.watermark.tracing.Tracer;
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

/** Time to trace a text to one of 24,000 keys on one thread, all checks included. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TracingBenchmark {
    @Param({"200", "400", "1000"})
    public int tokens = 400;

    private final SplittableRandom random = new SplittableRandom(1);
    private final List<MarkKey> keys = Stream.generate(() -> new MarkKey("key", random.nextLong(), random.nextLong()))
            .limit(24_000)
            .toList();
    private final Tracer tracer = new Tracer(Scheme.Gumbel.STANDARD, 1e-6, 1, 1);
    private DistinctPairs pairs = DistinctPairs.of(Scheme.Gumbel.STANDARD.window(), List.of());

    @Setup
    public void prepare() {
        SyntheticModel model = new SyntheticModel(2, 4096);
        MarkedSampler sampler = MarkedSampler.of(Scheme.Gumbel.STANDARD, new Keying.One(keys.get(7)), random);
        int[] text = IntStream.range(0, tokens + 4)
                .map(_ -> sampler.sample(model.next(random)))
                .toArray();
        pairs = DistinctPairs.of(Scheme.Gumbel.STANDARD.window(), List.of(text));
    }

    @Benchmark
    public Trace trace() {
        return tracer.trace(pairs, keys);
    }
}
