package org.iolaus.detection.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CatalogTest {
    private static final int MOST = (1 << Catalog.BITS) - 1;

    private final Catalog catalog = new Catalog();

    @Test
    void index_names_areNumberedInOrderOfAppearance() {
        assertThat(catalog.index("b", 10)).isZero();
        assertThat(catalog.index("a", 20)).isEqualTo(1);
        assertThat(catalog.index("b", 30)).isZero();
        assertThat(catalog.name(0)).isEqualTo("b");
        assertThat(catalog.name(1)).isEqualTo("a");
    }

    @Test
    void firstMicros_seenAgain_isTheFirst() {
        catalog.index("a", 20);
        catalog.index("a", 30);
        assertThat(catalog.firstMicros(0)).isEqualTo(20);
    }

    @Test
    void index_beyondTheCeiling_isOther() {
        for (int i = 0; i < MOST; i++) {
            assertThat(catalog.index("name" + i, i)).isEqualTo(i);
        }
        assertThat(catalog.index("one more", 5)).isEqualTo(MOST);
        assertThat(catalog.index("and another", 6)).isEqualTo(MOST);
        assertThat(catalog.index("name7", 7)).isEqualTo(7);
        assertThat(catalog.name(MOST)).isEqualTo("other");
        assertThat(catalog.firstMicros(MOST)).isEqualTo(5);
    }

    @Test
    void index_anyName_fitsItsBits() {
        int largest = 0;
        for (int i = 0; i < 3 * MOST; i++) {
            largest = Math.max(largest, catalog.index("name" + i, i));
        }
        assertThat(largest >>> Catalog.BITS).isZero();
    }

    @Test
    void index_aNameCalledOther_isTheSameAsTheRest() {
        int other = catalog.index("other", 1);
        for (int i = 0; i < MOST; i++) {
            catalog.index("name" + i, i);
        }
        assertThat(catalog.index("one more", 5)).isEqualTo(other);
    }
}
