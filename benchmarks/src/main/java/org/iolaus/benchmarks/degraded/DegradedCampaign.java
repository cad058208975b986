package org.iolaus.benchmarks.degraded;

import java.util.Locale;

/**
 * How well a campaign was found in poor records.
 *
 * @param kind what was changed
 * @param name the campaign's
 * @param accounts members that exchanged anything, recorded or not
 * @param restricted share of them restricted or blocked
 * @param asked share of them asked to verify, restricted or blocked
 * @param leak share of their exchanges, recorded or not, made before they were found
 */
record DegradedCampaign(Kind kind, String name, int accounts, double restricted, double asked, double leak) {
    static final String HEADER = String.format(
            "%-18s %-12s %8s %10s %19s %6s",
            "kind", "campaign", "accounts", "restricted", "asked or restricted", "leak");

    String line() {
        return String.format(
                Locale.ROOT,
                "%-18s %-12s %8d %10.3f %19.3f %6.3f",
                kind.label(),
                name,
                accounts,
                restricted,
                asked,
                leak);
    }
}
