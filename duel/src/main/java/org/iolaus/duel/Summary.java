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

/**
 * Duels set side by side. What is worst is worst for the defender.
 *
 * @param rows one a defender and budget
 * @param worst for each defender the duel in which most of what was wanted was obtained, the cheaper one of two
 * @param ways for each defender what each evasion came to, over all its duels
 * @param honest for each defender the worst harm to each archetype in any duel
 */
public record Summary(
        List<Row> rows,
        Map<DefenderKind, DuelResult> worst,
        Map<DefenderKind, List<WayScore>> ways,
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
            double relinkExchanges,
            double worstRelinkExchanges,
            double relinkP90Exchanges,
            double relinkHours,
            double relinkP90Hours,
            int worstRestricted,
            int worstGroupsRestricted,
            int worstAsked) {}

    public static Summary of(List<DuelResult> results) {
        Map<DefenderKind, Map<Integer, List<DuelResult>>> sorted = new TreeMap<>();
        results.forEach(result -> sorted.computeIfAbsent(result.defender(), kind -> new TreeMap<>())
                .computeIfAbsent(result.budget(), budget -> new ArrayList<>())
                .add(result));
        List<Row> rows = new ArrayList<>();
        Map<DefenderKind, DuelResult> worst = new TreeMap<>();
        Map<DefenderKind, List<WayScore>> ways = new TreeMap<>();
        Map<DefenderKind, List<HonestHurt>> honest = new TreeMap<>();
        sorted.forEach((kind, byBudget) -> {
            List<DuelResult> all =
                    byBudget.values().stream().flatMap(List::stream).toList();
            byBudget.forEach((budget, duels) -> rows.add(row(kind, budget, duels)));
            worst.put(kind, all.stream().max(LEAKIEST).orElseThrow());
            ways.put(kind, ways(all));
            honest.put(kind, honest(all));
        });
        return new Summary(rows, worst, ways, honest);
    }

    private static Row row(DefenderKind kind, int budget, List<DuelResult> duels) {
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
                median(duels, duel -> duel.relinking().medianExchanges()),
                max(duels, duel -> duel.relinking().medianExchanges()),
                median(duels, duel -> duel.relinking().p90Exchanges()),
                median(duels, duel -> duel.relinking().medianHours()),
                median(duels, duel -> duel.relinking().p90Hours()),
                (int) max(duels, DuelResult::honestRestricted),
                (int) max(duels, DuelResult::honestGroupsRestricted),
                (int) max(duels, DuelResult::honestAsked));
    }

    /** The middle value, or the upper one of two. */
    private static double median(List<DuelResult> duels, ToDoubleFunction<DuelResult> figure) {
        double[] sorted = duels.stream().mapToDouble(figure).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double max(List<DuelResult> duels, ToDoubleFunction<DuelResult> figure) {
        return duels.stream().mapToDouble(figure).max().orElse(0);
    }

    private static List<WayScore> ways(List<DuelResult> duels) {
        Map<String, WayScore> sums = new LinkedHashMap<>();
        for (DuelResult duel : duels) {
            duel.ways().forEach(way -> sums.merge(way.knob() + " " + way.way(), way, WayScore::plus));
        }
        return List.copyOf(sums.values());
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
