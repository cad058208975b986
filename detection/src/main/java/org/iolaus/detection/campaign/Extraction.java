package org.iolaus.detection.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iolaus.detection.profile.ItemSample;
import org.iolaus.detection.profile.Subject;
import org.iolaus.detection.statistics.Betting;

/**
 * Scores whether what a group takes is worth training on, ever new within one frame, and divided among its members.
 * The shared work alone is looked at, so cover traffic does not dilute it.
 */
final class Extraction {
    private static final double MIN_BITS = 10;
    /** Repeated work: more of it than this is an exercise, a test set or a habit, not a data set divided up. */
    private static final double MAX_REPEATED = 0.35;

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
        Betting betting = new Betting();
        double valueSum = 0;
        double exchanges = 0;
        int active = 0;
        for (Subject member : members) {
            double value = value(member);
            if (value >= 0) {
                betting.value(value, baseline.ceiling());
                valueSum += value;
                exchanges += traffic.share(member) * member.exchanges();
                active++;
            }
        }
        double mean = active == 0 ? 0 : valueSum / active;
        double valueBits = Betting.bits(betting.valueNats());
        Evidence value = new Evidence(
                "training_value",
                Column.EXTRACTION,
                valueBits,
                String.format(
                        Locale.ROOT,
                        "about %,.0f shared-frame exchanges ask for trainable capability: mean score %.2f where long-standing customers have %.2f",
                        exchanges,
                        mean,
                        baseline.mean()),
                List.of());
        (valueBits > 0 ? evidence : counter).add(value);
        double repeated = Repetition.share(members, traffic);
        double fresh = -Math.log(Math.max(0.001, repeated / MAX_REPEATED));
        Evidence partition = new Evidence(
                repeated < MAX_REPEATED ? "partitioned_items" : "repeated_items",
                Column.EXTRACTION,
                Betting.bits(fresh),
                String.format(
                        Locale.ROOT,
                        "%.0f %% of the sampled items of one account are met again in another's",
                        repeated * 100),
                List.of());
        (repeated < MAX_REPEATED ? evidence : counter).add(partition);
        boolean present = valueBits >= MIN_BITS && repeated < MAX_REPEATED;
        return new ColumnScore(Column.EXTRACTION, valueBits + Betting.bits(fresh), present, evidence, counter);
    }

    private double value(Subject member) {
        ItemSample items = member.items();
        double sum = 0;
        int count = 0;
        for (int i = 0; i < items.size(); i++) {
            if (traffic.shared(items.get(i))) {
                sum += Traffic.value(items.get(i));
                count++;
            }
        }
        return count == 0 ? -1 : sum / count;
    }
}
