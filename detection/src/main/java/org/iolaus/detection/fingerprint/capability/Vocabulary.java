package org.iolaus.detection.fingerprint.capability;

import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.iolaus.detection.fingerprint.CapabilityModel;

/**
 * The features a model knows: those seen in at least two groups, the most widespread first, one a slot. A feature of one
 * group would teach the group and not what it asks for.
 */
final class Vocabulary {
    private static final int MIN_GROUPS = 2;
    private static final int MIN_ROWS = 3;

    private final short[] tags = new short[CapabilityModel.SLOTS];

    private record Candidate(long feature, int groups, int rows) {}

    static Vocabulary of(List<Sample> samples, int maxFeatures) {
        Map<String, Integer> groups = new HashMap<>();
        samples.forEach(sample -> groups.putIfAbsent(sample.prompt().group(), groups.size() + 1));
        Long2LongOpenHashMap counts = new Long2LongOpenHashMap();
        samples.stream()
                .sorted(Comparator.comparing(
                        sample -> groups.get(sample.prompt().group())))
                .forEach(sample -> {
                    long group = groups.getOrDefault(sample.prompt().group(), 0);
                    count(counts, sample.system(), group);
                    count(counts, sample.turn(), group);
                });
        Vocabulary vocabulary = new Vocabulary();
        vocabulary.fill(counts, maxFeatures);
        return vocabulary;
    }

    /** A count holds, from the high bits: last group 16, groups 16, rows 32. */
    private static void count(Long2LongOpenHashMap counts, long[] features, long group) {
        for (long feature : features) {
            long count = counts.get(feature);
            boolean seen = count >>> 48 == group;
            long groups = (count >>> 32 & 0xffff) + (seen ? 0 : 1);
            counts.put(feature, group << 48 | groups << 32 | (count + 1 & 0xffffffffL));
        }
    }

    private void fill(Long2LongOpenHashMap counts, int maxFeatures) {
        Candidate[] candidates = counts.long2LongEntrySet().stream()
                .map(entry -> new Candidate(
                        entry.getLongKey(), (int) (entry.getLongValue() >>> 32 & 0xffff), (int) entry.getLongValue()))
                .filter(candidate -> candidate.groups >= MIN_GROUPS && candidate.rows >= MIN_ROWS)
                .toArray(Candidate[]::new);
        Arrays.sort(
                candidates,
                Comparator.comparingInt(Candidate::groups)
                        .thenComparingInt(Candidate::rows)
                        .reversed()
                        .thenComparingLong(Candidate::feature));
        int kept = 0;
        for (Candidate candidate : candidates) {
            int slot = CapabilityModel.slot(candidate.feature);
            if (kept < maxFeatures && tags[slot] == 0) {
                tags[slot] = CapabilityModel.tag(candidate.feature);
                kept++;
            }
        }
    }

    /** Slots of the known features, each once. */
    int[] slots(long[] features) {
        return Arrays.stream(features)
                .filter(feature -> tags[CapabilityModel.slot(feature)] == CapabilityModel.tag(feature))
                .mapToInt(CapabilityModel::slot)
                .distinct()
                .toArray();
    }

    short[] tags() {
        return tags;
    }
}
