package org.iolaus.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iolaus.cli.wording.Identifiers;
import org.iolaus.cli.wording.Wording;
import org.iolaus.detection.campaign.CampaignFinding;
import org.iolaus.detection.campaign.CampaignFinding.Link;

/** A sample of a campaign's accounts and the validated links between them, coloured by what links them. */
final class ClusterDrawing {
    private static final double WIDTH = 860;
    private static final double HEIGHT = 430;
    private static final double MARGIN = 20;
    private static final List<String> FAMILIES = List.of("network", "identity", "client", "content", "rhythm");

    private ClusterDrawing() {}

    static Html render(CampaignFinding campaign, Identifiers identifiers) {
        List<String> accounts = campaign.drawing().accounts();
        List<Link> links = campaign.drawing().links();
        if (accounts.isEmpty()) {
            return Html.NONE;
        }
        double[][] places = ForceLayout.place(accounts.size(), links);
        return Html.of(
                """
                <h3>How it hangs together</h3>
                <figure><svg class="cluster" viewBox="0 0 {} {}" role="img" aria-label="Sample of linked accounts">
                {}{}</svg>
                <figcaption>{} of {}, a dot each, and {}: something both have. {}</figcaption></figure>
                """,
                (int) WIDTH,
                (int) HEIGHT,
                lines(links, places),
                nodes(accounts, links, places, identifiers),
                Wording.count(accounts.size()),
                Wording.count(campaign.accounts(), "account"),
                Wording.count(links.size(), "link"),
                legend(links));
    }

    private static Html lines(List<Link> links, double[][] places) {
        return links.stream()
                .map(link -> Svg.line(
                        style(link),
                        across(places[link.from()]),
                        down(places[link.from()]),
                        across(places[link.to()]),
                        down(places[link.to()])))
                .collect(Html.joined());
    }

    private static Html nodes(List<String> accounts, List<Link> links, double[][] places, Identifiers identifiers) {
        int[] degrees = new int[accounts.size()];
        for (Link link : links) {
            degrees[link.from()]++;
            degrees[link.to()]++;
        }
        List<Html> nodes = new ArrayList<>();
        for (int i = 0; i < accounts.size(); i++) {
            double radius = Math.min(7, 3 + 0.8 * Math.sqrt(degrees[i]));
            String tip = identifiers.show(accounts.get(i)) + ", " + Wording.count(degrees[i], "link");
            nodes.add(Svg.circle(across(places[i]), down(places[i]), radius, tip));
        }
        return Html.join(nodes);
    }

    private static Html legend(List<Link> links) {
        return FAMILIES.stream()
                .filter(family -> links.stream().anyMatch(link -> family.equals(link.family())))
                .map(family -> Html.of("<span><i class=\"key {}\"></i> {}</span> ", family, family))
                .collect(Html.joined());
    }

    private static String style(Link link) {
        String family = FAMILIES.contains(link.family()) ? link.family() : "other";
        String weight = link.bits() >= 40 ? "strong" : "weak";
        return String.format(Locale.ROOT, "%s %s", family, weight);
    }

    private static double across(double[] place) {
        return MARGIN + place[0] * (WIDTH - 2 * MARGIN);
    }

    private static double down(double[] place) {
        return MARGIN + place[1] * (HEIGHT - 2 * MARGIN);
    }
}
