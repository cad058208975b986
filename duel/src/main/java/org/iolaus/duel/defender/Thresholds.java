package org.iolaus.duel.defender;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iolaus.duel.traffic.HonestTraffic;
import org.iolaus.duel.traffic.Logged;

/**
 * Thresholds of the simple defenders, each the lowest that would have hit at most a stated share of the honest subjects
 * seen in a calibration prefix without a campaign. The attributes divide that share among them.
 *
 * @param volume most exchanges a day
 * @param shared most users of one value in a window, by attribute
 * @param originMicros start of the first window
 * @param windowMicros length of a window: that of the prefix
 */
public record Thresholds(int volume, Map<Attribute, Integer> shared, long originMicros, long windowMicros) {
    public Thresholds {
        shared = Map.copyOf(shared);
    }

    /** Most users of one value of an attribute that are let pass. */
    int shared(Attribute attribute) {
        return shared.getOrDefault(attribute, Integer.MAX_VALUE);
    }

    /**
     * Calibrates on the first days of honest traffic.
     *
     * @param untilMicros end of the prefix
     * @param honestCost most honest subjects to be hit, as a share
     */
    public static Thresholds calibrate(HonestTraffic honest, long untilMicros, double honestCost) {
        List<Logged> prefix = honest.exchanges().stream()
                .takeWhile(exchange -> exchange.timeMicros() < untilMicros)
                .toList();
        Map<Attribute, Integer> shared = new EnumMap<>(Attribute.class);
        Sharing sharing = new Sharing();
        honest.people().forEach(person -> sharing.account(person.account()));
        Map<String, int[]> most = users(prefix, sharing);
        for (Attribute attribute : Attribute.values()) {
            int[] scores = most.values().stream()
                    .mapToInt(all -> all[attribute.ordinal()])
                    .toArray();
            shared.put(attribute, threshold(scores, honestCost / Attribute.values().length));
        }
        int volume = threshold(busiestDays(prefix), honestCost);
        return new Thresholds(volume, shared, honest.startMicros(), untilMicros - honest.startMicros());
    }

    /** The lowest threshold that at most a share of the scores exceeds. */
    static int threshold(int[] scores, double share) {
        int[] sorted = scores.clone();
        Arrays.sort(sorted);
        int allowed = (int) Math.floor(share * sorted.length);
        return sorted.length == 0 ? Integer.MAX_VALUE : sorted[sorted.length - 1 - allowed];
    }

    private static int[] busiestDays(List<Logged> prefix) {
        Map<String, Map<Long, Integer>> days = new HashMap<>();
        for (Logged exchange : prefix) {
            days.computeIfAbsent(exchange.subject(), subject -> new HashMap<>())
                    .merge(Math.floorDiv(exchange.timeMicros(), VolumeDefender.DAY_MICROS), 1, Integer::sum);
        }
        return days.values().stream()
                .mapToInt(counts -> counts.values().stream()
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0))
                .toArray();
    }

    /** For each subject, by attribute, the users of its most shared value. */
    private static Map<String, int[]> users(List<Logged> prefix, Sharing sharing) {
        Map<String, int[]> most = new HashMap<>();
        for (Logged exchange : prefix) {
            most.computeIfAbsent(exchange.subject(), subject -> new int[Attribute.values().length]);
            long[] values = sharing.values(exchange);
            for (Attribute attribute : Attribute.values()) {
                if (values[attribute.ordinal()] != 0) {
                    sharing.add(attribute, values[attribute.ordinal()], exchange.subject());
                }
            }
        }
        for (Attribute attribute : Attribute.values()) {
            for (Set<String> users : sharing.of(attribute).values()) {
                for (String user : users) {
                    int[] scores = most.getOrDefault(user, new int[Attribute.values().length]);
                    scores[attribute.ordinal()] = Math.max(scores[attribute.ordinal()], users.size());
                }
            }
        }
        return most;
    }
}
