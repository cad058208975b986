package org.iolaus.detection.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.iolaus.detection.FingerprintBuilder;
import org.junit.jupiter.api.Test;

class ItemSampleTest {
    private static ItemSample of(long... items) {
        ItemSample sample = new ItemSample();
        for (long item : items) {
            sample.add(FingerprintBuilder.at(1).item(item).opening(-item).build());
        }
        return sample;
    }

    /** Items by position, each checked to have come with its own content. */
    private static List<Long> contents(ItemSample sample) {
        List<Long> contents = new ArrayList<>();
        for (int i = 0; i < sample.size(); i++) {
            contents.add(sample.item(i));
            assertThat(sample.havingInTurn(-sample.item(i))).isEqualTo(1 << i);
        }
        return contents;
    }

    /** Sorts all distinct items and keeps the first. */
    private static List<Long> reference(long... items) {
        return LongStream.of(items)
                .distinct()
                .boxed()
                .sorted(Long::compareUnsigned)
                .limit(ItemSample.SIZE)
                .toList();
    }

    /** Items of which some repeat; about as many distinct ones as asked for. */
    private static long[] items(SplittableRandom random, int distinct) {
        long[] pool = random.longs(distinct).filter(item -> item != 0).toArray();
        return random.ints(3L * distinct, 0, pool.length)
                .mapToLong(i -> pool[i])
                .toArray();
    }

    @Test
    void add_fewItems_keepsAllInUnsignedOrder() {
        assertThat(contents(of(7, -1, 3, 7))).containsExactly(3L, 7L, -1L);
    }

    @Test
    void add_moreShinglesThanBefore_keepsTheOthers() {
        ItemSample sample = new ItemSample();
        sample.add(FingerprintBuilder.at(1).item(5).shingles(51).build());
        sample.add(FingerprintBuilder.at(1)
                .item(4)
                .shingles(41, 42, 43, 44, 45, 46, 47, 48)
                .build());
        sample.add(FingerprintBuilder.at(1).item(6).build());
        assertThat(shingles(sample, 0)).containsExactly(41, 42, 43, 44, 45, 46, 47, 48);
        assertThat(shingles(sample, 1)).containsExactly(51);
        assertThat(shingles(sample, 2)).isEmpty();
    }

    private static long[] shingles(ItemSample sample, int index) {
        return LongStream.iterate(0, i -> i + 1)
                .map(i -> sample.shingle(index, (int) i))
                .takeWhile(shingle -> shingle != 0)
                .toArray();
    }

    @Test
    void having_anyKindOfContent_givesPositions() {
        ItemSample sample = new ItemSample();
        sample.add(FingerprintBuilder.at(1).item(1).opening(11).build());
        sample.add(FingerprintBuilder.at(1).item(2).shingles(21, 22).build());
        sample.add(FingerprintBuilder.at(1).item(3).system(31).build());
        sample.add(FingerprintBuilder.at(1).item(4).tools(41).build());
        sample.add(FingerprintBuilder.at(1).item(5).system(32, 51).build());
        sample.add(FingerprintBuilder.at(1).item(6).system(32, 51).build());
        sample.add(FingerprintBuilder.at(1).item(7).build());
        long[] keys = {11, 22, 31, 41, 51, 99};
        int[] positions = {1, 2, 4, 8, 16 | 32, 0};
        int all = 0;
        for (int i = 0; i < keys.length; i++) {
            assertThat(sample.havingInTurn(keys[i]) | sample.havingInSystem(keys[i]))
                    .isEqualTo(positions[i]);
            assertThat(sample.having(content(keys[i]))).isEqualTo(positions[i]);
            all |= positions[i];
        }
        assertThat(sample.having(content(keys))).isEqualTo(all);
    }

    private static ContentSet content(long... keys) {
        return new ContentSet(new LongOpenHashSet(keys));
    }

    @Test
    void has_randomItemsAndContent_isWhetherEnoughPositionsHaveIt() {
        SplittableRandom random = new SplittableRandom(24);
        for (int run = 0; run < 300; run++) {
            ItemSample sample = new ItemSample();
            for (int item = random.nextInt(30); item > 0; item--) {
                sample.add(FingerprintBuilder.at(1)
                        .item(random.nextLong())
                        .opening(random.nextInt(20))
                        .system(20 + random.nextInt(20), 40 + random.nextInt(20))
                        .shingles(60 + random.nextInt(20), 80 + random.nextInt(20))
                        .build());
            }
            ContentSet content = content(random.longs(3, 1, 100).toArray());
            int having = Integer.bitCount(sample.having(content));
            for (int least = -1; least <= ItemSample.SIZE + 1; least++) {
                assertThat(sample.has(content, least)).isEqualTo(having >= least);
            }
        }
    }

    @Test
    void add_noItem_isIgnored() {
        assertThat(of(0, 0).size()).isZero();
    }

    @Test
    void add_randomItems_equalsSortingAllDistinctItems() {
        SplittableRandom random = new SplittableRandom(21);
        for (int run = 0; run < 300; run++) {
            long[] items = items(random, random.nextInt(1, 100));
            assertThat(contents(of(items))).isEqualTo(reference(items));
        }
    }

    @Test
    void add_shuffled_isTheSameSample() {
        long[] items = items(new SplittableRandom(22), 90);
        List<Long> expected = contents(of(items));
        Random random = new Random(23);
        for (int run = 0; run < 50; run++) {
            List<Long> shuffled = Arrays.asList(LongStream.of(items).boxed().toArray(Long[]::new));
            Collections.shuffle(shuffled, random);
            assertThat(contents(of(shuffled.stream().mapToLong(Long::longValue).toArray())))
                    .isEqualTo(expected);
        }
    }

    @Test
    void item_beyondSize_isRefused() {
        assertThatThrownBy(() -> of(5).item(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
