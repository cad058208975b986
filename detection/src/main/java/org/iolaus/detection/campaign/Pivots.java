package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iolaus.detection.profile.Catalog;
import org.iolaus.detection.statistics.LogRank;

/**
 * A group's moves to other models. A move to a model that the group did not use on its first day is seen when that model
 * carries a quarter of a day's exchanges, at least {@value #MIN_EXCHANGES}; or as soon as members have taken it up sooner
 * than customers by a {@link LogRank} test that errs with chance {@value #ALPHA} a model, however often one looks. Not
 * thread-safe.
 */
public final class Pivots {
    private static final double SHARE = 0.25;
    private static final int MIN_EXCHANGES = 50;
    private static final double ALPHA = 0.01;
    private static final double NEEDED_NATS = -StrictMath.log(ALPHA);

    private final TreeMap<Integer, Pivot> byModel = new TreeMap<>();
    /** Models that the group used on its first day. */
    private final IntOpenHashSet refused = new IntOpenHashSet();

    private final Map<Integer, LogRank> uptake = new HashMap<>();

    /** Moves in order of detection. */
    public List<Pivot> all() {
        List<Pivot> all = new ArrayList<>(byModel.values());
        all.sort((a, b) -> Long.compare(a.detectedAtMicros(), b.detectedAtMicros()));
        return all;
    }

    /**
     * Looks for models that carry a quarter of the latest day.
     *
     * @param days exchanges by day and model
     * @param releases release times by model name
     * @param nowMicros event time of this look
     */
    void look(
            SortedMap<Long, SortedMap<Integer, Long>> days,
            Catalog models,
            Map<String, Long> releases,
            long nowMicros) {
        if (!days.isEmpty()) {
            Map<Integer, Long> latest = days.lastEntry().getValue();
            latest.forEach((model, count) -> {
                if (count >= MIN_EXCHANGES && share(latest, model) >= SHARE) {
                    note(model, days, models, releases, nowMicros);
                }
            });
        }
    }

    /**
     * Bets on one epoch's uptake of a model; whether members have, by now, taken it up sooner than customers beyond chance,
     * and the move is not noted yet.
     */
    boolean takeUp(int model, LogRank.Step members, LogRank.Step customers) {
        if (byModel.containsKey(model) || refused.contains(model)) {
            return false;
        }
        LogRank test = uptake.computeIfAbsent(model, wanted -> new LogRank());
        test.step(members, customers);
        return test.peakNats() >= NEEDED_NATS;
    }

    /** Notes a move to a model, unless the group used it on its first day. */
    void note(
            int model,
            SortedMap<Long, SortedMap<Integer, Long>> days,
            Catalog models,
            Map<String, Long> releases,
            long nowMicros) {
        if (!days.firstEntry().getValue().containsKey(model) && !byModel.containsKey(model)) {
            long released = releases.getOrDefault(models.name(model), models.firstMicros(model));
            double share = share(days.lastEntry().getValue(), model);
            byModel.put(
                    model, new Pivot(models.name(former(days, model)), models.name(model), released, nowMicros, share));
        } else {
            refused.add(model);
        }
    }

    private static double share(Map<Integer, Long> day, int model) {
        long total = day.values().stream().mapToLong(Long::longValue).sum();
        return day.getOrDefault(model, 0L) / (double) Math.max(1, total);
    }

    /** The model that carried most of what came before. */
    private static int former(SortedMap<Long, SortedMap<Integer, Long>> days, int model) {
        Map<Integer, Long> before = new HashMap<>();
        days.values()
                .forEach(day -> day.forEach((other, count) -> {
                    if (other != model) {
                        before.merge(other, count, Long::sum);
                    }
                }));
        return before.entrySet().stream()
                .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(model);
    }

    /** Takes over another group's moves. */
    void inherit(Pivots other) {
        other.byModel.forEach(byModel::putIfAbsent);
        other.uptake.forEach(uptake::putIfAbsent);
    }
}
