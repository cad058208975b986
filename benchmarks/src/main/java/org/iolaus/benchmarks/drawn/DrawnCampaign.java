package org.iolaus.benchmarks.drawn;

import java.util.Locale;
import org.iolaus.simulator.campaign.Exits.Network;
import org.iolaus.simulator.campaign.Shape;

/**
 * How well a campaign was found.
 *
 * @param seed seed it was drawn from
 * @param shape its knobs
 * @param accounts members that exchanged anything
 * @param verified share of them asked to verify, restricted or blocked
 * @param restricted share of them restricted or blocked
 * @param leak share of their exchanges made before they were restricted
 */
record DrawnCampaign(long seed, Shape shape, int accounts, double verified, double restricted, double leak) {
    static final String HEADER = String.format(
            "%6s %-8s %8s %6s %8s %6s  %s", "seed", "campaign", "accounts", "verify", "restrict", "leak", "knobs");

    /** Most families a campaign can show. */
    static final int FAMILIES = 3;

    /**
     * How many families of evidence it shows, of network (exits that its accounts share: all but scattered ones, as a pool
     * has fewer exits than a campaign has accounts), identity (cards shared) and content (a wording or a system prompt
     * shared). One alone is not to be restricted.
     */
    int families() {
        boolean network = shape.exits().network() != Network.SCATTERED;
        boolean identity = shape.life().accountsPerCard() >= 2;
        boolean content = !shape.work().reworded() || shape.work().system();
        return (network ? 1 : 0) + (identity ? 1 : 0) + (content ? 1 : 0);
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%6d %-8s %8d %6.3f %8.3f %6.3f  %s",
                seed,
                shape.name(),
                accounts,
                verified,
                restricted,
                leak,
                knobs());
    }

    private String knobs() {
        return String.format(
                Locale.ROOT,
                "%s card=%d %s cover=%.2f %s%s %s %s",
                label(shape.exits().network()),
                shape.life().accountsPerCard(),
                label(shape.life().signup()),
                shape.work().cover(),
                shape.work().reworded() ? "reworded " : "",
                shape.work().system() ? "system" : "no-system",
                label(shape.work().method().getClass().getSimpleName()),
                String.join("+", shape.work().kinds()));
    }

    private static String label(Object value) {
        return value.toString().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
