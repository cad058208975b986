package org.iolaus.detection.verdict;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iolaus.detection.campaign.Column;
import org.iolaus.detection.campaign.Evidence;
import org.iolaus.detection.campaign.Group;
import org.iolaus.detection.campaign.LoneExtraction;
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
    private final LoneExtraction loneExtraction;

    public AccountReport(ObjectTable table, LoneExtraction loneExtraction) {
        this.table = table;
        this.loneExtraction = loneExtraction;
    }

    /**
     * A subject judged in a group.
     *
     * @param group the group as it is now, or null if it has dissolved
     * @param campaignId its identifier if it is a campaign
     * @param groupId its identifier if it is watched
     */
    public AccountFinding judged(
            Subject subject,
            Ruling ruling,
            @Nullable Group group,
            @Nullable String campaignId,
            @Nullable String groupId) {
        boolean present = group != null && group.members().contains(subject.index());
        if (group == null || (!present && ruling.verdict() == Verdict.OBSERVE)) {
            return former(subject, ruling, group, campaignId, groupId);
        }
        MemberReport report = new MemberReport(group, subject, table);
        boolean restricted = ruling.verdict().atLeast(Verdict.RESTRICT);
        List<Evidence> counterEvidence = new ArrayList<>(report.counterEvidence());
        if (!present) {
            counterEvidence.addFirst(left(ruling));
        } else if (ruling.verdict() == Verdict.VERIFY && report.idle()) {
            counterEvidence.addFirst(idle());
        }
        return new AccountFinding(
                subject.accountId(),
                subject.endUserId(),
                campaignId,
                groupId,
                ruling.verdict(),
                report.probability(),
                restricted ? ruling.micros() : -1,
                restricted ? ruling.exchangesBefore() : -1,
                subject.exchanges(),
                report.evidence(),
                counterEvidence,
                remedy(subject, ruling, report));
    }

    /** What stands out by itself does so outside the group too, unless its prompts are what would change. */
    private String remedy(Subject subject, Ruling ruling, MemberReport report) {
        if (report.loose() || loneExtraction.evidence(subject) == null) {
            return report.remedy(Verdict.ALLOW.label(), "");
        }
        return ruling.verdict().atLeast(Verdict.VERIFY)
                ? report.remedy(Verdict.OBSERVE.label(), "")
                : report.remedy(Verdict.ALLOW.label(), fewer());
    }

    private String fewer() {
        return String.format(Locale.ROOT, " and it had made at most %,d exchanges", loneExtraction.most());
    }

    /** A subject that was observed in a group and has left it. Nothing that the group shows now is held against it. */
    private AccountFinding former(
            Subject subject,
            Ruling ruling,
            @Nullable Group group,
            @Nullable String campaignId,
            @Nullable String groupId) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(left(ruling));
        Evidence alone = loneExtraction.evidence(subject);
        if (alone != null) {
            evidence.add(alone);
        }
        String remedy = group == null
                ? "Would fall to allow if it had not been in the group" + (alone == null ? "" : fewer()) + "."
                : remedy(subject, ruling, new MemberReport(group, subject, table));
        return byItself(subject, campaignId, groupId, ruling.verdict(), evidence, remedy);
    }

    private static Evidence left(Ruling ruling) {
        String when = String.format(
                Locale.ROOT,
                "%tF %<tR",
                Instant.EPOCH.plus(ruling.micros(), ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
        return new Evidence(
                "former_member",
                Column.COORDINATION,
                0,
                "Was in the group when it was judged, on " + when + " UTC, and has left it since",
                List.of());
    }

    private static Evidence idle() {
        return new Evidence(
                "no_shared_work",
                Column.EXTRACTION,
                0,
                "Has not been seen to ask for the group's shared work; once it does it is restricted",
                List.of());
    }

    /** A subject that stands out alone. */
    public AccountFinding alone(Subject subject, Evidence evidence) {
        return byItself(subject, null, null, Verdict.OBSERVE, List.of(evidence), loneExtraction.remedy(subject));
    }

    /** A finding on what a subject does by itself, whatever group it was in. */
    private static AccountFinding byItself(
            Subject subject,
            @Nullable String campaignId,
            @Nullable String groupId,
            Verdict verdict,
            List<Evidence> evidence,
            String remedy) {
        return new AccountFinding(
                subject.accountId(),
                subject.endUserId(),
                campaignId,
                groupId,
                verdict,
                ALONE,
                -1,
                -1,
                subject.exchanges(),
                evidence,
                List.of(),
                remedy);
    }
}
