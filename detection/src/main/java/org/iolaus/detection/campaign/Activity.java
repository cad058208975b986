package org.iolaus.detection.campaign;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iolaus.detection.profile.Catalog;
import org.iolaus.detection.profile.Subject;

/** What members of a group did when. */
final class Activity {
    private static final long DAY_MICROS = 24 * 3_600_000_000L;

    private Activity() {}

    /** Exchanges by day since the epoch and model. */
    static SortedMap<Long, SortedMap<Integer, Long>> byDay(List<Subject> members) {
        SortedMap<Long, SortedMap<Integer, Long>> days = new TreeMap<>();
        int mask = (1 << Catalog.BITS) - 1;
        for (Subject member : members) {
            member.models()
                    .long2IntEntrySet()
                    .forEach(entry -> days.computeIfAbsent(entry.getLongKey() >> Catalog.BITS, day -> new TreeMap<>())
                            .merge((int) entry.getLongKey() & mask, (long) entry.getIntValue(), Long::sum));
        }
        return days;
    }

    /** Whether a subject has used a model since a time. */
    static boolean used(Subject subject, int model, long sinceMicros) {
        long last = Math.floorDiv(subject.lastMicros(), DAY_MICROS);
        for (long day = Math.floorDiv(sinceMicros, DAY_MICROS); day <= last; day++) {
            if (subject.models().containsKey(day << Catalog.BITS | model)) {
                return true;
            }
        }
        return false;
    }
}
