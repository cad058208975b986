package org.iolaus.benchmarks.micro;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.iolaus.detection.fingerprint.Capability;
import org.iolaus.detection.fingerprint.CapabilityModel;
import org.iolaus.detection.fingerprint.CapabilityScorer;
import org.iolaus.detection.fingerprint.text.Tokens;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Prompts of 500 characters scored a second on one thread, tokenising included. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CapabilityBenchmark {
    private static final int PROMPTS = 1024;

    private final CapabilityScorer scorer = new CapabilityScorer(CapabilityModel.bundled());
    private final Tokens tokens = new Tokens();
    private final float[] noSystem = new float[Capability.values().length];
    private final List<byte[]> prompts = SamplePrompts.of(500, PROMPTS).stream()
            .map(text -> text.getBytes(UTF_8))
            .toList();
    private int next;

    @Benchmark
    public byte[] score() {
        byte[] prompt = prompts.get(next++ & PROMPTS - 1);
        tokens.clear();
        tokens.read(prompt, 0, prompt.length);
        return scorer.scores(noSystem, scorer.part(tokens), false, false, false);
    }
}
