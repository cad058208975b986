package org.iolaus.cli.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The identifiers that are fewest edits (Levenshtein 1966) away from one that was not found. */
final class NearMatches {
    private static final int MOST_EDITS = 3;
    private static final int MOST_MATCHES = 3;

    private final String wanted;
    private final Map<String, Integer> near = new TreeMap<>();

    NearMatches(String wanted) {
        this.wanted = wanted;
    }

    void offer(String candidate) {
        boolean starts = wanted.length() >= MOST_EDITS && candidate.startsWith(wanted);
        if (starts || Math.abs(candidate.length() - wanted.length()) <= MOST_EDITS) {
            int edits = starts ? MOST_EDITS : edits(candidate);
            if (!candidate.isEmpty() && edits <= MOST_EDITS) {
                near.put(candidate, edits);
            }
        }
    }

    /** The nearest few, nearest first. */
    List<String> best() {
        return near.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .limit(MOST_MATCHES)
                .map(Map.Entry::getKey)
                .toList();
    }

    private int edits(String candidate) {
        int[] previous = new int[candidate.length() + 1];
        for (int j = 0; j < previous.length; j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= wanted.length(); i++) {
            int[] current = new int[previous.length];
            current[0] = i;
            for (int j = 1; j < current.length; j++) {
                int replaced = previous[j - 1] + (wanted.charAt(i - 1) == candidate.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[candidate.length()];
    }
}
