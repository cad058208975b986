package org.iolaus.detection.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommunitiesTest {
    private static final int POOL = 20;

    private final SplittableRandom random = new SplittableRandom(71);

    /** Objects of a pool of members, each held by a random few of them. */
    private List<int[]> pool(int from, int to, int objects, int holders) {
        List<int[]> lists = new ArrayList<>();
        for (int i = 0; i < objects; i++) {
            lists.add(random.ints(from, to).distinct().limit(holders).sorted().toArray());
        }
        return lists;
    }

    private List<int[]> twoPools() {
        List<int[]> lists = pool(0, POOL, 30, 6);
        lists.addAll(pool(POOL, 2 * POOL, 30, 6));
        return lists;
    }

    @Test
    void split_twoPoolsWithAStrayBridge_areTwo() {
        for (int run = 0; run < 30; run++) {
            List<int[]> lists = twoPools();
            lists.add(new int[] {random.nextInt(POOL), POOL + random.nextInt(POOL)});
            int[] parts = Communities.split(2 * POOL, lists);
            assertThat(Arrays.copyOf(parts, POOL)).containsOnly(parts[0]);
            assertThat(Arrays.copyOfRange(parts, POOL, 2 * POOL))
                    .containsOnly(parts[POOL])
                    .doesNotContain(parts[0]);
        }
    }

    @Test
    void split_twoPoolsWithManyBridges_areOne() {
        List<int[]> lists = twoPools();
        for (int i = 0; i < 120; i++) {
            lists.add(new int[] {random.nextInt(POOL), POOL + random.nextInt(POOL)});
        }
        assertThat(Communities.split(2 * POOL, lists)).containsOnly(0);
    }

    @Test
    void split_onePoolOfSparseRandomOverlap_staysWhole() {
        for (int run = 0; run < 30; run++) {
            List<int[]> lists = pool(0, 60, 120, 2);
            for (int i = 1; i < 60; i++) {
                lists.add(new int[] {random.nextInt(i), i});
            }
            assertThat(Communities.split(60, lists)).containsOnly(0);
        }
    }

    @Test
    void split_oneObjectOfAll_staysWhole() {
        List<int[]> all = List.of(IntStream.range(0, 12).toArray());
        assertThat(Communities.split(12, all)).containsOnly(0);
    }

    @Test
    void split_fewMembers_isNotTried() {
        List<int[]> lists = List.of(new int[] {0, 1, 2, 3}, new int[] {4, 5, 6, 7});
        assertThat(Communities.split(8, lists)).containsOnly(0);
    }

    @Test
    void split_again_isTheSame() {
        List<int[]> lists = twoPools();
        lists.addAll(pool(0, 2 * POOL, 8, 2));
        int[] first = Communities.split(2 * POOL, lists);
        for (int run = 0; run < 5; run++) {
            assertThat(Communities.split(2 * POOL, lists)).containsExactly(first);
        }
    }

    @Test
    void split_parts_areNumberedByTheirSmallestMember() {
        for (int run = 0; run < 20; run++) {
            int[] parts = Communities.split(2 * POOL, twoPools());
            for (int i = 0; i < parts.length; i++) {
                assertThat(parts[i]).isLessThanOrEqualTo(i);
                assertThat(parts[parts[i]]).isEqualTo(parts[i]);
            }
        }
    }
}
