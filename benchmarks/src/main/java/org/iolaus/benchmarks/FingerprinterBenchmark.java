package org.iolaus.benchmarks;

import java.util.List;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Cost of a whole fingerprint: 400 characters of repeated system prompt, 600 of a new turn. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FingerprinterBenchmark {
    private static final int EXCHANGES = 1024;

    private final Fingerprinter fingerprinter =
            new Fingerprinter(FingerprintConfig.DEFAULT, CapabilityModel.bundled());
    private final List<Exchange> exchanges =
            SamplePrompts.of(600, EXCHANGES).stream().map(FingerprinterBenchmark::exchange).toList();
    private int next;

    private static Exchange exchange(String prompt) {
        Network network =
                new Network("203.0.113.9", 64500, "SG", "t13d1516h2_8daaf6152771_02713d6af862", "openai-python/1.40.0");
        String system = SamplePrompts.of(400, 16).get(prompt.length() % 16);
        Request request =
                new Request(Utf8.of(system), List.of(Message.user(prompt)), 0, List.of("search"), Parameters.NONE);
        return new Exchange(
                "ex-" + prompt.hashCode(),
                "gateway-1",
                1_771_840_800_000_000L,
                "acct-7f3a",
                "org-19",
                "key-02",
                "api",
                "chat",
                "atlas-4-large",
                "conv-881",
                null,
                "atlas",
                network,
                request,
                Response.UNKNOWN,
                new Usage(512, 1800, 900),
                200);
    }

    @Benchmark
    public Fingerprint fingerprint() {
        return fingerprinter.fingerprint(exchanges.get(next++ & EXCHANGES - 1));
    }
}
