package org.iolaus.cli.watermark;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.iolaus.watermark.detection.DistinctPairs;
import org.iolaus.watermark.radioactivity.Radioactivity;
import org.iolaus.watermark.scheme.MarkKey;

/**
 * Chances of keys that marked nothing, under the same test: they are uniform if the test keeps its promise, which
 * anybody can see for himself.
 *
 * @param chances sorted
 */
public record Controls(double[] chances) {
    /** Tests so many keys drawn from a fixed seed. */
    public static Controls of(Radioactivity test, DistinctPairs pairs, int count) {
        SplittableRandom random = new SplittableRandom(count);
        MarkKey[] keys = IntStream.range(0, count)
                .mapToObj(i -> new MarkKey("control " + i, random.nextLong(), random.nextLong()))
                .toArray(MarkKey[]::new);
        double[] chances = Arrays.stream(keys)
                .parallel()
                .mapToDouble(key -> new Radioactivity(test.scheme(), key, test.shared())
                        .test(pairs)
                        .pValue()
                        .chance())
                .sorted()
                .toArray();
        return new Controls(chances);
    }

    /** Number of keys. */
    public int count() {
        return chances.length;
    }

    /** Number of chances of at most {@code bound}. */
    public int atMost(double bound) {
        return (int) Arrays.stream(chances).filter(chance -> chance <= bound).count();
    }
}
