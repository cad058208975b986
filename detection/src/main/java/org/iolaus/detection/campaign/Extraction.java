package org.iolaus.detection.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iolaus.detection.profile.ItemSample;
import org.iolaus.detection.statistics.Betting;

/**
 * Scores whether what a group takes is worth training on and divided among its members rather than done over and over.
 * The shared work alone is looked at, so cover traffic does not dilute it. Every member bets once, with the mean of its
 * own items, so one busy account cannot carry the group: on the value itself against the reference population's upper
 * quartile, and on its rank there, which also tells what the capability model scores low.
 *
 * <p>The capability model does not know every kind of work. Where the relation is hidden in two independent ways, one
 * data set dealt out among the members is extraction enough, unless it is worth less than what customers ask for.
 */
final class Extraction {
    static final double MIN_BITS = 10;
    /** Kind of the evidence that decides. */
    static final String VALUE = "training_value";
    /** Kind of the evidence that decides where the capability model does not. */
    private static final String DIVIDED = "divided_items";
    /** Bound on the mean rank, among the reference population, of what an ordinary group asks for. */
    private static final double ORDINARY_RANK = 0.6;

    private final List<SharedItems> members;
    private final Baseline baseline;

    Extraction(List<SharedItems> members, Baseline baseline) {
        this.members = members;
        this.baseline = baseline;
    }

    /**
     * Scores the column.
     *
     * @param hiddenTwice whether the members hide their relation in two independent ways
     */
    ColumnScore score(Repetition repetition, boolean hiddenTwice) {
        List<Evidence> evidence = new ArrayList<>();
        List<Evidence> counter = new ArrayList<>();
        Evidence value = value();
        (value.bits() > 0 ? evidence : counter).add(value);
        Evidence division = division(repetition);
        (division.bits() > 0 ? evidence : counter).add(division);
        boolean valuable = value.bits() >= MIN_BITS && !repetition.repeats();
        boolean dealtOut = hiddenTwice && division.bits() >= MIN_BITS && !worthLess();
        boolean present = valuable || dealtOut;
        return new ColumnScore(Column.EXTRACTION, value.bits() + division.bits(), present, evidence, counter);
    }

    private Evidence value() {
        Betting values = new Betting();
        Betting ranks = new Betting();
        double sum = 0;
        double exchanges = 0;
        int active = 0;
        for (SharedItems member : members) {
            double value = value(member);
            if (value >= 0) {
                values.value(value, baseline.ceiling());
                ranks.value(baseline.rank(value), ORDINARY_RANK);
                sum += value;
                exchanges += member.share() * member.owner().exchanges();
                active++;
            }
        }
        String summary = String.format(
                Locale.ROOT,
                "About %,.0f exchanges of shared work have a mean training value of %.2f, on a scale from 0 (small talk)"
                        + " to 1 (made for training); those of long-standing customers have %.2f",
                exchanges,
                active == 0 ? 0 : sum / active,
                baseline.mean());
        double nats = Betting.logMeanExp(values.valueNats(), ranks.valueNats());
        return new Evidence(VALUE, Column.EXTRACTION, Betting.bits(nats), summary, List.of());
    }

    /** Whether members ask for what is worth less than what the reference population asks for. */
    private boolean worthLess() {
        Betting betting = new Betting();
        for (SharedItems member : members) {
            double value = value(member);
            if (value >= 0) {
                betting.value(1 - value, Math.clamp(1 - baseline.mean(), 0.05, 0.95));
            }
        }
        return Betting.bits(betting.valueNats()) >= MIN_BITS;
    }

    private static double value(SharedItems member) {
        ItemSample items = member.owner().items();
        double sum = 0;
        int count = 0;
        for (int i = 0; i < items.size(); i++) {
            if (member.has(i)) {
                sum += items.value(i);
                count++;
            }
        }
        return count == 0 ? -1 : sum / count;
    }

    /**
     * Bits for work that is dealt out, or against: members bet that theirs is others' less than in any class, or that
     * most of it comes back.
     */
    private Evidence division(Repetition repetition) {
        double bits = Math.max(0, Betting.bits(repetition.newNats())) - majority(repetition.share());
        String summary = String.format(
                Locale.ROOT,
                "%,d of %,d sampled items come from one account alone, the other %,d come back from another",
                repetition.items() - repetition.repeated(),
                repetition.items(),
                repetition.repeated());
        return new Evidence(bits > 0 ? DIVIDED : "repeated_items", Column.EXTRACTION, bits, summary, List.of());
    }

    /** Bits that make the column present. */
    static double bits(ColumnScore extraction, boolean hiddenTwice) {
        double value = Evidence.bits(extraction.evidence(), VALUE);
        return hiddenTwice ? Math.max(value, divided(extraction)) : value;
    }

    /** Bits for work that is divided, whatever it is worth. */
    static double divided(ColumnScore extraction) {
        return Evidence.bits(extraction.evidence(), DIVIDED);
    }

    private double majority(double share) {
        return Betting.bits(Betting.majorityNats(share, members.size()));
    }
}
