package org.iolaus.detection.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntTallyTest {
    private static final int DIFFERENT = 500;

    @Test
    void count_ofManyNumbers_isThatOfAMap() {
        Random random = new Random(1);
        Int2IntOpenHashMap expected = new Int2IntOpenHashMap();
        IntTally tally = new IntTally(DIFFERENT);
        for (int i = 0; i < 10 * DIFFERENT; i++) {
            int number = random.nextInt(DIFFERENT) * 7919;
            expected.addTo(number, 1);
            tally.add(number);
        }

        Int2IntOpenHashMap counted = new Int2IntOpenHashMap();
        for (int slot = 0; slot < tally.slots(); slot++) {
            if (tally.count(slot) > 0) {
                counted.put(tally.key(slot), tally.count(slot));
            }
        }
        assertThat(counted).isEqualTo(expected);
    }

    /** Blocks of neighbours that fall on the same slots. */
    @Test
    void count_ofNeighboursInASmallTable_isOneEach() {
        IntTally tally = new IntTally(64);
        for (int block = 0; block < 64; block += 16) {
            for (int i = 0; i < 16; i++) {
                tally.add((block << 20) + i);
            }
        }
        int counted = 0;
        for (int slot = 0; slot < tally.slots(); slot++) {
            counted += tally.count(slot);
            assertThat(tally.count(slot)).isLessThanOrEqualTo(1);
        }
        assertThat(counted).isEqualTo(64);
    }

    @Test
    void slot_ofANumberThatWasAdded_isWhereItWasCounted() {
        IntTally tally = new IntTally(3);
        int first = tally.add(0);
        int second = tally.add(1 << 30);
        assertThat(tally.slot(0)).isEqualTo(first);
        assertThat(tally.add(0)).isEqualTo(first);
        assertThat(tally.count(first)).isEqualTo(2);
        assertThat(tally.key(second)).isEqualTo(1 << 30);
        assertThat(tally.count(tally.slot(5))).isZero();
    }
}
