package org.iolaus.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.iolaus.detection.campaign.CampaignFinding.Day;
import org.junit.jupiter.api.Test;

class TimeBinTest {
    private static final long DAY = 86_400_000_000L;

    @Test
    void of_daysWithAGap_keepsQuietDays() {
        List<TimeBin> bins = TimeBin.of(List.of(new Day(0, 5, 2, 2), new Day(3 * DAY, 7, 2, 1)));

        assertThat(bins).extracting(TimeBin::exchanges).containsExactly(5L, 0L, 0L, 7L);
        assertThat(TimeBin.each(bins)).isEqualTo("a day");
    }

    @Test
    void of_twoYears_widensBinsAndLosesNothing() {
        List<TimeBin> bins =
                TimeBin.of(List.of(new Day(0, 5, 2, 2), new Day(200 * DAY, 1, 1, 0), new Day(729 * DAY, 7, 2, 1)));

        assertThat(bins).hasSizeLessThanOrEqualTo(92);
        assertThat(bins.stream().mapToLong(TimeBin::exchanges).sum()).isEqualTo(13);
        assertThat(TimeBin.each(bins)).isEqualTo("every 8 days");
    }
}
