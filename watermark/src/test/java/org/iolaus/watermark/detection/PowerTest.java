package org.iolaus.watermark.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.iolaus.watermark.sampling.MarkedSampler;
import org.iolaus.watermark.sampling.SyntheticModel;
import org.iolaus.watermark.scheme.Keying;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.statistics.PValue;
import org.junit.jupiter.api.Test;

/** How many marked texts of one bit a token are found. */
class PowerTest {
    private static final int TEXTS = 300;
    private static final double ERROR = 1e-6;

    @Test
    void pValue_of200Tokens_findsNineteenTextsOfTwenty() {
        assertThat(found(Scheme.Gumbel.STANDARD, 200, 1)).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void pValue_of400TokensAmong24000Keys_findsNinetyNineTextsOfAHundred() {
        assertThat(found(Scheme.Gumbel.STANDARD, 400, 24_000)).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void tokensNeeded_ofMarkedTexts_findAboutNineteenOfTwenty() {
        assertThat(found(Scheme.Gumbel.STANDARD, TokensNeeded.of(Scheme.Gumbel.STANDARD, ERROR, 1), 1))
                .isBetween(0.92, 0.99);
    }

    /** Share of texts of so many scored tokens whose key is significant among so many. */
    private static double found(Scheme scheme, int tokens, int keys) {
        SplittableRandom random = new SplittableRandom(7);
        SyntheticModel model = new SyntheticModel(1, 32_000);
        Stream<PValue> pValues = IntStream.range(0, TEXTS).mapToObj(_ -> {
            MarkKey key = new MarkKey("account", random.nextLong(), random.nextLong());
            MarkedSampler sampler = MarkedSampler.of(scheme, new Keying.One(key), random);
            int[] response = IntStream.range(0, tokens + scheme.window().width())
                    .map(_ -> sampler.sample(model.next(random)))
                    .toArray();
            return KeyTest.of(scheme, DistinctPairs.of(scheme.window(), List.of(response)))
                    .score(key)
                    .pValue();
        });
        return (double) pValues.filter(pValue -> pValue.amongst(keys).isAtMost(ERROR))
                        .count()
                / TEXTS;
    }
}
