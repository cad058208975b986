package org.iolaus.evaluation.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselinesTest {
    @Test
    void volume_scoresExchanges() {
        assertThat(new Volume().scores(new SmallTraffic(3).traffic())).containsExactly(1, 2, 3);
    }

    @Test
    void sharedAttributes_chainOfObjects_isOneComponent() {
        Traffic traffic = new SmallTraffic(6)
                .shared(Column.PAYMENT, 0, 1)
                .shared(Column.EXIT_ADDRESS, 1, 2)
                .shared(Column.CLIENT, 3, 4)
                .shared(Column.SYSTEM_PROMPT, 4, 5)
                .traffic();
        assertThat(new SharedAttributes(10).scores(traffic)).containsExactly(2, 2, 2, 1, 1, 0);
    }

    @Test
    void sharedAttributes_popularObject_connectsNobody() {
        Traffic traffic =
                new SmallTraffic(4).shared(Column.EXIT_ADDRESS, 0, 1, 2, 3).traffic();
        assertThat(new SharedAttributes(3).scores(traffic)).containsOnly(0);
    }

    @Test
    void sharedPrompt_severalPrompts_takesTheMostShared() {
        Traffic traffic = new SmallTraffic(4)
                .shared(Column.SYSTEM_PROMPT, 0, 1)
                .shared(Column.SYSTEM_PROMPT, 1, 2, 3)
                .traffic();
        assertThat(new SharedPrompt().scores(traffic)).containsExactly(1, 2, 2, 2);
    }

    @Test
    void promptCount_countsPrivatePromptsToo() {
        Traffic traffic = new SmallTraffic(3)
                .shared(Column.SYSTEM_PROMPT, 0)
                .shared(Column.SYSTEM_PROMPT, 0, 1)
                .traffic();
        assertThat(new PromptCount().scores(traffic)).containsExactly(2, 1, 0);
    }

    @Test
    void peeling_privateObjects_makeNoBlock() {
        Traffic traffic = new SmallTraffic(3)
                .shared(Column.SYSTEM_PROMPT, 0)
                .shared(Column.SYSTEM_PROMPT, 0)
                .shared(Column.SYSTEM_PROMPT, 1, 2)
                .traffic();
        assertThat(new Peeling("prompts", Column.SYSTEM_PROMPT).scores(traffic)).containsExactly(0, 8, 8);
    }

    @Test
    void peeling_denseBlock_comesFirst() {
        SmallTraffic small = new SmallTraffic(30);
        for (int object = 0; object < 6; object++) {
            small.shared(Column.EXIT_ADDRESS, 0, 1, 2, 3, 4, 5);
        }
        for (int account = 0; account < 30; account++) {
            small.shared(Column.EXIT_ADDRESS, account);
        }
        double[] scores = new Peeling("exits", Column.EXIT_ADDRESS).scores(small.traffic());
        assertThat(Arrays.copyOf(scores, 6)).containsOnly(8);
        assertThat(Arrays.copyOfRange(scores, 6, 30)).doesNotContain(8);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void peeling_firstBlock_isAtLeastHalfAsDenseAsAnySubset(long seed) {
        Random random = new Random(seed);
        SmallTraffic small = new SmallTraffic(7);
        for (int object = 0; object < 5; object++) {
            small.shared(
                    Column.EXIT_ADDRESS,
                    random.ints(7, 0, 7).limit(1 + random.nextInt(5)).distinct().toArray());
        }
        Sharing sharing = small.traffic().sharing(Column.EXIT_ADDRESS);
        double best = 0;
        for (int subset = 1; subset < 1 << 7; subset++) {
            best = Math.max(best, density(sharing, subset));
        }
        double[] scores = new Peeling("exits", Column.EXIT_ADDRESS).scores(small.traffic());
        int first = 0;
        for (int account = 0; account < 7; account++) {
            first |= scores[account] == 8 ? 1 << account : 0;
        }
        assertThat(density(sharing, first)).isGreaterThanOrEqualTo(best / 2);
    }

    /** Greatest weight by node of a block with these accounts and the best choice of objects. */
    private static double density(Sharing sharing, int accounts) {
        double best = 0;
        for (int objects = 1; objects < 1 << sharing.accounts().length; objects++) {
            double weight = 0;
            for (int object = 0; object < sharing.accounts().length; object++) {
                if ((objects >> object & 1) == 1) {
                    int[] holders = sharing.accounts()[object];
                    double edge = holders.length == 1 ? 0 : 1 / Math.log(holders.length + 5.0);
                    weight += edge
                            * Arrays.stream(holders)
                                    .filter(account -> (accounts >> account & 1) == 1)
                                    .count();
                }
            }
            best = Math.max(best, weight / (Integer.bitCount(accounts) + Integer.bitCount(objects)));
        }
        return best;
    }

    @Test
    void lockstep_fiveAlikeAndAPair_scoresTheFive() {
        SmallTraffic small = new SmallTraffic(7);
        for (int object = 0; object < 4; object++) {
            small.shared(Column.OPENING_IN_AN_HOUR, 0, 1, 2, 3, 4).shared(Column.OPENING_IN_AN_HOUR, 5, 6);
        }
        small.shared(Column.OPENING_IN_AN_HOUR, 4);
        double[] scores = new Lockstep("an hour", Column.OPENING_IN_AN_HOUR).scores(small.traffic());
        assertThat(scores).containsExactly(0.8, 0.8, 0.8, 0.8, 0.8, 0, 0);
    }

    @Test
    void jaccard_randomSets_agreesWithSets() {
        Random random = new Random(11);
        for (int round = 0; round < 100; round++) {
            int[] one = random.ints(0, 30)
                    .limit(random.nextInt(20))
                    .distinct()
                    .sorted()
                    .toArray();
            int[] other = random.ints(0, 30)
                    .limit(random.nextInt(20))
                    .distinct()
                    .sorted()
                    .toArray();
            long shared = Arrays.stream(one)
                    .filter(each -> Arrays.binarySearch(other, each) >= 0)
                    .count();
            long union = one.length + other.length - shared;
            assertThat(Lockstep.jaccard(one, other)).isCloseTo(union == 0 ? 0 : (double) shared / union, within(1e-12));
        }
    }

    @Test
    void clairvoyant_ownLabel_isNotUsed() {
        Traffic traffic = new SmallTraffic(5)
                .shared(Column.PAYMENT, 0, 1, 2)
                .shared(Column.CLIENT, 3)
                .traffic();
        double[] scores = new Clairvoyant(Set.of("a0", "a1", "a3")).scores(traffic);
        assertThat(scores).containsExactly(1.0 / 3, 1.0 / 3, 2.0 / 3, 0, 0);
    }
}
