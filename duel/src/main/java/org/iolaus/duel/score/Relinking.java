package org.iolaus.duel.score;

import java.util.ArrayList;
import java.util.List;
import org.iolaus.duel.attacker.Holding;
import org.iolaus.duel.score.Survival.Watched;

/**
 * How fast accounts that replaced others were linked: from taking up work to the first verdict of {@code verify} or above.
 * Survivors are counted as such. Infinite where too few were ever linked.
 *
 * @param accounts replacements that made at least one exchange
 * @param linked those that were linked
 * @param medianExchanges exchanges before the deciding one
 * @param p90Exchanges the same for the ninth tenth
 * @param medianServed exchanges until the account stopped working, which is when the epoch closes, or later
 * @param medianHours hours
 * @param p90Hours the same for the ninth tenth
 */
public record Relinking(
        int accounts,
        int linked,
        double medianExchanges,
        double p90Exchanges,
        double medianServed,
        double medianHours,
        double p90Hours) {
    private static final double HOUR_MICROS = 3_600_000_000.0;

    /** Scores the replacements among an attacker's accounts, watched until a time. */
    public static Relinking of(List<Holding> holdings, long untilMicros) {
        List<Watched> exchanges = new ArrayList<>();
        List<Watched> served = new ArrayList<>();
        List<Watched> hours = new ArrayList<>();
        for (Holding held : holdings) {
            if (held.replacement() && held.made() > 0) {
                boolean linked = held.linkedMicros() != Holding.NEVER;
                long end = linked ? held.linkedMicros() : Math.min(held.lostMicros(), untilMicros);
                exchanges.add(new Watched(linked ? held.madeBeforeLink() : held.made(), linked));
                served.add(new Watched(held.made(), held.lostMicros() != Holding.NEVER));
                hours.add(new Watched(Math.max(0, end - held.beginsMicros()) / HOUR_MICROS, linked));
            }
        }
        return new Relinking(
                exchanges.size(),
                (int) exchanges.stream().filter(Watched::ended).count(),
                Survival.quantile(exchanges, 0.5),
                Survival.quantile(exchanges, 0.9),
                Survival.quantile(served, 0.5),
                Survival.quantile(hours, 0.5),
                Survival.quantile(hours, 0.9));
    }
}
