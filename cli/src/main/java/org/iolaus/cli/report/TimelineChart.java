package org.iolaus.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.iolaus.cli.wording.Wording;
import org.iolaus.detection.campaign.CampaignFinding.Day;
import org.iolaus.detection.campaign.Pivot;

/** A campaign through time: exchanges above the line, new accounts below it, model moves as upright marks. */
final class TimelineChart {
    private static final double LEFT = 64;
    private static final double WIDTH = 860;
    private static final double TOP = 22;
    private static final double BASE = 150;
    private static final double DEPTH = 46;
    private static final double LABELS = BASE + DEPTH + 18;
    private static final double WIDEST_BAR = 40;

    private final List<TimeBin> bins;
    private final double slot;
    private final long mostExchanges;
    private final long mostNew;

    private TimelineChart(List<TimeBin> bins) {
        this.bins = bins;
        this.slot = (WIDTH - LEFT) / Math.max(bins.size(), 7);
        this.mostExchanges =
                niceCeiling(bins.stream().mapToLong(TimeBin::exchanges).max().orElse(1));
        this.mostNew =
                Math.max(1, bins.stream().mapToLong(TimeBin::newAccounts).max().orElse(1));
    }

    static Html render(List<Day> timeline, List<Pivot> pivots) {
        if (timeline.isEmpty()) {
            return Html.NONE;
        }
        TimelineChart chart = new TimelineChart(TimeBin.of(timeline));
        return Html.of(
                """
                <h3>When</h3>
                <figure><svg class="timeline" viewBox="0 0 {} {}" role="img" aria-label="{}">
                {}{}{}{}</svg>
                <figcaption><i class="key exchanges"></i> above: exchanges {} <i class="key newcomers"></i> \
                below: accounts seen for the first time{}</figcaption></figure>
                """,
                (int) WIDTH + 4,
                (int) LABELS + 6,
                "Exchanges and new accounts over time",
                chart.grid(),
                chart.bars(),
                chart.pivots(pivots),
                chart.dates(),
                TimeBin.each(chart.bins),
                pivots.isEmpty() ? Html.NONE : Html.of(" <i class=\"key pivot\"></i> a new model"));
    }

    private Html grid() {
        List<Html> parts = new ArrayList<>();
        for (int quarter = 1; quarter <= 2; quarter++) {
            double y = BASE - (BASE - TOP) * quarter / 2;
            parts.add(Svg.line("grid", LEFT, y, WIDTH, y));
            parts.add(Svg.text("end", LEFT - 8, y + 4, Wording.count(mostExchanges * quarter / 2)));
        }
        parts.add(Svg.line("axis", LEFT, BASE, WIDTH, BASE));
        parts.add(Svg.text("end", LEFT - 8, BASE + DEPTH, Wording.count(mostNew)));
        return Html.join(parts);
    }

    private Html bars() {
        List<Html> parts = new ArrayList<>();
        double width = Math.min(WIDEST_BAR, slot * 0.72);
        for (int i = 0; i < bins.size(); i++) {
            TimeBin bin = bins.get(i);
            double x = LEFT + slot * i + (slot - width) / 2;
            double up = (BASE - TOP) * bin.exchanges() / mostExchanges;
            double down = DEPTH * bin.newAccounts() / mostNew;
            parts.add(Svg.rectangle("exchanges", x, BASE - up, width, up, bin.tip()));
            parts.add(Svg.rectangle("newcomers", x, BASE + 1, width, down, bin.tip()));
        }
        return Html.join(parts);
    }

    private Html pivots(List<Pivot> pivots) {
        List<Html> parts = new ArrayList<>();
        for (Pivot pivot : pivots) {
            double x = LEFT + slot * TimeBin.position(bins, pivot.releasedMicros());
            if (x >= LEFT && x <= WIDTH) {
                boolean late = x > WIDTH - 160;
                parts.add(Svg.line("pivot", x, TOP - 14, x, BASE));
                parts.add(Svg.text(late ? "end" : "start", late ? x - 5 : x + 5, TOP - 6, pivot.to()));
            }
        }
        return Html.join(parts);
    }

    private Html dates() {
        List<Html> parts = new ArrayList<>();
        int step = Math.max(1, (bins.size() + 7) / 8);
        for (int i = 0; i < bins.size(); i += step) {
            parts.add(Svg.text(
                    "middle",
                    LEFT + slot * (i + 0.5),
                    LABELS,
                    Wording.shortDay(bins.get(i).startMicros())));
        }
        return Html.join(parts);
    }

    /** The smallest of 1, 2, 4, 6 or 8 times a power of ten that is at least {@code number}. */
    private static long niceCeiling(long number) {
        for (long power = 1; ; power *= 10) {
            for (int times : new int[] {1, 2, 4, 6, 8}) {
                if (power * times >= number && power * times > 1) {
                    return power * times;
                }
            }
        }
    }
}
