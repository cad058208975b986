package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BoundsTest {
    @Test
    void bounds_laxerThanTheFixedOnes_areRefused() {
        assertThatThrownBy(() -> new Bounds(9.9, 10)).hasMessage("restrictBits 9.9 must be at least 10.0 and finite");
        assertThatThrownBy(() -> new Bounds(10, 9.9)).hasMessage("verifyBits 9.9 must be at least 10.0 and finite");
        assertThatThrownBy(() -> new Bounds(10, Double.NaN))
                .hasMessage("verifyBits NaN must be at least 10.0 and finite");
    }

    @Test
    void warning_ofContamination_countsAccountsAndSaysWhere() {
        assertThat(new Contamination(0, 0, 500).warning()).isEmpty();
        assertThat(new Contamination(1, 0, 500).warning().orElseThrow())
                .startsWith("reference population is contaminated: 1 of 500 long-standing verified accounts (0.2 %)"
                        + " belongs to a campaign; they were taken out of it.\n");
        assertThat(new Contamination(9, 4, 500).warning().orElseThrow())
                .contains("13 of 500", "belong to campaigns or to groups that are suspected");
        assertThat(new Contamination(0, 4, 500).warning().orElseThrow())
                .contains("belong to groups that are suspected;");
    }
}
