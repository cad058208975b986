package org.iolaus.detection.verdict;

import java.util.List;
import org.iolaus.detection.campaign.Evidence;
import org.iolaus.detection.campaign.Group;
import org.iolaus.detection.campaign.MemberReport;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.profile.Subject;
import org.iolaus.detection.verdict.Verdicts.Ruling;
import org.jspecify.annotations.Nullable;

/** Writes rulings up as findings. */
public final class AccountReport {
    /** Probability of taking part in a campaign that is given to what stands out alone. */
    private static final double ALONE = 0.05;

    private final ObjectTable table;

    public AccountReport(ObjectTable table) {
        this.table = table;
    }

    /** A member of a group. */
    public AccountFinding member(Subject subject, Ruling ruling, Group group, @Nullable String campaignId) {
        MemberReport report = new MemberReport(group, subject, table);
        boolean restricted = ruling.verdict().atLeast(Verdict.RESTRICT);
        return new AccountFinding(
                subject.accountId(),
                subject.endUserId(),
                campaignId,
                ruling.verdict(),
                report.probability(),
                restricted ? ruling.micros() : -1,
                restricted ? ruling.exchangesBefore() : -1,
                subject.exchanges(),
                report.evidence(),
                report.counterEvidence(),
                report.remedy());
    }

    /** A subject that stands out alone. */
    public AccountFinding alone(Subject subject, Evidence evidence) {
        return new AccountFinding(
                subject.accountId(),
                subject.endUserId(),
                null,
                Verdict.OBSERVE,
                ALONE,
                -1,
                -1,
                subject.exchanges(),
                List.of(evidence),
                List.of(),
                "Would fall to allow if its use were agreed with the provider, or its organisation verified.");
    }
}
