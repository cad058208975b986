package org.iolaus.benchmarks.micro;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.iolaus.ingest.json.JsonScanner;
import org.iolaus.ingest.json.LineRejection;
import org.iolaus.ingest.json.Words;
import org.iolaus.ingest.parse.ExchangeParser;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Time to find, scan and parse one line of a block on one thread, by length of its prompt. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ExchangeReaderBenchmark {
    private static final int LINES = 256;

    @Param({"200", "800", "3000"})
    public int promptCharacters;

    private final ExchangeParser parser = new ExchangeParser(0, Long.MAX_VALUE);
    private final JsonScanner scanner = new JsonScanner();
    private byte[] block = new byte[0];

    @Setup
    public void write() {
        Random random = new Random(1);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int i = 0; i < LINES; i++) {
            lines.writeBytes(line(i, prompt(random)).getBytes(UTF_8));
        }
        block = lines.toByteArray();
    }

    @Benchmark
    @OperationsPerInvocation(LINES)
    public void parse(Blackhole sink) throws LineRejection {
        for (int from = 0; from < block.length; ) {
            int feed = Words.lineFeed(block, from, block.length);
            sink.consume(parser.parse(block, from, feed, "folder"));
            from = feed + 1;
        }
    }

    @Benchmark
    @OperationsPerInvocation(LINES)
    public void scan() throws LineRejection {
        for (int from = 0; from < block.length; ) {
            int feed = Words.lineFeed(block, from, block.length);
            scanner.reset(block, from, feed);
            scanner.skipValue();
            from = feed + 1;
        }
    }

    private String prompt(Random random) {
        StringBuilder prompt = new StringBuilder();
        while (prompt.length() < promptCharacters) {
            prompt.append("word").append(random.nextInt(5_000)).append(random.nextInt(8) == 0 ? ".\\n" : " ");
        }
        return prompt.toString();
    }

    private static String line(int i, String prompt) {
        return """
                {"id":"x%d","time":"2026-02-23T10:00:00.%06dZ","account_id":"acct-%d","organization_id":"org-%d",\
                "conversation_id":"c%d","pathway":"api","operation":"chat","model":"atlas-4-large",\
                "network":{"ip":"203.0.113.%d","asn":64500,"country":"SG","ja4":"t13d","user_agent":"client/1.40.0"},\
                "request":{"system":"You are an expert.","messages":[{"role":"user","content":"%s"}],\
                "parameters":{"temperature":1.0,"max_tokens":4096}},"response":{"finish_reason":"stop"},\
                "usage":{"input_tokens":117,"output_tokens":42},"status":200}
                """.formatted(i, i, i % 40, i % 40, i, i % 250, prompt);
    }
}
