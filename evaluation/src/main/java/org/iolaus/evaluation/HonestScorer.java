package org.iolaus.evaluation;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** Counts honest accounts hit, and the independent groups that they belong to, by archetype. */
final class HonestScorer {
    private static final String ALONE = "account ";
    private static final String TOGETHER = "group ";

    private final Map<String, Tally> archetypes = new TreeMap<>();

    HonestScorer(Truth truth, Scan scan) {
        truth.labels().forEach((account, label) -> {
            if (!label.hostile()) {
                archetypes
                        .computeIfAbsent(label.archetype(), _ -> new Tally())
                        .add(
                                label.group() == null ? ALONE + account : TOGETHER + label.group(),
                                treatment(account, scan));
            }
        });
    }

    /** What may befall an honest account, mildest first. */
    private enum Treatment {
        ALLOWED,
        ASKED,
        FLAGGED
    }

    private static Treatment treatment(String account, Scan scan) {
        Scan.Finding finding = scan.accounts().get(account);
        if (finding == null || !finding.asked()) {
            return Treatment.ALLOWED;
        }
        return finding.flagged() ? Treatment.FLAGGED : Treatment.ASKED;
    }

    List<ArchetypeScore> archetypes() {
        return archetypes.entrySet().stream()
                .map(entry -> entry.getValue().score(entry.getKey()))
                .toList();
    }

    /** Accounts of one archetype by treatment, and the worst treatment in each of its groups. */
    private static final class Tally {
        private final Map<Treatment, Integer> accounts = new HashMap<>();
        private final Map<String, Treatment> groups = new HashMap<>();

        void add(String group, Treatment treatment) {
            accounts.merge(treatment, 1, Integer::sum);
            groups.merge(group, treatment, BinaryOperator.maxBy(Comparator.naturalOrder()));
        }

        ArchetypeScore score(String archetype) {
            int flagged = count(groups.values(), Treatment.FLAGGED);
            return new ArchetypeScore(
                    archetype,
                    accounts.values().stream().mapToInt(each -> each).sum(),
                    accounts.getOrDefault(Treatment.FLAGGED, 0),
                    accounts.getOrDefault(Treatment.ASKED, 0),
                    groups.size(),
                    flagged,
                    count(groups.values(), Treatment.ASKED),
                    Wilson.stated(flagged, groups.size()));
        }

        private static int count(Collection<Treatment> all, Treatment which) {
            return (int) all.stream().filter(each -> each == which).count();
        }
    }
}
