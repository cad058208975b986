package org.iolaus.benchmarks.micro;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.iolaus.detection.exchange.Exchange;
import org.iolaus.detection.exchange.Message;
import org.iolaus.detection.exchange.Network;
import org.iolaus.detection.exchange.Parameters;
import org.iolaus.detection.exchange.Request;
import org.iolaus.detection.exchange.Response;
import org.iolaus.detection.exchange.Usage;
import org.iolaus.detection.exchange.Utf8;
import org.iolaus.detection.fingerprint.CapabilityModel;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.detection.fingerprint.FingerprintConfig;
import org.iolaus.detection.fingerprint.Fingerprinter;
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

/** Time of one fingerprint on one thread, by length of the new turn; the words are drawn with a fixed seed. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FingerprinterBenchmark {
    private static final int EXCHANGES = 1024;
    private static final int WORDS = 5000;

    @Param({"200", "500", "2000"})
    public int turnCharacters;

    private final List<Exchange> exchanges = new ArrayList<>();
    private final Fingerprinter fingerprinter = new Fingerprinter(FingerprintConfig.DEFAULT, CapabilityModel.bundled());
    private int next;

    @Setup
    public void draw() {
        var random = new Random(1);
        for (int i = 0; i < EXCHANGES; i++) {
            exchanges.add(exchange(i, text(random, turnCharacters), text(new Random(i % 50), 400)));
        }
    }

    @Benchmark
    public Fingerprint fingerprint() {
        next = (next + 1) % EXCHANGES;
        return fingerprinter.fingerprint(exchanges.get(next));
    }

    private static String text(Random random, int characters) {
        var text = new StringBuilder();
        while (text.length() < characters) {
            text.append(Integer.toString(random.nextInt(WORDS) * 7919, 36)).append(' ');
        }
        return text.substring(0, characters);
    }

    private static Exchange exchange(int number, String turn, String system) {
        return new Exchange(
                "exchange-" + number,
                "benchmark",
                number * 1_000_000L,
                "account-" + number % 100,
                null,
                null,
                "api",
                "chat",
                "model",
                "conversation-" + number,
                null,
                null,
                new Network("192.0.2." + number % 256, 64500, null, "ja4", "agent/1.0"),
                new Request(Utf8.of(system), List.of(Message.user(turn)), 0, List.of(), Parameters.NONE),
                Response.UNKNOWN,
                Usage.UNKNOWN,
                200);
    }
}
