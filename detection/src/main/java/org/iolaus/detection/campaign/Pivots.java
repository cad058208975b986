package org.iolaus.detection.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iolaus.detection.profile.Catalog;

/**
 * A group's moves to other models. A move is seen when a model that the group did not use on its first day carries a
 * quarter of a day's exchanges, at least {@value #MIN_EXCHANGES}. Not thread-safe.
 */
public final class Pivots {
    private static final double SHARE = 0.25;
    private static final int MIN_EXCHANGES = 50;

    private final TreeMap<Integer, Pivot> byModel = new TreeMap<>();

    /** Moves in order of detection. */
    public List<Pivot> all() {
        List<Pivot> all = new ArrayList<>(byModel.values());
        all.sort((a, b) -> Long.compare(a.detectedAtMicros(), b.detectedAtMicros()));
        return all;
    }

    /**
     * Looks for moves.
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
        if (days.isEmpty()) {
            return;
        }
        Map<Integer, Long> start = days.firstEntry().getValue();
        Map<Integer, Long> latest = days.lastEntry().getValue();
        long total = latest.values().stream().mapToLong(Long::longValue).sum();
        latest.forEach((model, count) -> {
            double share = count / (double) total;
            if (start.containsKey(model) || byModel.containsKey(model) || share < SHARE || count < MIN_EXCHANGES) {
                return;
            }
            long released = releases.getOrDefault(models.name(model), models.firstMicros(model));
            byModel.put(
                    model, new Pivot(models.name(former(days, model)), models.name(model), released, nowMicros, share));
        });
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
    }
}
