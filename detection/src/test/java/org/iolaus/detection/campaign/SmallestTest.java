package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SmallestTest {
    @Test
    void of_anyOrder_isWhatSortingSays() {
        SplittableRandom random = new SplittableRandom(9);
        for (int run = 0; run < 200; run++) {
            int count = 1 + random.nextInt(20);
            long[] numbers = random.longs(count + random.nextInt(200)).toArray();
            long[] sorted = numbers.clone();
            Arrays.sort(sorted);
            long[] falling = new long[sorted.length];
            Arrays.setAll(falling, i -> sorted[sorted.length - 1 - i]);
            assertThat(Smallest.of(numbers, count)).isEqualTo(sorted[count - 1]);
            assertThat(Smallest.of(sorted, count)).isEqualTo(sorted[count - 1]);
            assertThat(Smallest.of(falling, count)).isEqualTo(sorted[count - 1]);
        }
    }

    @Test
    void of_equalNumbers_isThatNumber() {
        assertThat(Smallest.of(new long[] {7, 7, 7, 7, 7}, 2)).isEqualTo(7);
    }
}
