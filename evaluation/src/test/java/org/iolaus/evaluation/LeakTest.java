package org.iolaus.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LeakTest {
    @Test
    void curve_twoAccounts_stopsWhereTheyAreFound() {
        Leak leak =
                new Leak(List.of(new double[] {0, 3600, 7200}, new double[] {1800, 86400}), new double[] {3600, 86401});
        assertThat(leak.share()).isEqualTo(3 / 5.0);
        List<CampaignScore.LeakPoint> curve = leak.curve();
        assertThat(curve).hasSize(25);
        assertThat(curve.getFirst()).isEqualTo(new CampaignScore.LeakPoint(0, 0.2, 0.2));
        assertThat(curve.get(1)).isEqualTo(new CampaignScore.LeakPoint(1, 0.6, 0.4));
        assertThat(curve.getLast()).isEqualTo(new CampaignScore.LeakPoint(24, 1, 0.6));
    }

    @Test
    void curve_noExchanges_isEmpty() {
        Leak leak = new Leak(List.of(), new double[0]);
        assertThat(leak.curve()).isEmpty();
        assertThat(leak.share()).isZero();
    }

    @Test
    void curve_random_growsToTheLeakCountedOneByOne() {
        Random random = new Random(5);
        for (int round = 0; round < 30; round++) {
            List<double[]> times = new ArrayList<>();
            double[] until = new double[20];
            int all = 0;
            int leaked = 0;
            for (int i = 0; i < until.length; i++) {
                double[] own = random.ints(1 + random.nextInt(9), 0, 100)
                        .asDoubleStream()
                        .sorted()
                        .toArray();
                until[i] = random.nextInt(3) == 0 ? Double.POSITIVE_INFINITY : random.nextInt(120) - 10;
                double found = until[i];
                all += own.length;
                leaked += (int) Arrays.stream(own).filter(time -> time < found).count();
                times.add(own);
            }
            Leak leak = new Leak(times, until);
            assertThat(leak.share()).isCloseTo((double) leaked / all, within(1e-12));
            assertThat(leak.curve().getLast().leaked()).isCloseTo(leak.share(), within(1e-12));
            double before = 0;
            for (CampaignScore.LeakPoint point : leak.curve()) {
                assertThat(point.leaked()).isBetween(before, point.sent());
                before = point.leaked();
            }
        }
    }
}
