package org.iolaus.duel;

import java.util.List;
import org.iolaus.duel.attacker.WayScore;
import org.iolaus.duel.defender.DefenderKind;
import org.iolaus.duel.score.HonestHurt;
import org.iolaus.duel.score.Relinking;
import org.iolaus.duel.score.Replacement;

/**
 * How one duel ended.
 *
 * @param defender who defended
 * @param seed seed of people and attacker
 * @param budget dollars the attacker might spend
 * @param wanted useful exchanges it wanted
 * @param obtained useful exchanges it obtained
 * @param served all its exchanges, cover included
 * @param accounts accounts it bought
 * @param lost accounts it lost
 * @param spent what it spent, in thousandths of a dollar
 * @param replacements accounts bought after a loss
 * @param ways what each evasion came to
 * @param honest harm to honest people, by archetype
 * @param refused exchanges of honest people that were not served
 * @param obtainedByDay useful exchanges obtained by the end of each day
 */
public record DuelResult(
        DefenderKind defender,
        long seed,
        int budget,
        int wanted,
        int obtained,
        int served,
        int accounts,
        int lost,
        long spent,
        List<Replacement> replacements,
        List<WayScore> ways,
        List<HonestHurt> honest,
        long refused,
        List<Integer> obtainedByDay) {
    public DuelResult {
        replacements = List.copyOf(replacements);
        ways = List.copyOf(ways);
        honest = List.copyOf(honest);
        obtainedByDay = List.copyOf(obtainedByDay);
    }

    /** How fast replacements were linked. */
    public Relinking relinking() {
        return Relinking.of(replacements);
    }

    /** Share of the wanted exchanges obtained. */
    public double share() {
        return (double) obtained / wanted;
    }

    /** Useful exchanges an account. */
    public double perAccount() {
        return (double) obtained / Math.max(1, accounts);
    }

    /** Dollars for a thousand useful exchanges; infinite if there were none. */
    public double dollarsPerThousand() {
        return obtained == 0 ? Double.POSITIVE_INFINITY : (double) spent / obtained;
    }

    /** Honest accounts and end users banned. */
    public int honestRestricted() {
        return honest.stream().mapToInt(HonestHurt::restricted).sum();
    }

    /** Independent honest groups of which somebody was banned. */
    public int honestGroupsRestricted() {
        return honest.stream().mapToInt(HonestHurt::restrictedGroups).sum();
    }

    /** Honest accounts and end users asked to verify. */
    public int honestAsked() {
        return honest.stream().mapToInt(HonestHurt::asked).sum();
    }
}
