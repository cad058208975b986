package org.iolaus.evaluation.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HindsightTest {
    private static final double[] SCORES = {9, 8, 7, 7, 5, 0};
    private static final boolean[] HOSTILE = {true, true, false, true, true, true};

    @Test
    void mostRecall_noErrorAllowed_stopsBeforeTheHonest() {
        assertThat(Hindsight.mostRecall(SCORES, HOSTILE, 0)).isEqualTo(new Hindsight(8, 2, 0));
    }

    @Test
    void mostRecall_oneErrorAllowed_goesOnButNeverToZero() {
        assertThat(Hindsight.mostRecall(SCORES, HOSTILE, 1)).isEqualTo(new Hindsight(5, 4, 1));
    }

    @Test
    void mostRecall_honestFirst_flagsNobody() {
        Hindsight cut = Hindsight.mostRecall(new double[] {2, 1}, new boolean[] {false, true}, 0);
        assertThat(cut.threshold()).isInfinite();
        assertThat(cut.hostileFlagged()).isZero();
    }

    @Test
    void bestF1_random_isNoWorseThanAnyThreshold() {
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            double[] scores = new double[60];
            boolean[] hostile = new boolean[60];
            int positives = 0;
            for (int i = 0; i < scores.length; i++) {
                hostile[i] = random.nextInt(4) == 0;
                scores[i] = random.nextInt(12) + (hostile[i] ? random.nextInt(4) : 0);
                positives += hostile[i] ? 1 : 0;
            }
            double best = 0;
            for (int threshold = 1; threshold < 16; threshold++) {
                int right = 0;
                int flagged = 0;
                for (int i = 0; i < scores.length; i++) {
                    right += scores[i] >= threshold && hostile[i] ? 1 : 0;
                    flagged += scores[i] >= threshold ? 1 : 0;
                }
                best = Math.max(best, 2.0 * right / (positives + flagged));
            }
            assertThat(Hindsight.bestF1(scores, hostile).f1(positives)).isCloseTo(best, within(1e-12));
        }
    }
}
