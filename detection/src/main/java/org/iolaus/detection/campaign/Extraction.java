package org.iolaus.detection.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iolaus.detection.profile.ItemSample;
import org.iolaus.detection.profile.Subject;
import org.iolaus.detection.statistics.Betting;

/**
 * Scores whether what a group takes is worth training on and divided among its members rather than done over and over.
 * The shared work alone is looked at, so cover traffic does not dilute it. Every member bets once, with the mean of its
 * own items, so one busy account cannot carry the group.
 */
final class Extraction {
    static final double MIN_BITS = 10;

    private final List<Subject> members;
    private final Traffic traffic;
    private final Baseline baseline;

    Extraction(List<Subject> members, Traffic traffic, Baseline baseline) {
        this.members = members;
        this.traffic = traffic;
        this.baseline = baseline;
    }

    ColumnScore score() {
        List<Evidence> evidence = new ArrayList<>();
        List<Evidence> counter = new ArrayList<>();
        Evidence value = value();
        (value.bits() > 0 ? evidence : counter).add(value);
        Repetition repetition = Repetition.of(members, traffic);
        Evidence division = division(repetition);
        (repetition.repeats() ? counter : evidence).add(division);
        boolean present = value.bits() >= MIN_BITS && !repetition.repeats();
        return new ColumnScore(Column.EXTRACTION, value.bits() + division.bits(), present, evidence, counter);
    }

    private Evidence value() {
        Betting betting = new Betting();
        double sum = 0;
        double exchanges = 0;
        int active = 0;
        for (Subject member : members) {
            double value = value(member);
            if (value >= 0) {
                betting.value(value, baseline.ceiling());
                sum += value;
                exchanges += traffic.share(member) * member.exchanges();
                active++;
            }
        }
        String summary = String.format(
                Locale.ROOT,
                "about %,.0f exchanges of the shared work ask for trainable capability: mean score %.2f, where"
                        + " long-standing customers have %.2f",
                exchanges,
                active == 0 ? 0 : sum / active,
                baseline.mean());
        return new Evidence("training_value", Column.EXTRACTION, Betting.bits(betting.valueNats()), summary, List.of());
    }

    private double value(Subject member) {
        ItemSample items = member.items();
        double sum = 0;
        int count = 0;
        for (int i = 0; i < items.size(); i++) {
            if (traffic.shared(items.get(i))) {
                sum += items.get(i).value();
                count++;
            }
        }
        return count == 0 ? -1 : sum / count;
    }

    private static Evidence division(Repetition repetition) {
        String summary = String.format(
                Locale.ROOT,
                "%,d of %,d sampled items of one account come back in another's",
                repetition.repeated(),
                repetition.items());
        return new Evidence(
                repetition.repeats() ? "repeated_items" : "divided_items",
                Column.EXTRACTION,
                repetition.bits(),
                summary,
                List.of());
    }
}
