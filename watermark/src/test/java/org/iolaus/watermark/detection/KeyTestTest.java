package org.iolaus.watermark.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.watermark.kgw.GreenLists;
import org.iolaus.watermark.scheme.ContextWindow;
import org.iolaus.watermark.scheme.GumbelNoise;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.statistics.BinomialTail;
import org.iolaus.watermark.statistics.GammaTail;
import org.iolaus.watermark.synthid.GValues;
import org.iolaus.watermark.synthid.SynthIdKeys;
import org.junit.jupiter.api.Test;

class KeyTestTest {
    private static final MarkKey KEY = new MarkKey("key", 1, 2);
    private static final int[] TOKENS =
            new SplittableRandom(6).ints(104, 1, 1000).toArray();
    private static final DistinctPairs FOUR = DistinctPairs.of(new ContextWindow(4), List.of(TOKENS));
    private static final DistinctPairs ONE = DistinctPairs.of(new ContextWindow(1), List.of(TOKENS));

    @Test
    void score_byGumbelMax_isTheSumUnderTheGammaTail() {
        double sum = 0;
        for (long pair : FOUR.toArray()) {
            sum += GumbelNoise.score(KEY, pair);
        }

        Score score = KeyTest.of(Scheme.Gumbel.STANDARD, FOUR).score(KEY);
        assertThat(score.statistic()).isCloseTo(sum, within(1e-9));
        assertThat(score.scoredTokens()).isEqualTo(100);
        assertThat(score.pValue()).isEqualTo(GammaTail.atLeast(100, score.statistic()));
    }

    @Test
    void score_byPlainGValues_isTheirNumberUnderTheBinomialTail() {
        GValues values = GValues.published(new ContextWindow(4), SynthIdKeys.PUBLISHED);
        int bits = 0;
        for (int position = 4; position < TOKENS.length; position++) {
            bits += Long.bitCount(values.bits(values.window(TOKENS, position), TOKENS[position]));
        }

        GValueSum test = new GValueSum(Scheme.SynthId.STANDARD, FOUR, false);
        assertThat(test.statistic(values)).isEqualTo(bits);
        assertThat(test.pValue(bits)).isEqualTo(BinomialTail.atLeast(3_000, 0.5, bits));
    }

    @Test
    void weights_ofThirtyLayers_fallFromTenToOne() {
        assertThat(GValueSum.weights(30)).hasSize(30).startsWith(10, 10, 9).endsWith(2, 1, 1);
        assertThat(GValueSum.weights(1)).containsExactly(10);
    }

    @Test
    void score_byGreenTokens_isTheirNumberUnderTheBinomialTail() {
        Scheme.Kgw scheme = new Scheme.Kgw(1001, 0.25, 2);
        GreenLists lists = GreenLists.of(scheme, KEY);
        int green = 0;
        for (int i = 1; i < TOKENS.length; i++) {
            green += lists.isGreen(TOKENS[i - 1], TOKENS[i]) ? 1 : 0;
        }

        Score score = KeyTest.of(scheme, ONE).score(KEY);
        assertThat(score.statistic()).isEqualTo(green);
        assertThat(score.pValue()).isEqualTo(BinomialTail.atLeast(103, 250 / 1001.0, green));
    }

    @Test
    void scoredTokens_afterTokenZero_areLeftOut() {
        DistinctPairs pairs = DistinctPairs.of(new ContextWindow(1), List.of(new int[] {0, 5, 0, 6, 7}));

        assertThat(new GreenCount(new Scheme.Kgw(10, 0.5, 2), pairs).scoredTokens())
                .isEqualTo(3 - 1);
    }

    @Test
    void of_pairsOfAnotherWidth_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyTest.of(Scheme.Gumbel.STANDARD, ONE))
                .withMessage("pairs hang on 1 tokens, must hang on the scheme's 4");
    }

    @Test
    void of_tokensOutsideTheVocabulary_isRefusedWithAdvice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyTest.of(new Scheme.Kgw(500, 0.5, 2), ONE))
                .withMessageContaining("must be below the vocabulary's size 500\nMaybe");
    }
}
