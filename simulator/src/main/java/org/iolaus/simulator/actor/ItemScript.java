package org.iolaus.simulator.actor;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.iolaus.simulator.text.Grammar;
import org.iolaus.simulator.text.Speech;

/**
 * Items of a data set put into frames.
 *
 * @param tasks frames; an item always goes into the same one
 * @param dataset seed of the data set: equal (seed, index) is the equal item
 * @param order which item comes at which position
 * @param followUps share of exchanges that continue the conversation before
 */
public record ItemScript(List<Task> tasks, long dataset, Order order, double followUps) implements Script {
    public ItemScript {
        tasks = List.copyOf(tasks);
    }

    /** Which item comes at which position. */
    public sealed interface Order {
        long index(int ordinal, SplittableRandom random);
    }

    /**
     * A data set dealt out: every {@code stride}-th item from {@code first} on.
     *
     * @param repeats share of exchanges that ask for somebody's item again
     */
    public record Partition(long first, long stride, double repeats) implements Order {
        @Override
        public long index(int ordinal, SplittableRandom random) {
            long own = first + stride * ordinal;
            return repeats > 0 && random.nextDouble() < repeats ? random.nextLong(Math.max(1, own)) : own;
        }
    }

    /** A small set of items, asked in any order again and again. */
    public record Sheet(int items) implements Order {
        @Override
        public long index(int ordinal, SplittableRandom random) {
            return random.nextInt(items);
        }
    }

    /** A fixed set of items gone through from a place on, in order, around and around. */
    public record Pass(int start, int items) implements Order {
        @Override
        public long index(int ordinal, SplittableRandom random) {
            return ((long) start + ordinal) % items;
        }
    }

    /**
     * What {@code shards} partitions of one stride get, one after the other.
     *
     * @param shards number of partitions
     * @param stride their stride
     */
    public record Interleave(int shards, long stride) implements Order {
        @Override
        public long index(int ordinal, SplittableRandom random) {
            return ordinal % shards + stride * (ordinal / shards);
        }
    }

    @Override
    public Grammar grammar() {
        return tasks.getFirst().user().grammar();
    }

    @Override
    public void write(Draft draft, int ordinal, long seed, SplittableRandom random) {
        long index = order.index(ordinal, random);
        Task task = tasks.get((int) (Seeds.mix(dataset ^ 0x1fL, index) >>> 33) % tasks.size());
        Speech speech = new Speech(new SplittableRandom(Seeds.mix(dataset, index)), Map.of());
        task.write(draft, speech);
    }
}
