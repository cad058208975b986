package org.iolaus.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.iolaus.cli.wording.Wording;
import org.iolaus.detection.campaign.CampaignFinding.Day;

/**
 * One bar of a timeline: as many whole days as it takes to keep the bars apart, quiet ones included.
 *
 * @param startMicros start of its first day
 * @param days days in it
 * @param exchanges exchanges in it
 * @param newAccounts accounts seen for the first time in it
 */
record TimeBin(long startMicros, int days, long exchanges, long newAccounts) {
    private static final long DAY_MICROS = 24L * 60 * 60 * 1_000_000;
    private static final int MOST_BINS = 92;

    /** Bins that cover the days given without a gap. */
    static List<TimeBin> of(List<Day> timeline) {
        long first = timeline.stream().mapToLong(Day::startMicros).min().orElseThrow();
        long last = timeline.stream().mapToLong(Day::startMicros).max().orElseThrow();
        int span = Math.toIntExact((last - first) / DAY_MICROS) + 1;
        int days = (span + MOST_BINS - 1) / MOST_BINS;
        long[] exchanges = new long[(span + days - 1) / days];
        long[] newAccounts = new long[exchanges.length];
        for (Day day : timeline) {
            int bin = (int) ((day.startMicros() - first) / DAY_MICROS / days);
            exchanges[bin] += day.exchanges();
            newAccounts[bin] += day.newAccounts();
        }
        List<TimeBin> bins = new ArrayList<>();
        for (int i = 0; i < exchanges.length; i++) {
            bins.add(new TimeBin(first + (long) i * days * DAY_MICROS, days, exchanges[i], newAccounts[i]));
        }
        return bins;
    }

    /** Where a time stands, counted in bins from the start of the first. */
    static double position(List<TimeBin> bins, long micros) {
        TimeBin first = bins.getFirst();
        return (double) (micros - first.startMicros) / (first.days * DAY_MICROS);
    }

    /** What one bar covers: {@code a day}, {@code every 4 days}. */
    static String each(List<TimeBin> bins) {
        int days = bins.getFirst().days;
        return days == 1 ? "a day" : "every " + days + " days";
    }

    String tip() {
        return Wording.day(startMicros) + ": " + Wording.count(exchanges, "exchange") + ", "
                + Wording.count(newAccounts, "new account");
    }
}
