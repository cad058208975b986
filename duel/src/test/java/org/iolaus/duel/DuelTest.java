package org.iolaus.duel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.iolaus.duel.attacker.Manner;
import org.iolaus.duel.attacker.Prices;
import org.iolaus.duel.defender.DefenderKind;
import org.iolaus.simulator.Scenarios;
import org.junit.jupiter.api.Test;

/** Small duels from end to end. */
class DuelTest {
    private static DuelConfig config(Manner manner, int days, List<DefenderKind> defenders, int threads) {
        return new DuelConfig(
                Scenarios.named("ordinary"),
                0.6,
                days,
                2,
                manner,
                20,
                List.of(600),
                Prices.DEFAULT,
                0.7,
                0.001,
                defenders,
                threads);
    }

    private static List<DuelResult> run(DuelConfig config) throws InterruptedException {
        return new Tournament(config).run(List.of(4L), ofSeed -> {});
    }

    @Test
    void run_stubbornAttacker_obtainsLessFromIolausThanFromNobody() throws InterruptedException {
        List<DuelResult> results = run(config(Manner.STUBBORN, 6, List.of(DefenderKind.NONE, DefenderKind.IOLAUS), 2));
        DuelResult none = results.getFirst();
        DuelResult iolaus = results.getLast();

        assertThat(none.lost()).isZero();
        assertThat(none.share()).isEqualTo(1);
        assertThat(iolaus.lost()).isPositive();
        assertThat(iolaus.perAccount()).isLessThan(none.perAccount() / 2);
        assertThat(iolaus.dollarsPerThousand()).isGreaterThan(none.dollarsPerThousand());
        assertThat(iolaus.relinking().linked()).isPositive();
        assertThat(iolaus.honestRestricted()).isZero();
        assertThat(none.obtainedByDay()).hasSize(6).startsWith(0, 0).isSorted().endsWith(none.obtained());
    }

    @Test
    void run_otherThreads_givesTheSame() throws InterruptedException {
        List<DefenderKind> all = List.of(DefenderKind.values());

        assertThat(run(config(Manner.LEARNING, 3, all, 1))).isEqualTo(run(config(Manner.LEARNING, 3, all, 3)));
    }

    @Test
    void of_results_worstIsMostObtainedThenCheapest() throws InterruptedException {
        List<DuelResult> results = run(config(Manner.STUBBORN, 3, List.of(DefenderKind.NONE), 2));
        Summary summary = Summary.of(results);

        assertThat(summary.rows()).hasSize(1);
        assertThat(summary.rows().getFirst().share())
                .isEqualTo(results.getFirst().share());
        assertThat(summary.worst()).containsEntry(DefenderKind.NONE, results.getFirst());
    }

    @Test
    void config_calmDaysAsLongAsTheWindow_isRefused() {
        assertThatThrownBy(() -> config(Manner.STUBBORN, 2, List.of(), 1)).hasMessageContaining("days 2");
    }
}
