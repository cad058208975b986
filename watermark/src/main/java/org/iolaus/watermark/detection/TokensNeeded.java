package org.iolaus.watermark.detection;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.iolaus.watermark.sampling.MarkedSampler;
import org.iolaus.watermark.sampling.SyntheticModel;
import org.iolaus.watermark.scheme.Keying;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.statistics.BinomialTail;
import org.iolaus.watermark.statistics.GammaTail;
import org.iolaus.watermark.statistics.PValue;
import org.iolaus.watermark.statistics.WeightedBitTail;

/**
 * How long a marked text must be to be found.
 *
 * <p>A synthetic model of the assumed entropy is marked and measured, piece by piece; the mean of the statistic and its
 * scatter, taken as Gaussian, say where 19 texts of 20 come out, and the exact law without a mark says from how many
 * tokens on that is significant; for SynthID-Text Chernoff's bound says so, which asks for somewhat more. A planning
 * figure: it enters no p-value. The same arguments give the same number.
 */
public final class TokensNeeded {
    /** Never more tokens than this are asked for. */
    public static final int MAX_TOKENS = 1 << 20;

    private static final int VOCABULARY = 4096;
    private static final int PIECES = 40;
    private static final int PIECE_TOKENS = 50;
    private static final double ONE_IN_TWENTY = 1.645;

    private TokensNeeded() {}

    /**
     * Distinct pairs of window and token at which a marked text is found in 19 cases of 20.
     *
     * @param error chance of a false alarm, between 0 and 1
     * @param bitsPerToken entropy of the text, above 0 and at most 5
     */
    public static int of(Scheme scheme, double error, double bitsPerToken) {
        if (!(error > 0 && error < 1)) {
            throw new IllegalArgumentException("error is %s, must be between 0 and 1".formatted(error));
        }
        checkBits(bitsPerToken);
        Scheme measured = scheme instanceof Scheme.Kgw kgw ? withSmallVocabulary(kgw) : scheme;
        Yield yield = measure(measured, bitsPerToken);
        int low = 0;
        int high = 1;
        while (high < MAX_TOKENS && !suffices(measured, yield, high, error)) {
            low = high;
            high *= 2;
        }
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (suffices(measured, yield, middle, error)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** Refuses an entropy that no plan can be made for. */
    public static void checkBits(double bitsPerToken) {
        if (!(bitsPerToken > 0 && bitsPerToken <= SyntheticModel.MAX_BITS)) {
            throw new IllegalArgumentException("bitsPerToken is %s, must be above 0 and at most %s"
                    .formatted(bitsPerToken, SyntheticModel.MAX_BITS));
        }
    }

    private static Scheme.Kgw withSmallVocabulary(Scheme.Kgw scheme) {
        int size = Math.max(VOCABULARY, (int) Math.min(MAX_TOKENS, 16 / scheme.greenShare()));
        return new Scheme.Kgw(size, scheme.greenShare(), scheme.bias());
    }

    /** Mean of the statistic a marked token, and the standard deviation that it adds. */
    private record Yield(double mean, double deviation) {
        double low(int tokens) {
            return Math.max(0, mean * tokens - ONE_IN_TWENTY * deviation * Math.sqrt(tokens));
        }
    }

    private static boolean suffices(Scheme scheme, Yield yield, int tokens, double error) {
        double statistic = yield.low(tokens);
        PValue pValue = switch (scheme) {
            case Scheme.Gumbel _ -> GammaTail.atLeast(tokens, statistic);
            case Scheme.SynthId synthId ->
                WeightedBitTail.bound(tokens, GValueSum.weights(synthId.layers()), (long) statistic);
            case Scheme.Kgw kgw -> BinomialTail.atLeast(tokens, kgw.greenShare(), (int) Math.min(tokens, statistic));
        };
        return pValue.isAtMost(error);
    }

    private static Yield measure(Scheme scheme, double bitsPerToken) {
        SplittableRandom random = new SplittableRandom(1);
        SyntheticModel model = new SyntheticModel(bitsPerToken, VOCABULARY);
        double sum = 0;
        double squares = 0;
        for (int piece = 0; piece < PIECES; piece++) {
            MarkKey key = new MarkKey("planning", random.nextLong(), random.nextLong());
            MarkedSampler sampler = MarkedSampler.of(scheme, new Keying.One(key), random);
            int[] tokens = IntStream.range(0, PIECE_TOKENS + scheme.window().width())
                    .map(_ -> sampler.sample(model.next(random)))
                    .toArray();
            KeyTest test = KeyTest.of(scheme, DistinctPairs.of(scheme.window(), List.of(tokens)));
            double mean = test.statistic(key) / test.scoredTokens();
            sum += mean;
            squares += mean * mean;
        }
        double mean = sum / PIECES;
        return new Yield(mean, Math.sqrt(Math.max(0, squares / PIECES - mean * mean) * PIECE_TOKENS));
    }
}
