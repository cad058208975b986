package org.iolaus.simulator.actor;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.iolaus.simulator.text.Grammar;
import org.iolaus.simulator.text.Speech;

/**
 * Items of a data set put into frames.
 *
 * @param tasks frames; an item always goes into the same one, and those who share a data set each use some of them
 * @param dataset seed of the data set: equal (seed, index) is the equal item
 * @param order which item comes at which position
 * @param followUps share of exchanges that continue the conversation before
 * @param deals prompts of a corpus in place of some items, by kind of work
 */
public record ItemScript(List<Task> tasks, long dataset, Order order, double followUps, Map<String, Deal> deals)
        implements Script {
    public ItemScript {
        tasks = List.copyOf(tasks);
        deals = Map.copyOf(deals);
    }

    /** Items without a corpus. */
    public ItemScript(List<Task> tasks, long dataset, Order order, double followUps) {
        this(tasks, dataset, order, followUps, Map.of());
    }

    /** How one who is dealt a part of a data set takes turns among its frames. */
    public static Habit habit(long dataset, long part) {
        return Habit.of(Seeds.mix(dataset ^ 0x1fL, part));
    }

    /** Which item comes at which position. */
    public sealed interface Order {
        long index(int ordinal, SplittableRandom random);

        /** Parts into which the data set is dealt: item i is in part i modulo this, at position i divided by it. */
        default long parts() {
            return 1;
        }

        /** Part that is this one's own. */
        default long own() {
            return 0;
        }

        /** Items of that part for somebody who calls so often; 0 if the items are others'. */
        default long items(int exchanges) {
            return exchanges;
        }
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

        @Override
        public long parts() {
            return stride;
        }

        @Override
        public long own() {
            return first % stride;
        }

        @Override
        public long items(int exchanges) {
            return first / stride + exchanges;
        }
    }

    /** A small set of items, asked in any order again and again. */
    public record Sheet(int items) implements Order {
        @Override
        public long index(int ordinal, SplittableRandom random) {
            return random.nextInt(items);
        }

        @Override
        public long items(int exchanges) {
            return items;
        }
    }

    /** A fixed set of items gone through from a place on, in order, around and around. */
    public record Pass(int start, int items) implements Order {
        @Override
        public long index(int ordinal, SplittableRandom random) {
            return ((long) start + ordinal) % items;
        }

        @Override
        public long items(int exchanges) {
            return items;
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

        @Override
        public long parts() {
            return stride;
        }

        @Override
        public long items(int exchanges) {
            return 0;
        }
    }

    @Override
    public Grammar grammar() {
        return tasks.getFirst().user().grammar();
    }

    @Override
    public void write(Draft draft, int ordinal, long seed, SplittableRandom random) {
        long index = order.index(ordinal, random);
        long part = index % order.parts();
        long position = index / order.parts();
        Task task = tasks.get(habit(dataset, part).at(position, tasks.size()));
        Speech speech = new Speech(new SplittableRandom(Seeds.mix(dataset, index)));
        Prompt prompt = deals.getOrDefault(task.kind(), Deal.NONE).at(part, position);
        task.write(draft, speech, prompt);
    }

    @Override
    public Script dealt(Deals dealer, long seed, int exchanges) {
        Map<String, Deal> dealt = Deal.byKind(tasks, dealer, dataset, order.own(), order.items(exchanges));
        return new ItemScript(tasks, dataset, order, followUps, dealt);
    }
}
