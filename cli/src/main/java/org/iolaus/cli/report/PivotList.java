package org.iolaus.cli.report;

import java.util.List;
import org.iolaus.cli.wording.Wording;
import org.iolaus.detection.campaign.Pivot;

/** The campaign's moves to other models, each in a sentence. */
final class PivotList {
    private PivotList() {}

    static Html render(List<Pivot> pivots) {
        if (pivots.isEmpty()) {
            return Html.NONE;
        }
        Html items = pivots.stream()
                .map(pivot -> Html.of(
                        "<li>From <b>{}</b> to <b>{}</b>: by {} UTC, {} after it became available, it carried {} of that "
                                + "day’s exchanges of the campaign.</li>",
                        pivot.from(),
                        pivot.to(),
                        Wording.minute(pivot.detectedAtMicros()),
                        Wording.span(pivot.releasedMicros(), pivot.detectedAtMicros()),
                        Wording.percent(pivot.share())))
                .collect(Html.joined());
        return Html.of("<h3>Moves between models</h3><ul class=\"plain\">{}</ul>\n", items);
    }
}
