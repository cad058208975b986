package org.iolaus.watermark.detection;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.iolaus.watermark.kgw.GreenLists;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.statistics.BinomialTail;
import org.iolaus.watermark.statistics.PValue;

/**
 * The number of green tokens. Under a key that did not favour them, the distinct tokens that follow one token are drawn
 * without replacement from its list: the number is a sum of hypergeometric ones, hence of independent successes of
 * unequal chances with the list's share as their mean, and from one above its mean on no more likely than the binomial
 * number of that share (W. Hoeffding, Annals of Mathematical Statistics 27, 1956). The binomial tail bounds it.
 *
 * <p>The share is that of the whole number of green tokens, not γ. Tokens after token 0, whose list no key decides, are
 * not scored.
 */
public final class GreenCount implements KeyTest {
    private final Scheme.Kgw scheme;
    private final int[] lastTokens;
    private final int[] tokens;

    /** @throws IllegalArgumentException if a token is not in the scheme's vocabulary, or the windows are not its */
    public GreenCount(Scheme.Kgw scheme, DistinctPairs pairs) {
        pairs.checkWindow(scheme);
        this.scheme = scheme;
        int[] grams = pairs.grams();
        int[] order = IntStream.range(0, pairs.size())
                .filter(i -> GreenLists.isKeyed(grams[2 * i]))
                .boxed()
                .sorted(Comparator.comparingInt(i -> grams[2 * i]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.lastTokens = IntStream.of(order).map(i -> grams[2 * i]).toArray();
        this.tokens = IntStream.of(order).map(i -> grams[2 * i + 1]).toArray();
        check(IntStream.of(grams).max().orElse(0));
    }

    private void check(int largest) {
        if (largest >= scheme.vocabularySize()) {
            throw new IllegalArgumentException(
                    "token is %d, must be below the vocabulary's size %d".formatted(largest, scheme.vocabularySize())
                            + "\nMaybe the text was read with another tokeniser than the model's.");
        }
    }

    @Override
    public int scoredTokens() {
        return tokens.length;
    }

    @Override
    public double statistic(MarkKey key) {
        return statistic(GreenLists.of(scheme, key));
    }

    /** The statistic of these lists, which may be those of the reference implementation's own key. */
    public double statistic(GreenLists lists) {
        int green = 0;
        for (int i = 0; i < tokens.length; i++) {
            green += lists.isGreen(lastTokens[i], tokens[i]) ? 1 : 0;
        }
        return green;
    }

    @Override
    public PValue pValue(double statistic) {
        double share = (double) scheme.greenTokens() / scheme.vocabularySize();
        return BinomialTail.atLeast(tokens.length, share, (int) statistic);
    }
}
