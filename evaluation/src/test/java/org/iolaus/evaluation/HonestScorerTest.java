package org.iolaus.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.iolaus.evaluation.Truth.Label;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HonestScorerTest {
    private final Map<String, Label> labels = new HashMap<>();
    private final Map<String, Scan.Finding> findings = new HashMap<>();

    private void account(String id, String archetype, @Nullable String group, String verdict) {
        labels.put(id, new Label(null, archetype, group));
        if (!verdict.equals("allow")) {
            findings.put(id, new Scan.Finding(null, verdict, 0.5, Double.NaN));
        }
    }

    private List<ArchetypeScore> score() {
        return new HonestScorer(
                        new Truth(labels, Map.of(), Map.of(), null, List.of()), new Scan(findings, Map.of(), Map.of()))
                .archetypes();
    }

    @Test
    void archetypes_classRestrictedTogether_isOneError() {
        for (int i = 0; i < 30; i++) {
            account("a" + i, "class", "class-1", "restrict");
            account("b" + i, "class", "class-2", i < 3 ? "verify" : "allow");
            account("c" + i, "class", "class-3", "observe");
        }
        assertThat(score()).containsExactly(new ArchetypeScore("class", 90, 30, 3, 3, 1, 1, null));
    }

    @Test
    void archetypes_groupFlaggedAndAsked_countsAsFlaggedOnly() {
        account("a", "family", "family-1", "restrict");
        account("b", "family", "family-1", "verify");
        assertThat(score()).containsExactly(new ArchetypeScore("family", 2, 1, 1, 1, 1, 0, null));
    }

    @Test
    void archetypes_withoutGroups_countAccounts() {
        account("a", "consumer", null, "block");
        account("b", "consumer", null, "allow");
        assertThat(score()).containsExactly(new ArchetypeScore("consumer", 2, 1, 0, 2, 1, 0, null));
    }

    @Test
    void archetypes_groupNamedLikeAnAccount_staysApart() {
        account("class-1", "class", null, "allow");
        account("a", "class", "class-1", "allow");
        assertThat(score().getFirst().groups()).isEqualTo(2);
    }

    @Test
    void archetypes_manyGroups_haveABound() {
        for (int i = 0; i < Wilson.MIN_TRIALS; i++) {
            account("a" + i, "consumer", null, i == 0 ? "restrict" : "allow");
        }
        assertThat(score().getFirst().flaggedUpper95()).isEqualTo(Wilson.upper95(1, Wilson.MIN_TRIALS));
    }

    @Test
    void archetypes_random_agreeWithSetsOfGroups() {
        Random random = new Random(3);
        List<String> verdicts = List.of("allow", "observe", "verify", "restrict");
        Set<String> groups = new HashSet<>();
        Set<String> flagged = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            String group = "g" + random.nextInt(80);
            String verdict = verdicts.get(random.nextInt(100) < 90 ? 0 : random.nextInt(4));
            account("a" + i, "any", group, verdict);
            groups.add(group);
            if (verdict.equals("restrict")) {
                flagged.add(group);
            }
        }
        ArchetypeScore score = score().getFirst();
        assertThat(score.groups()).isEqualTo(groups.size());
        assertThat(score.groupsFlagged()).isEqualTo(flagged.size()).isLessThanOrEqualTo(score.flagged());
    }
}
