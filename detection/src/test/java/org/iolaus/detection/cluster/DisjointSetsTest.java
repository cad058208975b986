package org.iolaus.detection.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DisjointSetsTest {
    private static final int SIZE = 60;

    @Test
    void root_beforeAnyJoin_isTheElement() {
        DisjointSets sets = new DisjointSets(3);
        assertThat(IntStream.range(0, 3).map(sets::root)).containsExactly(0, 1, 2);
    }

    @Test
    void join_chain_hasTheSmallestAsRoot() {
        DisjointSets sets = new DisjointSets(5);
        sets.join(4, 3);
        sets.join(3, 1);
        sets.join(4, 4);
        assertThat(IntStream.range(0, 5).map(sets::root)).containsExactly(0, 1, 2, 1, 1);
    }

    @Test
    void join_randomPairs_equalsRelabelling() {
        SplittableRandom random = new SplittableRandom(61);
        for (int run = 0; run < 50; run++) {
            DisjointSets sets = new DisjointSets(SIZE);
            int[] labels = IntStream.range(0, SIZE).toArray();
            for (int i = random.nextInt(SIZE); i > 0; i--) {
                int a = random.nextInt(SIZE);
                int b = random.nextInt(SIZE);
                sets.join(a, b);
                int low = Math.min(labels[a], labels[b]);
                int high = Math.max(labels[a], labels[b]);
                Arrays.setAll(labels, j -> labels[j] == high ? low : labels[j]);
            }
            assertThat(IntStream.range(0, SIZE).map(sets::root)).containsExactly(boxed(labels));
        }
    }

    private static Integer[] boxed(int[] values) {
        return Arrays.stream(values).boxed().toArray(Integer[]::new);
    }

    @Test
    void join_several_areOneSet() {
        DisjointSets sets = new DisjointSets(6);
        sets.join(new int[] {4, 2, 5});
        sets.join(new int[0]);
        assertThat(sets.count(2, 4, 5)).isEqualTo(1);
        assertThat(sets.count(0, 2, 5, 1)).isEqualTo(3);
        assertThat(sets.count()).isZero();
    }
}
