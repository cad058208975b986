package org.iolaus.detection.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iolaus.detection.campaign.Adoption.Uptake;
import org.iolaus.detection.profile.Catalog;
import org.iolaus.detection.profile.Subject;
import org.iolaus.detection.statistics.Betting;

/**
 * A group's moves to other models. A move to a model that the group did not use on its first day is seen when that model
 * carries a quarter of a day's exchanges, at least {@value #MIN_EXCHANGES}; or as soon as more of the active members than
 * of customers have taken it up: each member bets, and the g-th look may spend {@value #ALPHA} / (g·(g+1)) on a false
 * alarm. Not thread-safe.
 */
public final class Pivots {
    private static final double SHARE = 0.25;
    private static final int MIN_EXCHANGES = 50;
    private static final double ALPHA = 0.01;

    private final TreeMap<Integer, Pivot> byModel = new TreeMap<>();
    private long looks;

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

    /** Looks for models that members have taken up more than customers have. */
    void look(List<Subject> members, Adoption adoption, Catalog models, Map<String, Long> releases, long nowMicros) {
        double needed = StrictMath.log((looks + 1.0) * (looks + 2.0) / ALPHA);
        looks++;
        members.stream()
                .mapToInt(Subject::model)
                .distinct()
                .filter(model -> !byModel.containsKey(model) && recent(models.firstMicros(model), members))
                .filter(model -> excess(adoption.of(members, model), adoption.customers(model)) >= needed)
                .sorted()
                .forEach(model -> note(model, Activity.byDay(members), models, releases, nowMicros));
    }

    /** Whether a model appeared when some of the members were at work already. */
    private static boolean recent(long firstMicros, List<Subject> members) {
        return members.stream().anyMatch(member -> member.firstMicros() < firstMicros);
    }

    private static double excess(Uptake members, Uptake customers) {
        Betting betting = new Betting();
        for (int i = 0; i < members.active(); i++) {
            betting.event(i < members.holders(), customers.rate());
        }
        return betting.eventNats();
    }

    private void note(
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
    }
}
