package org.iolaus.detection.cluster;

import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * Counts of numbers in one array, key beside count, so that one look in memory finds both; numbers near each other lie near
 * each other, for what is shared together was numbered together. Made for as many different numbers as will be added, and
 * never grows. Not thread-safe.
 */
public final class IntTally {
    /** Low bits of a number that are not scattered: 16 counts are two lines of a processor's cache. */
    private static final int NEAR = 4;

    private final int[] pairs;
    private final int mask;

    /** @param most different numbers that will be added at most */
    public IntTally(int most) {
        int slots = Integer.highestOneBit(Math.max(2, most + most / 2)) * 2;
        pairs = new int[2 * slots];
        mask = slots - 1;
    }

    /** Counts a number, 0 or more; gives its slot, which stays the same. */
    public int add(int number) {
        int slot = slot(number);
        pairs[2 * slot] = number + 1;
        pairs[2 * slot + 1]++;
        return slot;
    }

    /** Counts each of some numbers once. */
    public void addAll(IntArrayList numbers) {
        for (int i = 0; i < numbers.size(); i++) {
            add(numbers.getInt(i));
        }
    }

    /** Slot of a number, or the empty one that it would take. */
    int slot(int number) {
        int slot = ((number >>> NEAR) * 0x9e3779b9 >>> 7 << NEAR | number & (1 << NEAR) - 1) & mask;
        while (pairs[2 * slot] != 0 && pairs[2 * slot] != number + 1) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** Puts a mark, 0 or more, in place of a slot's count. */
    void mark(int slot, int mark) {
        pairs[2 * slot + 1] = -1 - mark;
    }

    /** Mark of a slot, or a negative number if it has none. */
    int marked(int slot) {
        return -1 - pairs[2 * slot + 1];
    }

    public int slots() {
        return mask + 1;
    }

    /** Number in a slot that is taken. */
    public int key(int slot) {
        return pairs[2 * slot] - 1;
    }

    /** How often the number in a slot was counted; 0 if the slot is empty. */
    public int count(int slot) {
        return pairs[2 * slot + 1];
    }
}
