package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * Counts of small numbers, used over and over: clearing costs as much as counting did, however large the numbers. Not
 * thread-safe.
 */
final class DenseTally {
    private final int[] counts;
    private final IntArrayList counted = new IntArrayList();

    /** @param size what each number is below */
    DenseTally(int size) {
        counts = new int[size];
    }

    /** Counts each of some numbers once. */
    void addAll(IntArrayList numbers) {
        for (int i = 0; i < numbers.size(); i++) {
            add(numbers.getInt(i));
        }
    }

    /**
     * Counts each of some numbers once, if it is wanted.
     *
     * @param wanted by number, 0 if it is not
     */
    void addAll(IntArrayList numbers, short[] wanted) {
        for (int i = 0; i < numbers.size(); i++) {
            int number = numbers.getInt(i);
            if (wanted[number] != 0) {
                add(number);
            }
        }
    }

    private void add(int number) {
        if (counts[number]++ == 0) {
            counted.add(number);
        }
    }

    /** How often a number was counted. */
    int count(int number) {
        return counts[number];
    }

    /** Numbers that were counted, each once, in the order they first were. Valid until it is cleared. */
    IntArrayList counted() {
        return counted;
    }

    void clear() {
        for (int i = 0; i < counted.size(); i++) {
            counts[counted.getInt(i)] = 0;
        }
        counted.clear();
    }
}
