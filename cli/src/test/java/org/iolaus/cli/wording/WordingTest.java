package org.iolaus.cli.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordingTest {
    private static final long HOUR = 3_600_000_000L;

    @Test
    void probability_nearCertain_isNeverRoundedToOne() {
        assertThat(Wording.probability(1)).isEqualTo("> 0.999");
        assertThat(Wording.probability(0.9981)).isEqualTo("0.998");
        assertThat(Wording.probability(0)).isEqualTo("< 0.001");
    }

    @Test
    void count_nouns_agree() {
        assertThat(Wording.count(1, "account")).isEqualTo("1 account");
        assertThat(Wording.count(5_380, "account")).isEqualTo("5,380 accounts");
        assertThat(Wording.spelled(0, "campaign")).isEqualTo("no campaigns");
        assertThat(Wording.spelled(14, "campaign")).isEqualTo("14 campaigns");
    }

    @Test
    void large_numbers_getAWord() {
        assertThat(Wording.large(999_999)).isEqualTo("999,999");
        assertThat(Wording.large(9_876_543_210L)).isEqualTo("9.88 billion");
    }

    @Test
    void percent_smallShares_keepADigit() {
        assertThat(Wording.percent(0.61)).isEqualTo("61 %");
        assertThat(Wording.percent(0.004)).isEqualTo("0.4 %");
        assertThat(Wording.percent(0)).isEqualTo("0 %");
    }

    @Test
    void span_lengths_getTheirUnit() {
        assertThat(Wording.span(0, 3 * HOUR)).isEqualTo("3 hours");
        assertThat(Wording.span(0, 14 * 24 * HOUR)).isEqualTo("14 days");
        assertThat(Wording.span(0, HOUR / 12)).isEqualTo("5 minutes");
        assertThat(Wording.span(HOUR, 0)).isEqualTo("1 minute");
    }

    @Test
    void minute_micros_areUtc() {
        assertThat(Wording.minute(1_771_840_800_123_456L)).isEqualTo("23 Feb 2026 10:00");
    }
}
