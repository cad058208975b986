package org.iolaus.detection.campaign;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.iolaus.detection.profile.Subject;

/** The smallest of many numbers, found without sorting them all. Linear time for numbers in random order. */
final class Smallest {
    private Smallest() {}

    /** Some subjects, in their order: all, or as many of more as are wanted, those with the smallest keys. */
    static int[] sample(int[] some, int wanted, List<Subject> subjects) {
        return sample(some, wanted, subject -> subjects.get(subject).key());
    }

    /** Some things, in their order: all, or as many of more as are wanted, those with the smallest keys. */
    static int[] sample(int[] some, int wanted, IntToLongFunction key) {
        if (some.length <= wanted) {
            return some;
        }
        long[] keys = Arrays.stream(some).mapToLong(key).toArray();
        long last = of(keys, wanted);
        int[] sample = new int[wanted];
        int size = 0;
        for (int i = 0; i < some.length && size < wanted; i++) {
            if (keys[i] <= last) {
                sample[size++] = some[i];
            }
        }
        return sample;
    }

    /**
     * The {@code count}-th smallest number.
     *
     * @param numbers at least {@code count} of them; left as they are
     */
    static long of(long[] numbers, int count) {
        long[] kept = new long[2 * count];
        long limit = Long.MAX_VALUE;
        int size = 0;
        for (long number : numbers) {
            if (number <= limit) {
                kept[size++] = number;
            }
            if (size == kept.length) {
                Arrays.sort(kept);
                limit = kept[count - 1];
                size = count;
            }
        }
        Arrays.sort(kept, 0, size);
        return kept[count - 1];
    }
}
