package org.iolaus.duel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.iolaus.duel.attacker.WayScore;
import org.iolaus.duel.defender.DefenderKind;
import org.iolaus.duel.score.HonestHurt;
import org.iolaus.duel.score.Relinking;
import org.iolaus.duel.score.Replacement;

/**
 * Duels set side by side. What is worst is worst for the defender.
 *
 * @param rows one a defender and budget
 * @param worst for each defender the duel in which most of what was wanted was obtained, the cheaper one of two
 * @param ways for each defender what each evasion came to, over all its duels
 * @param novelty for each defender how fast replacements were linked, over all its duels, by what was new of them
 * @param honest for each defender the worst harm to each archetype in any duel
 */
public record Summary(
        List<Row> rows,
        Map<DefenderKind, DuelResult> worst,
        Map<DefenderKind, List<WayScore>> ways,
        Map<DefenderKind, List<Novelty>> novelty,
        Map<DefenderKind, List<HonestHurt>> honest) {
    private static final Comparator<DuelResult> LEAKIEST = Comparator.comparingDouble(DuelResult::share)
            .thenComparing(
                    Comparator.comparingDouble(DuelResult::dollarsPerThousand).reversed());

    /**
     * The duels of one defender and budget over all seeds: medians, and the worst of any seed.
     *
     * @param defender who defended
     * @param budget dollars
     * @param duels number of seeds
     * @param share median share of the wanted exchanges obtained
     * @param worstShare the largest
     * @param perAccount median of useful exchanges an account
     * @param worstPerAccount the largest
     * @param dollarsPerThousand median price of a thousand useful exchanges
     * @param worstDollarsPerThousand the lowest
     * @param lossy number of those in which something was replaced; the next five are of them
     * @param relinkExchanges median over seeds of a replacement's median exchanges before it is linked
     * @param worstRelinkExchanges the largest
     * @param relinkP90Exchanges the same of the ninth tenth
     * @param relinkHours the same in hours
     * @param relinkP90Hours the same of the ninth tenth in hours
     * @param worstRestricted most honest subjects banned
     * @param worstGroupsRestricted most independent honest groups of which somebody was banned
     * @param worstAsked most honest subjects asked to verify
     */
    public record Row(
            DefenderKind defender,
            int budget,
            int duels,
            double share,
            double worstShare,
            double perAccount,
            double worstPerAccount,
            double dollarsPerThousand,
            double worstDollarsPerThousand,
            int lossy,
            double relinkExchanges,
            double worstRelinkExchanges,
            double relinkP90Exchanges,
            double relinkHours,
            double relinkP90Hours,
            int worstRestricted,
            int worstGroupsRestricted,
            int worstAsked) {}

    /**
     * Replacements that shared the same with accounts linked before.
     *
     * @param cardKnown whether they shared a card
     * @param exitsKnown whether they shared an exit
     * @param relinking how fast they were linked
     */
    public record Novelty(boolean cardKnown, boolean exitsKnown, Relinking relinking) {}

    public static Summary of(List<DuelResult> results) {
        Map<DefenderKind, Map<Integer, List<DuelResult>>> sorted = new TreeMap<>();
        results.forEach(result -> sorted.computeIfAbsent(result.defender(), kind -> new TreeMap<>())
                .computeIfAbsent(result.budget(), budget -> new ArrayList<>())
                .add(result));
        List<Row> rows = new ArrayList<>();
        Map<DefenderKind, DuelResult> worst = new TreeMap<>();
        Map<DefenderKind, List<WayScore>> ways = new TreeMap<>();
        Map<DefenderKind, List<Novelty>> novelty = new TreeMap<>();
        Map<DefenderKind, List<HonestHurt>> honest = new TreeMap<>();
        sorted.forEach((kind, byBudget) -> {
            List<DuelResult> all =
                    byBudget.values().stream().flatMap(List::stream).toList();
            byBudget.forEach((budget, duels) -> rows.add(row(kind, budget, duels)));
            worst.put(kind, all.stream().max(LEAKIEST).orElseThrow());
            ways.put(kind, ways(all));
            novelty.put(kind, novelty(all));
            honest.put(kind, honest(all));
        });
        return new Summary(rows, worst, ways, novelty, honest);
    }

    private static Row row(DefenderKind kind, int budget, List<DuelResult> duels) {
        List<DuelResult> lossy =
                duels.stream().filter(duel -> !duel.replacements().isEmpty()).toList();
        return new Row(
                kind,
                budget,
                duels.size(),
                median(duels, DuelResult::share),
                max(duels, DuelResult::share),
                median(duels, DuelResult::perAccount),
                max(duels, DuelResult::perAccount),
                median(duels, DuelResult::dollarsPerThousand),
                -max(duels, duel -> -duel.dollarsPerThousand()),
                lossy.size(),
                median(lossy, duel -> duel.relinking().medianExchanges()),
                max(lossy, duel -> duel.relinking().medianExchanges()),
                median(lossy, duel -> duel.relinking().p90Exchanges()),
                median(lossy, duel -> duel.relinking().medianHours()),
                median(lossy, duel -> duel.relinking().p90Hours()),
                (int) max(duels, DuelResult::honestRestricted),
                (int) max(duels, DuelResult::honestGroupsRestricted),
                (int) max(duels, DuelResult::honestAsked));
    }

    /** The middle value, or the upper one of two; not a number of none. */
    private static double median(List<DuelResult> duels, ToDoubleFunction<DuelResult> figure) {
        double[] sorted = duels.stream().mapToDouble(figure).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    private static double max(List<DuelResult> duels, ToDoubleFunction<DuelResult> figure) {
        return duels.stream().mapToDouble(figure).max().orElse(Double.NaN);
    }

    private static List<WayScore> ways(List<DuelResult> duels) {
        Map<String, WayScore> sums = new LinkedHashMap<>();
        for (DuelResult duel : duels) {
            duel.ways().forEach(way -> sums.merge(way.knob() + " " + way.way(), way, WayScore::plus));
        }
        return List.copyOf(sums.values());
    }

    private static List<Novelty> novelty(List<DuelResult> duels) {
        List<Novelty> all = new ArrayList<>();
        for (boolean card : new boolean[] {true, false}) {
            for (boolean exits : new boolean[] {true, false}) {
                List<Replacement> alike = duels.stream()
                        .flatMap(duel -> duel.replacements().stream())
                        .filter(each -> each.cardKnown() == card && each.exitsKnown() == exits)
                        .toList();
                all.add(new Novelty(card, exits, Relinking.of(alike)));
            }
        }
        return all;
    }

    private static List<HonestHurt> honest(List<DuelResult> duels) {
        Map<String, HonestHurt> worst = new TreeMap<>();
        for (DuelResult duel : duels) {
            duel.honest().forEach(hurt -> worst.merge(hurt.archetype(), hurt, Summary::worse));
        }
        return List.copyOf(worst.values());
    }

    private static HonestHurt worse(HonestHurt one, HonestHurt other) {
        Comparator<HonestHurt> harm =
                Comparator.comparingInt(HonestHurt::restricted).thenComparingInt(HonestHurt::asked);
        return harm.compare(one, other) >= 0 ? one : other;
    }
}
