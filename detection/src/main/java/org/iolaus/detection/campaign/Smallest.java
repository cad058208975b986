package org.iolaus.detection.campaign;

import java.util.Arrays;

/** The smallest of many numbers, found without sorting them all. Linear time for numbers in random order. */
final class Smallest {
    private Smallest() {}

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
