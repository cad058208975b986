package org.iolaus.detection.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iolaus.detection.campaign.Assessment.Standing;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.profile.Subject;
import org.iolaus.detection.statistics.Betting;

/** Says why a subject belongs to a group, what speaks against it, and what would take it out. */
public final class MemberReport {
    private static final int SHOWN_VALUES = 3;
    /** Bits from which on evidence is worth a line. */
    private static final double LEAST_BITS = 0.05;

    private static final double MAX_PROBABILITY = 0.999;

    private final Subject subject;
    private final ObjectTable table;
    private final Assessment assessment;
    private final Membership membership;
    private final boolean loose;

    public MemberReport(Group group, Subject subject, ObjectTable table) {
        this.subject = subject;
        this.table = table;
        loose = group.loose();
        assessment = group.basis().assessment();
        membership = new Membership(assessment.signature(), group.basis().prior(), loose);
    }

    /** Whether prompts alone hold the group together. */
    public boolean loose() {
        return loose;
    }

    /** Whether the group is a campaign that the subject belongs to besides content and has taken no part in. */
    public boolean idle() {
        return assessment.standing() == Standing.CAMPAIGN
                && membership.belongsBesides(subject)
                && !membership.participates(subject);
    }

    /** Probability that the group is a campaign and the subject takes part in it. */
    public double probability() {
        return Math.min(MAX_PROBABILITY, assessment.confidence() * membership.probability(subject));
    }

    /** What ties the subject to the group, and what the group's shared work is worth. */
    public List<Evidence> evidence() {
        List<Evidence> evidence = new ArrayList<>();
        assessment.signature().parts().forEach((family, part) -> {
            if (part.heldBy(subject, family)) {
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
            if (!part.heldBy(subject, family) && Betting.bits(part.missNats()) <= -LEAST_BITS) {
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
        String what = family == Family.IDENTITY ? Coordination.identity(part, table) : noun(family);
        int all = part.objects().size();
        String which = all == 1
                ? "what the group has in common of " + what
                : String.format(Locale.ROOT, "%,d of the group's %,d %s", values.size(), all, what);
        String summary = String.format(
                Locale.ROOT,
                "Shares %s; %.0f %% of its accounts share some, at most %.2g %% of the reference population do",
                which,
                part.share() * 100,
                part.referenceRate() * 100);
        return new Evidence(
                Coordination.kind(family),
                Column.COORDINATION,
                Betting.bits(part.matchNats(subject.objects(family.ordinal()))),
                summary,
                values.subList(0, Math.min(SHOWN_VALUES, values.size())));
    }

    private static String noun(Family family) {
        return switch (family) {
            case NETWORK -> "addresses";
            case IDENTITY -> "means of payment and sign-up patterns";
            case CLIENT -> "clients";
            case CONTENT -> "pieces of prompts";
        };
    }

    /**
     * What would change the verdict, in a sentence that can be tested by changing the facts it names. A verdict is the
     * strongest ever reached, and what the group has in common varies as it grows; so both families are named that two
     * could join, whichever the subject matches now. Prompts alone are never two.
     *
     * @param below verdict that the subject would fall to, by file name
     * @param also what would have to differ besides, as the rest of the condition; empty if nothing
     */
    public String remedy(String below, String also) {
        boolean owner = subject.endUserId() == null;
        return "Would fall to " + below + " if its " + facts(owner) + " were not the group's" + also
                + (owner ? "; a use agreed with the provider would clear it too." : ".");
    }

    /** An end user has addresses and prompts alone. */
    private String facts(boolean owner) {
        String place = owner ? noun(Family.NETWORK) + " and " + noun(Family.IDENTITY) : noun(Family.NETWORK);
        if (loose) {
            return "prompts";
        }
        return assessment.signature().contentOnly() ? "prompts, " + place : place;
    }
}
