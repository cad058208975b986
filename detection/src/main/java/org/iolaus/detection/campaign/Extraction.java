package org.iolaus.detection.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.iolaus.detection.profile.ItemSample;
import org.iolaus.detection.statistics.Betting;

/**
 * Scores whether what a group takes is worth training on and divided among its members rather than done over and over.
 * The shared work alone is looked at, so cover traffic does not dilute it. The value itself bets against the reference
 * population's upper quartile, and its rank there, which also tells what the capability model scores low.
 *
 * <p>Where the relation is hidden, every sampled item bets on the value, so that a few accounts can show it too: a member
 * has at most {@link ItemSample#SIZE}, so a busy account carries nobody. Where nothing is hidden every member bets once,
 * with the mean of its own.
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
    private final boolean hidden;

    /**
     * @param members what each member's shared work is
     * @param hidden whether the members hide their relation
     */
    Extraction(List<SharedItems> members, Baseline baseline, boolean hidden) {
        this.members = members;
        this.baseline = baseline;
        this.hidden = hidden;
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
        Betting worth = new Betting();
        Betting ranks = new Betting();
        double sum = 0;
        double exchanges = 0;
        int active = 0;
        for (SharedItems member : members) {
            if (member.count() > 0) {
                double mean = mean(member);
                DoubleStream bets = hidden ? values(member) : DoubleStream.of(mean);
                bets.forEach(value -> worth.value(value, baseline.ceiling()));
                ranks.value(baseline.rank(mean), ORDINARY_RANK);
                sum += mean;
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
        double nats = Betting.logMeanExp(worth.valueNats(), ranks.valueNats());
        return new Evidence(VALUE, Column.EXTRACTION, Betting.bits(nats), summary, List.of());
    }

    /**
     * Whether members ask for what is worth less than what the reference population asks for. A low score is weak
     * testimony, since the capability model does not know every kind of work, so members bet.
     */
    private boolean worthLess() {
        Betting betting = new Betting();
        for (SharedItems member : members) {
            if (member.count() > 0) {
                betting.value(1 - mean(member), Math.clamp(1 - baseline.mean(), 0.05, 0.95));
            }
        }
        return Betting.bits(betting.valueNats()) >= MIN_BITS;
    }

    private static double mean(SharedItems member) {
        return values(member).average().orElse(0);
    }

    private static DoubleStream values(SharedItems member) {
        ItemSample items = member.owner().items();
        return IntStream.range(0, items.size()).filter(member::has).mapToDouble(items::value);
    }

    /**
     * Bits for work that is dealt out, or against: items bet that fewer others ask for them than in any class, or members
     * that most of theirs comes back.
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
