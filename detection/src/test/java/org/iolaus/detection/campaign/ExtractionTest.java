package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iolaus.detection.campaign.Members.facts;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExtractionTest {
    private static final int SIZE = 60;

    private final Members members = new Members(0).add(SIZE, facts(0, 0, 0));

    /** Customers whose work has values from 0.02 to 0.98. */
    private static Baseline customers() {
        double[] values = new double[49];
        Arrays.setAll(values, i -> 0.02 * (i + 1));
        return new Baseline(0.5, 0.74, 100, values);
    }

    private ColumnScore score(boolean hiddenTwice) {
        Repetition repetition = Repetition.of(members.shared());
        return new Extraction(members.shared(), customers(), hiddenTwice).score(repetition, hiddenTwice);
    }

    /** Every member asks for items of its own. */
    private void dealOut(int value) {
        for (int member = 0; member < SIZE; member++) {
            for (int item = 0; item < 10; item++) {
                members.asks(member, 1 + member * 100L + item, 9, 0, value);
            }
        }
    }

    @Test
    void score_valuableAndDealtOut_isPresent() {
        dealOut(240);

        assertThat(score(false).present()).isTrue();
        assertThat(score(false).evidence())
                .extracting(Evidence::kind)
                .containsExactly("training_value", "divided_items");
    }

    @Test
    void score_ordinaryWorkDealtOut_isPresentOnlyWhereHiddenTwice() {
        dealOut(128);

        assertThat(score(false).present()).isFalse();
        assertThat(score(true).present()).isTrue();
        assertThat(Extraction.bits(score(true), true)).isGreaterThan(Extraction.MIN_BITS);
    }

    @Test
    void score_fewAccountsWithWorkAboveMostCustomers_isPresentWhereHidden() {
        Members few = new Members(0).add(12, facts(0, 0, 0));
        for (int member = 0; member < 12; member++) {
            for (int item = 0; item < 20; item++) {
                few.asks(member, 1 + member * 100L + item, 9, 0, 215);
            }
        }
        Repetition repetition = Repetition.of(few.shared());

        assertThat(new Extraction(few.shared(), customers(), false)
                        .score(repetition, false)
                        .present())
                .isFalse();
        assertThat(new Extraction(few.shared(), customers(), true)
                        .score(repetition, false)
                        .present())
                .isTrue();
    }

    @Test
    void score_workWorthLessThanCustomers_isAbsentThoughHiddenTwice() {
        dealOut(25);

        assertThat(score(true).present()).isFalse();
    }

    @Test
    void score_oneSheetDoneByAll_isAbsentThoughHiddenTwice() {
        for (int member = 0; member < SIZE; member++) {
            for (int item = 1; item <= 10; item++) {
                members.asks(member, item, 9, 0, 240);
            }
        }

        assertThat(score(true).present()).isFalse();
        assertThat(score(true).counterEvidence()).extracting(Evidence::kind).contains("repeated_items");
    }
}
