package org.iolaus.duel.score;

import java.util.ArrayList;
import java.util.List;
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
    /** Scores replacements, of one duel or of several. */
    public static Relinking of(List<Replacement> replacements) {
        List<Watched> exchanges = new ArrayList<>();
        List<Watched> served = new ArrayList<>();
        List<Watched> hours = new ArrayList<>();
        for (Replacement each : replacements) {
            exchanges.add(new Watched(each.exchanges(), each.linked()));
            served.add(new Watched(each.served(), each.lost()));
            hours.add(new Watched(each.hours(), each.linked()));
        }
        return new Relinking(
                replacements.size(),
                (int) replacements.stream().filter(Replacement::linked).count(),
                Survival.quantile(exchanges, 0.5),
                Survival.quantile(exchanges, 0.9),
                Survival.quantile(served, 0.5),
                Survival.quantile(hours, 0.5),
                Survival.quantile(hours, 0.9));
    }
}
