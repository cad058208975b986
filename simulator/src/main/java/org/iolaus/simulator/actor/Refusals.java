package org.iolaus.simulator.actor;

import java.util.Map;

/**
 * How likely a model is to decline, by kind of work. It knows what it is asked and not who asks: whoever puts probes is
 * declined as often. The shares are assumptions; measured ones run from a hundredth of harmless prompts to nearly all of
 * plainly harmful ones (P. Röttger et al., "XSTest", 2024; J. Cui et al., "OR-Bench", 2024).
 */
final class Refusals {
    /** Usual length of an answer that declines, in tokens. */
    static final double LENGTH = 60;

    private static final double USUAL = 0.01;
    private static final Map<String, Double> SHARES = Map.of("refusal", 0.5, "rewrite", 0.1, "trick", 0.1);

    private Refusals() {}

    /** Share of exchanges of a kind of work that are declined. */
    static double of(String kind) {
        return SHARES.getOrDefault(kind, USUAL);
    }
}
