package org.iolaus.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.iolaus.detection.campaign.CampaignFinding.Link;
import org.junit.jupiter.api.Test;

class ForceLayoutTest {
    @Test
    void place_anyGraph_staysInTheUnitSquare() {
        for (double[] place :
                ForceLayout.place(40, List.of(new Link(0, 1, "network", 5), new Link(3, 39, "content", 5)))) {
            assertThat(place[0]).isBetween(0.0, 1.0);
            assertThat(place[1]).isBetween(0.0, 1.0);
        }
    }

    @Test
    void place_linkedNodes_standCloserThanUnlinked() {
        double[][] places = ForceLayout.place(
                6,
                List.of(
                        new Link(0, 2, "network", 9),
                        new Link(2, 4, "network", 9),
                        new Link(0, 4, "network", 9),
                        new Link(1, 3, "network", 9),
                        new Link(3, 5, "network", 9),
                        new Link(1, 5, "network", 9)));

        assertThat(distance(places[0], places[2])).isLessThan(distance(places[0], places[1]));
        assertThat(distance(places[3], places[5])).isLessThan(distance(places[3], places[2]));
    }

    @Test
    void place_oneNode_standsInTheMiddle() {
        assertThat(ForceLayout.place(1, List.of())).isDeepEqualTo(new double[][] {{0.5, 0.5}});
    }

    private static double distance(double[] a, double[] b) {
        return Math.hypot(a[0] - b[0], a[1] - b[1]);
    }
}
