package org.iolaus.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.iolaus.cli.proof.Recording.Line;
import org.iolaus.detection.verdict.AccountFinding;
import org.junit.jupiter.api.Test;

/** A verdict uses only what had happened by then: cutting the input off after it leaves it the same. */
class CutOffTest {
    private static final int EACH = 6;

    private final Played played = Populations.everybody();

    @Test
    void scan_cutAfterAFlagAtAnEvaluation_findsTheSameFlag() {
        assertThat(sample(finding -> !flaggedByItsOwnExchange(finding)))
                .hasSize(EACH)
                .allSatisfy(this::assertSameWhenCut);
    }

    @Test
    void scan_cutAfterAFlagBetweenEvaluations_findsTheSameFlag() {
        assertThat(sample(this::flaggedByItsOwnExchange)).hasSize(EACH).allSatisfy(this::assertSameWhenCut);
    }

    private List<AccountFinding> sample(Predicate<AccountFinding> which) {
        List<AccountFinding> restricted =
                new ArrayList<>(played.restricted().stream().filter(which).toList());
        SplittableRandom random = new SplittableRandom(17);
        List<AccountFinding> sample = new ArrayList<>();
        while (sample.size() < EACH && !restricted.isEmpty()) {
            sample.add(restricted.remove(random.nextInt(restricted.size())));
        }
        return sample;
    }

    private boolean flaggedByItsOwnExchange(AccountFinding finding) {
        return played.recording().exchanges().stream()
                .anyMatch(line -> line.accountId().equals(finding.accountId())
                        && line.fingerprint().timeMicros() == finding.flaggedAtMicros());
    }

    private void assertSameWhenCut(AccountFinding finding) {
        List<Line> before = played.recording().exchanges().stream()
                .filter(line -> line.fingerprint().timeMicros() <= finding.flaggedAtMicros())
                .toList();
        assertThat(before).hasSizeLessThan(played.recording().exchanges().size());
        AccountFinding again = Objects.requireNonNull(
                Played.byAccount(played.recording().scan(played.recording().accounts(), before))
                        .get(finding.accountId()));
        assertThat(again.verdict()).isEqualTo(finding.verdict());
        assertThat(again.flaggedAtMicros()).isEqualTo(finding.flaggedAtMicros());
        assertThat(again.exchangesBeforeFlag()).isEqualTo(finding.exchangesBeforeFlag());
    }
}
