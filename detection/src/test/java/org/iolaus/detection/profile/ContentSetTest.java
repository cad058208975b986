package org.iolaus.detection.profile;

import static org.assertj.core.api.Assertions.assertThat;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ContentSetTest {
    @Test
    void contains_anyNumberOfHashes_isThatOfThePlainSet() {
        SplittableRandom random = new SplittableRandom(31);
        for (int size : new int[] {0, 1, 2, 63, 64, 65, 1000, 20_000}) {
            LongOpenHashSet plain = new LongOpenHashSet(random.longs(size).toArray());
            ContentSet content = new ContentSet(plain.clone());
            assertThat(content.isEmpty()).isEqualTo(plain.isEmpty());
            plain.forEach(hash -> assertThat(content.contains(hash)).isTrue());
            random.longs(20_000)
                    .forEach(hash -> assertThat(content.contains(hash)).isEqualTo(plain.contains(hash)));
            assertThat(content.contains(0)).isFalse();
        }
    }

    @Test
    void contains_hashesThatAgreeInAllBitsTheBitmapSees_tellsThemApart() {
        ContentSet content = new ContentSet(LongOpenHashSet.of(1L << 60 | 5));
        assertThat(content.contains(1L << 60 | 5)).isTrue();
        assertThat(content.contains(5)).isFalse();
        assertThat(content.containsAny(new long[] {5, 0})).isFalse();
        assertThat(content.containsAny(new long[] {5, 1L << 60 | 5})).isTrue();
    }

    @Test
    void containsAny_partOfAnArray_leavesOutTheRest() {
        ContentSet content = new ContentSet(LongOpenHashSet.of(7, -9));
        long[] array = {7, 8, 0, -9};
        assertThat(content.containsAny(array, 0, 1)).isTrue();
        assertThat(content.containsAny(array, 1, 3)).isFalse();
        assertThat(content.containsAny(array, 1, 4)).isTrue();
        assertThat(content.containsAny(array, 2, 2)).isFalse();
        assertThat(content.containsAny(new long[0])).isFalse();
    }
}
