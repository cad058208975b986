package org.iolaus.duel.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelinkingTest {
    private static Replacement replacement(boolean linked, int exchanges) {
        return new Replacement(true, false, linked, exchanges, linked, exchanges + 1, exchanges * 2.0);
    }

    @Test
    void of_allLinked_givesPlainQuantiles() {
        List<Replacement> all = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            all.add(replacement(true, i));
        }

        assertThat(Relinking.of(all)).isEqualTo(new Relinking(10, 10, 5, 9, 6, 10, 18));
    }

    @Test
    void of_mostSurvive_medianNeverComes() {
        Relinking relinking =
                Relinking.of(List.of(replacement(true, 1), replacement(false, 5), replacement(false, 50)));

        assertThat(relinking.linked()).isEqualTo(1);
        assertThat(relinking.medianExchanges()).isInfinite();
    }
}
