package org.iolaus.duel;

import java.util.List;
import org.iolaus.duel.attacker.Manner;
import org.iolaus.duel.attacker.Prices;
import org.iolaus.duel.defender.DefenderKind;
import org.iolaus.simulator.Scenario;

/**
 * How duels are fought.
 *
 * @param population scenario whose honest people take part
 * @param scale factor on their number
 * @param days length of the window
 * @param calmDays days at its start without an attacker, on which simple defenders are calibrated
 * @param manner how the attacker answers losses
 * @param wantedPerDollar useful exchanges the attacker wants for each dollar of its budget, in the days that are left
 * @param budgets dollars the attacker may spend; one duel each
 * @param prices what things cost it
 * @param failsToVerify chance that it loses an account that is asked to verify
 * @param honestCost share of honest accounts that a simple defender's thresholds may hit
 * @param defenders who defends; one duel each
 * @param threads worker threads; results do not depend on it
 */
public record DuelConfig(
        Scenario population,
        double scale,
        int days,
        int calmDays,
        Manner manner,
        int wantedPerDollar,
        List<Integer> budgets,
        Prices prices,
        double failsToVerify,
        double honestCost,
        List<DefenderKind> defenders,
        int threads) {
    public DuelConfig {
        budgets = List.copyOf(budgets);
        defenders = List.copyOf(defenders);
        if (!(scale > 0)) {
            throw new IllegalArgumentException("scale " + scale + " must be above 0");
        }
        if (calmDays < 1 || days <= calmDays || days > 45) {
            throw new IllegalArgumentException(
                    "days " + days + " must be above calm days, " + calmDays + ", and at most 45");
        }
        if (wantedPerDollar < 1 || threads < 1) {
            throw new IllegalArgumentException(
                    "wantedPerDollar " + wantedPerDollar + " and threads " + threads + " must be at least 1");
        }
        if (budgets.isEmpty() || budgets.stream().anyMatch(budget -> budget < 1)) {
            throw new IllegalArgumentException("budgets " + budgets + " must be one or more dollars, each at least 1");
        }
        if (!(honestCost >= 0 && honestCost <= 1)) {
            throw new IllegalArgumentException("honestCost " + honestCost + " must be between 0 and 1");
        }
    }

    /** Useful exchanges that an attacker of a budget wants. */
    int wanted(int budget) {
        return Math.multiplyExact(wantedPerDollar, budget);
    }
}
