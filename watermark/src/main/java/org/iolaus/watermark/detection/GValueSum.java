package org.iolaus.watermark.detection;

import java.util.stream.IntStream;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.statistics.BinomialTail;
import org.iolaus.watermark.statistics.PValue;
import org.iolaus.watermark.statistics.WeightedBitTail;
import org.iolaus.watermark.synthid.GValues;

/**
 * The sum of g-values. Under a key that did not choose the tokens each is a fair bit, so the plain sum is binomial and the
 * weighted one a weighted sum of fair bits.
 *
 * <p>Early layers carry more of the mark than late ones. The weights fall from 10 in the first layer to 1 in the last, as
 * in the reference implementation, rounded to whole numbers so that the law has a lattice.
 */
public final class GValueSum implements KeyTest {
    private static final int FIRST_WEIGHT = 10;

    private final Scheme.SynthId scheme;
    private final DistinctPairs pairs;
    private final int[] weights;
    private final WeightedBitTail weightedTail;
    private final boolean weighted;

    /** @param weighted whether early layers weigh more */
    public GValueSum(Scheme.SynthId scheme, DistinctPairs pairs, boolean weighted) {
        pairs.checkWindow(scheme);
        this.scheme = scheme;
        this.pairs = pairs;
        this.weighted = weighted;
        this.weights = weighted
                ? weights(scheme.layers())
                : IntStream.generate(() -> 1).limit(scheme.layers()).toArray();
        this.weightedTail = new WeightedBitTail(weighted ? pairs.size() : 0, weights);
    }

    /** Whole weights from 10 to 1; 10 for a single layer. */
    static int[] weights(int layers) {
        int last = Math.max(1, layers - 1);
        return IntStream.range(0, layers)
                .map(layer -> (int) Math.rint(FIRST_WEIGHT - (FIRST_WEIGHT - 1.0) * layer / last))
                .toArray();
    }

    @Override
    public int scoredTokens() {
        return pairs.size();
    }

    @Override
    public double statistic(MarkKey key) {
        return statistic(GValues.of(scheme, key));
    }

    /** The statistic of these g-values, which may be those of the reference implementation's own keys. */
    public double statistic(GValues values) {
        if (values.layers() != scheme.layers()) {
            throw new IllegalArgumentException(
                    "g-values have %d layers, must have %d".formatted(values.layers(), scheme.layers()));
        }
        int width = scheme.window().width();
        long sum = 0;
        for (int i = 0; i < pairs.size(); i++) {
            long window = values.window(pairs.grams(), i * (width + 1) + width);
            sum += weigh(values.bits(window, pairs.token(i)));
        }
        return sum;
    }

    private int weigh(long bits) {
        int sum = 0;
        for (long left = bits; left != 0; left &= left - 1) {
            sum += weights[Long.numberOfTrailingZeros(left)];
        }
        return sum;
    }

    @Override
    public PValue pValue(double statistic) {
        return weighted
                ? weightedTail.atLeast((long) statistic)
                : BinomialTail.atLeast(pairs.size() * scheme.layers(), 0.5, (int) statistic);
    }
}
