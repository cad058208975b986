package org.iolaus.detection.campaign;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iolaus.detection.profile.Catalog;
import org.iolaus.detection.profile.Subject;

/**
 * What members of a group did when.
 *
 * @param days exchanges by day since the epoch and model
 * @param users members that have used each model
 */
record Activity(SortedMap<Long, SortedMap<Integer, Long>> days, Map<Integer, Integer> users) {
    private static final int MODEL = (1 << Catalog.BITS) - 1;

    static Activity of(List<Subject> members) {
        SortedMap<Long, SortedMap<Integer, Long>> days = new TreeMap<>();
        Map<Integer, Integer> users = new HashMap<>();
        for (Subject member : members) {
            TreeSet<Integer> used = new TreeSet<>();
            member.models().long2IntEntrySet().forEach(entry -> {
                int model = (int) entry.getLongKey() & MODEL;
                used.add(model);
                days.computeIfAbsent(entry.getLongKey() >> Catalog.BITS, day -> new TreeMap<>())
                        .merge(model, (long) entry.getIntValue(), Long::sum);
            });
            used.forEach(model -> users.merge(model, 1, Integer::sum));
        }
        return new Activity(days, users);
    }

    /** Exchanges with a model from a day on. */
    long used(int model, long from) {
        return days.tailMap(from).values().stream()
                .mapToLong(day -> day.getOrDefault(model, 0L))
                .sum();
    }

    /** Exchanges before a day. */
    long before(long day) {
        return total(days.headMap(day));
    }

    /** Exchanges from a day on. */
    long since(long day) {
        return total(days.tailMap(day));
    }

    private static long total(SortedMap<Long, SortedMap<Integer, Long>> days) {
        return days.values().stream()
                .flatMap(day -> day.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }
}
