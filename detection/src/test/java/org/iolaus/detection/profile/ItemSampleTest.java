package org.iolaus.detection.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
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

    private static Map<Long, Integer> contents(ItemSample sample) {
        TreeMap<Long, Integer> contents = new TreeMap<>(Long::compareUnsigned);
        for (int i = 0; i < sample.size(); i++) {
            contents.put(sample.get(i).item(), sample.get(i).count());
        }
        return contents;
    }

    /** Sorts all distinct items and keeps the first. */
    private static Map<Long, Integer> reference(long... items) {
        TreeMap<Long, Integer> counts = new TreeMap<>(Long::compareUnsigned);
        for (long item : items) {
            counts.merge(item, 1, Integer::sum);
        }
        while (counts.size() > ItemSample.SIZE) {
            counts.pollLastEntry();
        }
        return counts;
    }

    /** Items of which some repeat; about as many distinct ones as asked for. */
    private static long[] items(SplittableRandom random, int distinct) {
        long[] pool = random.longs(distinct).filter(item -> item != 0).toArray();
        return random.ints(3L * distinct, 0, pool.length)
                .mapToLong(i -> pool[i])
                .toArray();
    }

    @Test
    void add_fewItems_keepsAllInUnsignedOrderWithCounts() {
        ItemSample sample = of(7, -1, 3, 7);
        assertThat(contents(sample)).containsExactly(Map.entry(3L, 1), Map.entry(7L, 2), Map.entry(-1L, 1));
        assertThat(sample.get(0).item()).isEqualTo(3);
        assertThat(sample.get(2).item()).isEqualTo(-1);
        assertThat(sample.get(2).opening()).isEqualTo(1);
        assertThat(sample.distinctItems()).isEqualTo(3);
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
        Map<Long, Integer> expected = contents(of(items));
        Random random = new Random(23);
        for (int run = 0; run < 50; run++) {
            List<Long> shuffled = Arrays.asList(LongStream.of(items).boxed().toArray(Long[]::new));
            Collections.shuffle(shuffled, random);
            assertThat(contents(of(shuffled.stream().mapToLong(Long::longValue).toArray())))
                    .isEqualTo(expected);
        }
    }

    @Test
    void threshold_anyItemUpToIt_isInTheSample() {
        assertThat(of(5).threshold()).isEqualTo(-1);

        long[] items = items(new SplittableRandom(24), 80);
        ItemSample sample = of(items);
        assertThat(LongStream.of(items).filter(item -> Long.compareUnsigned(item, sample.threshold()) <= 0))
                .allMatch(contents(sample)::containsKey);
    }

    @Test
    void distinctItems_randomItems_errsAsStated() {
        SplittableRandom random = new SplittableRandom(25);
        int distinct = 1000;
        int runs = 400;
        double sum = 0;
        double squares = 0;
        for (int run = 0; run < runs; run++) {
            double error = of(random.longs(distinct).toArray()).distinctItems() / distinct - 1;
            sum += error;
            squares += error * error;
        }
        double stated = 1 / Math.sqrt(ItemSample.SIZE - 2);
        assertThat(sum / runs).isCloseTo(0, within(3 * stated / Math.sqrt(runs)));
        assertThat(Math.sqrt(squares / runs)).isCloseTo(stated, within(stated / 5));
    }

    @Test
    void get_beyondSize_saysTheRule() {
        assertThatThrownBy(() -> of(5).get(1))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("index 1 must be below size 1");
    }
}
