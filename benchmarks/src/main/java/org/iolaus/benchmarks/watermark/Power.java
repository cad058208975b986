package org.iolaus.benchmarks.watermark;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.iolaus.watermark.detection.DistinctPairs;
import org.iolaus.watermark.detection.GValueSum;
import org.iolaus.watermark.detection.KeyTest;
import org.iolaus.watermark.sampling.MarkedSampler;
import org.iolaus.watermark.sampling.SyntheticModel;
import org.iolaus.watermark.scheme.ContextWindow;
import org.iolaus.watermark.scheme.Keying;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.scheme.Scheme.SynthId.Hash;
import org.iolaus.watermark.statistics.PValue;
import org.iolaus.watermark.tracing.Trace;
import org.iolaus.watermark.tracing.Tracer;

/** Marks texts of a synthetic model and counts how many are found, by scheme, entropy and length. */
final class Power {
    private static final double[] BITS = {0.25, 0.5, 0.75, 1, 1.5, 2};
    private static final int[] LENGTHS = {200, 400, 800};
    private static final int VOCABULARY = 4096;
    private static final double ERROR = 1e-6;
    private static final int ACCOUNTS = 24_000;

    private Power() {}

    /** A scheme with its test. */
    private record Contender(String name, Scheme scheme, boolean weighted) {
        KeyTest test(DistinctPairs pairs) {
            return scheme instanceof Scheme.SynthId synthId
                    ? new GValueSum(synthId, pairs, weighted)
                    : KeyTest.of(scheme, pairs);
        }
    }

    private static final List<Contender> CONTENDERS = List.of(
            new Contender("Gumbel-max", Scheme.Gumbel.STANDARD, false),
            new Contender("SynthID-Text, weighted", new Scheme.SynthId(new ContextWindow(4), 30, Hash.SIP), true),
            new Contender("SynthID-Text, plain", new Scheme.SynthId(new ContextWindow(4), 30, Hash.SIP), false),
            new Contender("KGW δ = 2, γ = 0.25", new Scheme.Kgw(VOCABULARY, 0.25, 2), false));

    /** Arguments: texts of each cell, full traces. */
    public static void main(String[] arguments) {
        int texts = Integer.parseInt(arguments[0]);
        System.out.printf(Locale.ROOT, "Found at error 1e-6, then at 1e-6 among %,d keys, by tokens%n%n", ACCOUNTS);
        System.out.println("| bits a token | scheme | texts | 200 | 400 | 800 | traced 200 | 400 | 800 |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        for (double bits : BITS) {
            for (Contender contender : CONTENDERS) {
                row(contender, bits, contender.scheme() instanceof Scheme.Kgw ? Math.max(1, texts / 5) : texts);
            }
        }
        traces(Integer.parseInt(arguments[1]));
    }

    private static void row(Contender contender, double bits, int texts) {
        SplittableRandom random = new SplittableRandom(1);
        SyntheticModel model = new SyntheticModel(bits, VOCABULARY);
        Map<Integer, KeyTest> laws = new HashMap<>();
        int[] found = new int[LENGTHS.length];
        int[] traced = new int[LENGTHS.length];
        for (int text = 0; text < texts; text++) {
            MarkKey key = new MarkKey("key", random.nextLong(), random.nextLong());
            int[] tokens = response(contender.scheme(), key, model, LENGTHS[LENGTHS.length - 1], random);
            for (int i = 0; i < LENGTHS.length; i++) {
                int length = LENGTHS[i] + contender.scheme().window().width();
                DistinctPairs pairs =
                        DistinctPairs.of(contender.scheme().window(), List.of(Arrays.copyOf(tokens, length)));
                KeyTest test = contender.test(pairs);
                KeyTest law = laws.computeIfAbsent(test.scoredTokens(), _ -> test);
                PValue pValue = law.pValue(test.statistic(key));
                found[i] += pValue.isAtMost(ERROR) ? 1 : 0;
                traced[i] += pValue.amongst(ACCOUNTS).isAtMost(ERROR) ? 1 : 0;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %d | %s | %s |%n",
                bits,
                contender.name(),
                texts,
                shares(found, texts),
                shares(traced, texts));
    }

    private static String shares(int[] counts, int texts) {
        return String.join(
                " | ",
                Arrays.stream(counts)
                        .mapToObj(count -> String.format(Locale.ROOT, "%.3f", (double) count / texts))
                        .toList());
    }

    private static int[] response(
            Scheme scheme, MarkKey key, SyntheticModel model, int scored, SplittableRandom random) {
        MarkedSampler sampler = MarkedSampler.of(scheme, new Keying.One(key), random);
        return IntStream.range(0, scored + scheme.window().width())
                .map(_ -> sampler.sample(model.next(random)))
                .toArray();
    }

    /** Whole traces at one bit a token and 400 tokens: named rightly, wrongly, or not at all. */
    private static void traces(int texts) {
        SplittableRandom random = new SplittableRandom(2);
        List<MarkKey> accounts = Stream.generate(() -> new MarkKey("account", random.nextLong(), random.nextLong()))
                .limit(ACCOUNTS)
                .toList();
        SyntheticModel model = new SyntheticModel(1, VOCABULARY);
        Tracer tracer = new Tracer(Scheme.Gumbel.STANDARD, ERROR, 1, 1);
        int right = 0;
        int wrong = 0;
        for (int text = 0; text < texts; text++) {
            MarkKey account = accounts.get(random.nextInt(ACCOUNTS));
            int[] tokens = response(Scheme.Gumbel.STANDARD, account, model, 400, random);
            DistinctPairs pairs = DistinctPairs.of(Scheme.Gumbel.STANDARD.window(), List.of(tokens));
            if (tracer.trace(pairs, accounts) instanceof Trace.Traced traced) {
                boolean isRight = traced.suspect().key().equals(account);
                right += isRight ? 1 : 0;
                wrong += isRight ? 0 : 1;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%nGumbel-max, 1 bit, 400 tokens, %,d accounts, %d texts: %d traced, %d wrongly%n",
                ACCOUNTS,
                texts,
                right,
                wrong);
    }
}
