package org.iolaus.detection.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.profile.Subject;
import org.iolaus.detection.statistics.Betting;

/** Says why a subject belongs to a group, what speaks against it, and what would take it out. */
public final class MemberReport {
    private static final int SHOWN_VALUES = 3;
    private static final double MAX_PROBABILITY = 0.999;

    private final Subject subject;
    private final ObjectTable table;
    private final Assessment assessment;
    private final Membership membership;

    public MemberReport(Group group, Subject subject, ObjectTable table) {
        this.subject = subject;
        this.table = table;
        assessment = Objects.requireNonNull(group.assessment(), "group must have been assessed");
        membership = new Membership(assessment.signature(), group.prior(), group.loose());
    }

    /** Probability that the group is a campaign and the subject takes part in it. */
    public double probability() {
        return Math.min(MAX_PROBABILITY, assessment.confidence() * membership.probability(subject));
    }

    /** What ties the subject to the group, and what the group's shared work is worth. */
    public List<Evidence> evidence() {
        List<Evidence> evidence = new ArrayList<>();
        assessment.signature().parts().forEach((family, part) -> {
            if (Signature.holdsAny(subject, family, part.objects())) {
                evidence.add(holds(family, part));
            }
        });
        for (Column column : List.of(Column.EXTRACTION, Column.CONCEALMENT)) {
            if (assessment.column(column).present()) {
                evidence.addAll(assessment.column(column).evidence());
            }
        }
        return evidence;
    }

    /** What speaks against it. */
    public List<Evidence> counterEvidence() {
        List<Evidence> counter = new ArrayList<>();
        assessment.signature().parts().forEach((family, part) -> {
            if (!Signature.holdsAny(subject, family, part.objects()) && part.missNats() < 0) {
                String summary = String.format(
                        Locale.ROOT,
                        "Shares none of the group's %s, as %.0f %% of its accounts do",
                        noun(family),
                        part.share() * 100);
                counter.add(new Evidence(
                        "no_" + Coordination.kind(family),
                        Column.COORDINATION,
                        Betting.bits(part.missNats()),
                        summary,
                        List.of()));
            }
        });
        for (ColumnScore score : assessment.columns()) {
            counter.addAll(score.counterEvidence());
        }
        return counter;
    }

    private Evidence holds(Family family, Signature.Part part) {
        List<String> values = subject.objects(family.ordinal())
                .intStream()
                .filter(part.objects()::contains)
                .sorted()
                .mapToObj(table::get)
                .map(Coordination::value)
                .toList();
        String summary = String.format(
                Locale.ROOT,
                "Shares %,d of the group's %,d %s, as %.0f %% of its accounts do and at most %.2g %% of the reference"
                        + " population",
                values.size(),
                part.objects().size(),
                noun(family),
                part.share() * 100,
                part.referenceRate() * 100);
        return new Evidence(
                Coordination.kind(family),
                Column.COORDINATION,
                Betting.bits(part.matchNats()),
                summary,
                values.subList(0, Math.min(SHOWN_VALUES, values.size())));
    }

    private static String noun(Family family) {
        return switch (family) {
            case NETWORK -> "addresses";
            case IDENTITY -> "means of payment and sign-up patterns";
            case CLIENT -> "clients";
            case CONTENT -> "pieces of its prompts";
        };
    }

    /**
     * What would change the verdict, in one sentence that can be tested by changing the facts it names. A verdict is the
     * strongest ever reached, and what the group has in common varies as it grows; so both families are named that two
     * could join, whichever the subject matches now. Prompts alone are never two.
     */
    public String remedy() {
        String facts = assessment.signature().contentOnly()
                ? noun(Family.CONTENT)
                : noun(Family.NETWORK) + " and " + noun(Family.IDENTITY);
        return "Would fall to allow if its " + facts
                + " were not the group's; a use agreed with the provider would clear it too.";
    }
}
