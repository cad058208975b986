package org.iolaus.cli.terminal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.iolaus.cli.wording.Wording;
import org.iolaus.duel.DuelConfig;
import org.iolaus.duel.DuelResult;
import org.iolaus.duel.Summary;
import org.iolaus.duel.attacker.WayScore;
import org.iolaus.duel.defender.DefenderKind;
import org.iolaus.duel.score.HonestHurt;
import org.iolaus.duel.score.Relinking;

/** Duels as tables for defenders: the headline, every defence, where Iolaus leaks, and whom each defence hurts. */
public final class DuelText {
    /** Who looks at what an evasion changes; cards in {@code docs/detectors}. */
    private static final Map<String, String> CARDS = Map.of(
            "pace", "group-test",
            "cover", "extraction",
            "wording", "shingles, system-prompt",
            "clock", "nobody",
            "network", "ip, prefix",
            "card", "coordination",
            "client", "client",
            "signup", "sign-up-test, reference-population");

    private DuelText() {}

    public static String of(DuelConfig config, List<Long> seeds, Summary summary) {
        StringBuilder text = new StringBuilder(head(config, seeds));
        DuelResult worst = summary.worst().get(DefenderKind.IOLAUS);
        if (worst != null) {
            text.append('\n').append(headline(worst, summary));
        }
        text.append('\n').append(defences(summary));
        List<WayScore> ways = summary.ways().get(DefenderKind.IOLAUS);
        if (ways != null) {
            text.append("\nAgainst Iolaus, by what accounts did; the lowest price of each kind leaks most:\n");
            text.append(ways(ways));
            text.append("\nReplacements, by what accounts that Iolaus had linked before shared with them:\n");
            text.append(novelty(summary.novelty().getOrDefault(DefenderKind.IOLAUS, List.of())));
        }
        return text.append('\n').append(honest(summary)).toString();
    }

    private static String head(DuelConfig config, List<Long> seeds) {
        long duels = (long) config.budgets().size() * config.defenders().size() * seeds.size();
        return String.format(
                Locale.ROOT,
                "%s of a %s attacker, %s, from day %d of %d. Prices and law of verification: docs/duel.md.%n",
                Wording.count(duels, "duel"),
                config.manner().name().toLowerCase(Locale.ROOT),
                seeds.size() == 1 ? "seed " + seeds.getFirst() : "seeds " + seeds.getFirst() + " to " + seeds.getLast(),
                config.calmDays() + 1,
                config.days());
    }

    private static String headline(DuelResult worst, Summary summary) {
        double slowest = summary.rows().stream()
                .filter(row -> row.defender() == DefenderKind.IOLAUS && row.lossy() > 0)
                .mapToDouble(Summary.Row::worstRelinkExchanges)
                .max()
                .orElse(Double.NaN);
        String after = Double.isNaN(slowest)
                ? "Nothing was lost, so nothing re-linked."
                : "Slowest re-linking of any seed and budget, in the median: "
                        + (Double.isInfinite(slowest) ? "most never." : "after " + figure(slowest) + " exchanges.");
        return String.format(
                Locale.ROOT,
                "Worst for Iolaus: the attacker obtains %s of what it wants for $%.2f a thousand (seed %d, $%,d).%n"
                        + "%s%n",
                percent(worst.share()),
                worst.dollarsPerThousand(),
                worst.seed(),
                worst.budget(),
                after);
    }

    private static String defences(Summary summary) {
        TextTable table = new TextTable(
                List.of(
                        "DEFENCE",
                        "BUDGET",
                        "OBTAINED",
                        "WORST",
                        "EACH ACCOUNT",
                        "$ A 1,000",
                        "WORST",
                        "RE-LINKED AFTER",
                        "P90",
                        "HOURS",
                        "P90",
                        "HONEST BANNED",
                        "GROUPS",
                        "ASKED"),
                List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13));
        for (Summary.Row row : summary.rows()) {
            table.row(
                    row.defender().label(),
                    String.format(Locale.ROOT, "$%,d", row.budget()),
                    percent(row.share()),
                    percent(row.worstShare()),
                    figure(row.perAccount()),
                    figure(row.dollarsPerThousand()),
                    figure(row.worstDollarsPerThousand()),
                    figure(row.relinkExchanges()),
                    figure(row.relinkP90Exchanges()),
                    figure(row.relinkHours()),
                    figure(row.relinkP90Hours()),
                    row.worstRestricted(),
                    row.worstGroupsRestricted(),
                    row.worstAsked());
        }
        return table.render();
    }

    private static String ways(List<WayScore> ways) {
        TextTable table = new TextTable(
                List.of("KIND", "WAY", "ACCOUNTS", "LINKED", "EACH ACCOUNT", "$ A 1,000", "CARD"), List.of(2, 3, 4, 5));
        for (WayScore way : ways) {
            if (way.accounts() > 0) {
                table.row(
                        way.knob(),
                        way.way(),
                        way.accounts(),
                        percent((double) way.linked() / way.accounts()),
                        figure((double) way.useful() / way.accounts()),
                        figure(way.dollarsPerThousand()),
                        CARDS.getOrDefault(way.knob(), ""));
            }
        }
        return table.render();
    }

    private static String novelty(List<Summary.Novelty> all) {
        TextTable table = new TextTable(
                List.of("CARD", "EXITS", "ACCOUNTS", "LINKED", "AFTER", "P90", "HOURS", "P90"),
                List.of(2, 3, 4, 5, 6, 7));
        for (Summary.Novelty novelty : all) {
            Relinking relinking = novelty.relinking();
            if (relinking.accounts() > 0) {
                table.row(
                        novelty.cardKnown() ? "known" : "new",
                        novelty.exitsKnown() ? "known" : "new",
                        relinking.accounts(),
                        percent((double) relinking.linked() / relinking.accounts()),
                        figure(relinking.medianExchanges()),
                        figure(relinking.p90Exchanges()),
                        figure(relinking.medianHours()),
                        figure(relinking.p90Hours()));
            }
        }
        return table.render();
    }

    private static String honest(Summary summary) {
        TextTable table = new TextTable(
                List.of("DEFENCE", "HONEST KIND", "ACCOUNTS", "BANNED", "GROUPS", "OF", "ASKED", "GROUPS"),
                List.of(2, 3, 4, 5, 6, 7));
        int rows = 0;
        for (Map.Entry<DefenderKind, List<HonestHurt>> entry : summary.honest().entrySet()) {
            for (HonestHurt hurt : entry.getValue()) {
                if (hurt.restricted() + hurt.asked() > 0) {
                    rows++;
                    table.row(
                            entry.getKey().label(),
                            hurt.archetype(),
                            hurt.subjects(),
                            hurt.restricted(),
                            hurt.restrictedGroups(),
                            hurt.groups(),
                            hurt.asked(),
                            hurt.askedGroups());
                }
            }
        }
        return rows == 0
                ? "No honest account was banned or asked to verify.\n"
                : "Honest people banned or asked to verify, in the worst duel of each kind:\n" + table.render();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    /** A figure to three digits; a dash for what never came. */
    private static String figure(double value) {
        return !Double.isFinite(value) ? "–" : String.format(Locale.ROOT, value < 10 ? "%.1f" : "%,.0f", value);
    }
}
