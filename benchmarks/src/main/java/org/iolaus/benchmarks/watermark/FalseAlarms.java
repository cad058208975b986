package org.iolaus.benchmarks.watermark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.iolaus.watermark.detection.DistinctPairs;
import org.iolaus.watermark.detection.KeyTest;
import org.iolaus.watermark.scheme.ContextWindow;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.scheme.Scheme.SynthId.Hash;
import org.iolaus.watermark.statistics.PoissonInterval;
import org.iolaus.watermark.tracing.KeySweep;

/** Tests texts that nobody marked under many random keys and counts p-values below errors from 1e-3 to 1e-6. */
final class FalseAlarms {
    private static final double[] ERRORS = {1e-3, 1e-4, 1e-5, 1e-6};
    private static final int KEYS = 24_000;
    private static final int SCORED_WORDS = 200;

    private FalseAlarms() {}

    /** Arguments: scheme (gumbel or synthid), tests, window, files of text. */
    public static void main(String[] arguments) throws IOException {
        ContextWindow window = new ContextWindow(Integer.parseInt(arguments[2]));
        Scheme scheme = switch (arguments[0]) {
            case "gumbel" -> new Scheme.Gumbel(window);
            case "synthid" -> new Scheme.SynthId(window, 30, Hash.SIP);
            default ->
                throw new IllegalArgumentException("scheme is %s, must be gumbel or synthid".formatted(arguments[0]));
        };
        int most = Math.ceilDiv(Integer.parseInt(arguments[1]), KEYS);
        List<Path> files = Arrays.stream(arguments).skip(3).map(Path::of).toList();
        List<int[]> texts = WordTexts.read(files, SCORED_WORDS + window.width(), most);
        if (texts.size() < most) {
            System.err.printf("%d texts wanted, the files hold %d%n", most, texts.size());
        }
        print(texts.size(), count(scheme, texts));
    }

    private static long[] count(Scheme scheme, List<int[]> texts) {
        SplittableRandom random = new SplittableRandom(1);
        KeySweep sweep = new KeySweep(1);
        long[] alarms = new long[ERRORS.length];
        for (int[] text : texts) {
            List<MarkKey> keys = Stream.generate(() -> new MarkKey("key", random.nextLong(), random.nextLong()))
                    .limit(KEYS)
                    .toList();
            KeyTest test = KeyTest.of(scheme, DistinctPairs.of(scheme.window(), List.of(text)));
            double[] statistics = sweep.statistics(test, keys);
            double least = least(test, statistics);
            for (double statistic : statistics) {
                for (int i = 0; i < ERRORS.length && statistic >= least; i++) {
                    alarms[i] += test.pValue(statistic).isAtMost(ERRORS[i]) ? 1 : 0;
                }
            }
        }
        return alarms;
    }

    /** A statistic below which no p-value is at most the largest error. */
    private static double least(KeyTest test, double[] statistics) {
        double low = 0;
        double high = Arrays.stream(statistics).max().orElse(0);
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            if (test.pValue(middle).isAtMost(ERRORS[0])) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }

    private static void print(int texts, long[] alarms) {
        double tests = (double) texts * KEYS;
        System.out.printf(Locale.ROOT, "%,.0f tests: %,d texts, %,d keys each%n%n", tests, texts, KEYS);
        System.out.println("| error | expected | seen | 95 % interval of the mean |");
        System.out.println("|---|---|---|---|");
        for (int i = 0; i < ERRORS.length; i++) {
            PoissonInterval interval = PoissonInterval.of(alarms[i], 0.95);
            double expected = ERRORS[i] * tests;
            System.out.printf(
                    Locale.ROOT,
                    "| %.0e | %,.1f | %,d | %,.1f to %,.1f%s |%n",
                    ERRORS[i],
                    expected,
                    alarms[i],
                    interval.low(),
                    interval.high(),
                    interval.contains(expected) ? "" : ", outside");
        }
    }
}
