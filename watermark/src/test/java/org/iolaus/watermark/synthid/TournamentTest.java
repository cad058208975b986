package org.iolaus.watermark.synthid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TournamentTest {
    private static final double[] LAW = {0.5, 0.3, 0.2};

    @Test
    void play_oneLayer_isTheLawOfTheBetterOfTwoDraws() {
        double[] law = LAW.clone();

        Tournament.play(law, new long[] {0, 1, 1}, 3, 1);

        assertThat(law).containsExactly(new double[] {0.25, 0.45, 0.3}, within(1e-15));
    }

    @Test
    void play_overAllGValues_leavesTheLawOnAverage() {
        double[] mean = new double[3];
        int layers = 3;
        int cases = 1 << 3 * layers;
        for (int bits = 0; bits < cases; bits++) {
            double[] law = LAW.clone();
            Tournament.play(law, new long[] {bits & 7, bits >> 3 & 7, bits >> 6}, 3, layers);
            assertThat(Arrays.stream(law).sum()).isCloseTo(1, within(1e-14));
            for (int i = 0; i < 3; i++) {
                mean[i] += law[i] / cases;
            }
        }
        assertThat(mean).containsExactly(LAW, within(1e-14));
    }
}
