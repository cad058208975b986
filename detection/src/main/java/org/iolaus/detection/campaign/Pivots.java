package org.iolaus.detection.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.iolaus.detection.profile.Catalog;
import org.iolaus.detection.statistics.Tails;

/**
 * A group's moves to other models. A move to a model that the group did not use on its first day is seen when that model
 * carries a quarter of a day's exchanges, at least {@value #MIN_EXCHANGES}; a move to a model that has just appeared as
 * soon as several members use it more often than the group's past lets expect.
 *
 * <p>Of n exchanges before the model appeared none used it, so its use is taken for a gamma variable of shape 1 and mean
 * 1 / (n + 1) an exchange. The bound on the count since then ({@link Tails#negativeBinomialUpper}) may spend
 * {@link #ALPHA} / (h·(h+1)) in the h-th hour, so however often one looks it errs with chance {@link #ALPHA} a model. Not
 * thread-safe.
 */
public final class Pivots {
    private static final double SHARE = 0.25;
    private static final int MIN_EXCHANGES = 50;
    private static final double ALPHA = 0.01;
    /** Members that must use a model: one who tries it is no move. */
    private static final int SEVERAL = 3;

    private static final long HOUR_MICROS = 3_600_000_000L;
    private static final long DAY_MICROS = 24 * HOUR_MICROS;
    /** How long a model counts as having just appeared. */
    private static final long FRESH_MICROS = 7 * DAY_MICROS;

    private final TreeMap<Integer, Pivot> byModel = new TreeMap<>();

    /** Moves in order of detection. */
    public List<Pivot> all() {
        List<Pivot> all = new ArrayList<>(byModel.values());
        all.sort((a, b) -> Long.compare(a.detectedAtMicros(), b.detectedAtMicros()));
        return all;
    }

    /** Whether a model has just appeared to which no move is noted. */
    boolean awaits(Catalog models, long knownMicros, long nowMicros) {
        return IntStream.range(0, models.size())
                .anyMatch(model ->
                        fresh(models.firstMicros(model), knownMicros, nowMicros) && !byModel.containsKey(model));
    }

    private static boolean fresh(long firstMicros, long knownMicros, long nowMicros) {
        return firstMicros > knownMicros && firstMicros >= nowMicros - FRESH_MICROS;
    }

    /**
     * Looks for models that carry a quarter of the latest day, and for use of those that have just appeared.
     *
     * @param activity of the group's members
     * @param releases release times by model name
     * @param knownMicros models that appeared by then may have been there before
     * @param nowMicros event time of this look
     */
    void look(Activity activity, Catalog models, Map<String, Long> releases, long knownMicros, long nowMicros) {
        if (activity.days().isEmpty()) {
            return;
        }
        Map<Integer, Long> latest = activity.days().lastEntry().getValue();
        latest.forEach((model, count) -> {
            boolean carries = count >= MIN_EXCHANGES && share(latest, model) >= SHARE;
            if (carries || takenUp(activity, model, models.firstMicros(model), knownMicros, nowMicros)) {
                note(model, activity.days(), models, releases, nowMicros);
            }
        });
    }

    /** Whether several members use a model that has just appeared more often than the group's past lets expect. */
    private static boolean takenUp(Activity activity, int model, long firstMicros, long knownMicros, long nowMicros) {
        if (!fresh(firstMicros, knownMicros, nowMicros)) {
            return false;
        }
        long day = Math.floorDiv(firstMicros, DAY_MICROS);
        double expected = (double) activity.since(day) / (activity.before(day) + 1);
        double hours = 1 + Math.floor((nowMicros - firstMicros) / (double) HOUR_MICROS);
        return activity.users().getOrDefault(model, 0) >= SEVERAL
                && Tails.negativeBinomialUpper((double) activity.used(model, day), expected, 1)
                        >= StrictMath.log(hours * (hours + 1) / ALPHA);
    }

    /** Notes a move to a model, unless the group used it on its first day. */
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
