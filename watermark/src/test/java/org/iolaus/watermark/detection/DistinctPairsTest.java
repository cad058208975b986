package org.iolaus.watermark.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.watermark.scheme.ContextWindow;
import org.iolaus.watermark.scheme.MarkKey;
import org.junit.jupiter.api.Test;

class DistinctPairsTest {
    private static final ContextWindow TWO = new ContextWindow(2);

    @Test
    void of_aTextThatRepeatsItself_countsEachPairOnce() {
        DistinctPairs pairs = DistinctPairs.of(TWO, List.of(new int[] {1, 2, 3, 1, 2, 3, 1, 2, 3}));

        assertThat(pairs.size()).isEqualTo(3);
        assertThat(pairs.repeated()).isEqualTo(4);
        assertThat(pairs.token(0)).isEqualTo(3);
        assertThat(pairs.grams()).containsExactly(1, 2, 3, 2, 3, 1, 3, 1, 2);
    }

    @Test
    void of_twoResponses_countsSharedPairsOnceAndJoinsNothing() {
        DistinctPairs pairs =
                DistinctPairs.of(TWO, List.of(new int[] {1, 2, 3}, new int[] {1, 2, 3, 4}, new int[] {9}));

        assertThat(pairs.grams()).containsExactly(1, 2, 3, 2, 3, 4);
        assertThat(pairs.repeated()).isEqualTo(1);
    }

    @Test
    void of_anotherTokenInTheSameWindow_isAnotherPair() {
        assertThat(DistinctPairs.of(TWO, List.of(new int[] {1, 2, 3}, new int[] {1, 2, 4}))
                        .size())
                .isEqualTo(2);
    }

    @Test
    void ofCampaign_andOfAccounts_divideThePairsAboutEvenly() {
        int[] tokens = new SplittableRandom(2).ints(2_002, 0, 1 << 20).toArray();
        MarkKey campaign = new MarkKey("campaign", 1, 2);
        DistinctPairs pairs = DistinctPairs.of(TWO, List.of(tokens));

        int campaigns = pairs.ofCampaign(campaign).size();
        assertThat(campaigns).isBetween(900, 1_100);
        assertThat(pairs.ofAccounts(campaign).size()).isEqualTo(pairs.size() - campaigns);
    }

    @Test
    void of_aNegativeToken_namesItsPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DistinctPairs.of(TWO, List.of(new int[] {1, -5})))
                .withMessage("token 1 of a response is -5, must not be negative");
    }
}
