package org.iolaus.duel.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.iolaus.duel.attacker.Holding;
import org.iolaus.simulator.actor.Exit;
import org.jspecify.annotations.Nullable;

/**
 * An account bought after another had been lost, and how it fared.
 *
 * @param cardKnown whether an account linked before it began had paid with its card
 * @param exitsKnown whether one had called from one of its exits
 * @param linked whether it was linked
 * @param exchanges exchanges before the one that linked it, or all it made
 * @param lost whether it stopped working
 * @param served exchanges it made
 * @param hours from its first moment of work until it was linked, or watching ended
 */
public record Replacement(
        boolean cardKnown, boolean exitsKnown, boolean linked, long exchanges, boolean lost, int served, double hours) {
    private static final double HOUR_MICROS = 3_600_000_000.0;

    /** The replacements among an attacker's accounts that made at least one exchange, watched until a time. */
    public static List<Replacement> among(List<Holding> holdings, long untilMicros) {
        List<Holding> linked = new ArrayList<>(holdings);
        linked.sort(Comparator.comparingLong(Holding::linkedMicros));
        List<Holding> begun = new ArrayList<>(holdings);
        begun.sort(Comparator.comparingLong(Holding::beginsMicros));
        Set<@Nullable String> cards = new HashSet<>();
        Set<String> exits = new HashSet<>();
        List<Replacement> replacements = new ArrayList<>();
        int next = 0;
        for (Holding held : begun) {
            for (; linked.get(next).linkedMicros() < held.beginsMicros(); next++) {
                cards.add(linked.get(next).actor().account().paymentFingerprint());
                exits.addAll(exits(linked.get(next)));
            }
            if (held.replacement() && held.made() > 0) {
                boolean cardKnown = cards.contains(held.actor().account().paymentFingerprint());
                boolean exitsKnown = exits(held).stream().anyMatch(exits::contains);
                replacements.add(of(held, cardKnown, exitsKnown, untilMicros));
            }
        }
        return replacements;
    }

    private static Replacement of(Holding held, boolean cardKnown, boolean exitsKnown, long untilMicros) {
        boolean linked = held.linkedMicros() != Holding.NEVER;
        long end = linked ? held.linkedMicros() : Math.min(held.lostMicros(), untilMicros);
        return new Replacement(
                cardKnown,
                exitsKnown,
                linked,
                linked ? held.madeBeforeLink() : held.made(),
                held.lostMicros() != Holding.NEVER,
                held.made(),
                Math.max(0, end - held.beginsMicros()) / HOUR_MICROS);
    }

    private static List<String> exits(Holding held) {
        return held.actor().route().exits().stream().map(Exit::ip).toList();
    }
}
