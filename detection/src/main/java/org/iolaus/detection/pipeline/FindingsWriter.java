package org.iolaus.detection.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iolaus.detection.calibration.Census;
import org.iolaus.detection.calibration.CensusTaker;
import org.iolaus.detection.campaign.Assessment.Standing;
import org.iolaus.detection.campaign.CampaignFinding;
import org.iolaus.detection.campaign.CampaignReport;
import org.iolaus.detection.campaign.CampaignTracker;
import org.iolaus.detection.campaign.Evidence;
import org.iolaus.detection.campaign.Group;
import org.iolaus.detection.campaign.LoneExtraction;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.profile.Catalog;
import org.iolaus.detection.profile.Subject;
import org.iolaus.detection.verdict.AccountFinding;
import org.iolaus.detection.verdict.AccountReport;
import org.iolaus.detection.verdict.Exemptions;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.detection.verdict.Verdicts;
import org.iolaus.detection.verdict.Verdicts.Reached;
import org.iolaus.detection.verdict.Verdicts.Ruling;

/** Writes up what a run found. Campaigns are numbered in order of detection. */
final class FindingsWriter {
    private static final int MIN_CLEARED = 5;

    private final Subjects subjects;
    private final ObjectTable table;
    private final Reference reference;
    private final CampaignTracker tracker;
    private final Verdicts verdicts;
    private final Exemptions exemptions;
    private final long lastMicros;
    private final Catalog models;
    private final Catalog pathways;
    private final Map<Integer, String> identifiers = new TreeMap<>();
    private final Map<Integer, List<Subject>> ruled = new TreeMap<>();
    private final Map<Integer, Verdict> strongest = new TreeMap<>();

    /** @param lastMicros event time of the last exchange */
    FindingsWriter(
            Subjects subjects,
            ObjectTable table,
            Reference reference,
            CampaignTracker tracker,
            Verdicts verdicts,
            Exemptions exemptions,
            long lastMicros,
            Catalog models,
            Catalog pathways) {
        this.subjects = subjects;
        this.table = table;
        this.reference = reference;
        this.tracker = tracker;
        this.verdicts = verdicts;
        this.exemptions = exemptions;
        this.lastMicros = lastMicros;
        this.models = models;
        this.pathways = pathways;
        collect();
        number();
    }

    private void collect() {
        for (Reached reached : verdicts.all()) {
            Group group = tracker.numbered(reached.ruling().group());
            if (group != null) {
                ruled.computeIfAbsent(group.number(), number -> new ArrayList<>())
                        .add(reached.subject());
            }
            Ruling standing = verdicts.standing(reached.subject());
            Group accused = standing == null ? null : tracker.numbered(standing.group());
            if (standing != null && accused != null) {
                strongest.merge(accused.number(), standing.verdict(), (a, b) -> a.atLeast(b) ? a : b);
            }
        }
    }

    private void number() {
        List<Group> campaigns = new ArrayList<>(tracker.groups().stream()
                .filter(group -> group.strongest().compareTo(Standing.SUSPECTED) >= 0 && !empty(group))
                .toList());
        campaigns.sort(Comparator.comparingLong(Group::detectedAtMicros).thenComparingInt(Group::number));
        for (Group group : campaigns) {
            identifiers.put(
                    group.number(), CampaignReport.identifier(group.detectedAtMicros(), identifiers.size() + 1));
        }
    }

    private boolean empty(Group group) {
        return group.members().isEmpty() && !ruled.containsKey(group.number());
    }

    /** Members, with those that were judged in the group and have left it. */
    private int size(Group group) {
        return members(group).size();
    }

    private Set<Integer> members(Group group) {
        TreeSet<Integer> members = new TreeSet<>(group.members());
        ruled.getOrDefault(group.number(), List.of()).forEach(subject -> members.add(subject.index()));
        return members;
    }

    /** Identifiers of campaigns by their group's number. */
    Map<Integer, String> identifiers() {
        return Map.copyOf(identifiers);
    }

    /** The run by independent groups. */
    Census census() {
        return new CensusTaker(subjects.all(), tracker, verdicts, group -> identifiers.get(group.number()))
                .take(table, subject -> subjects.carrier(subject.index()));
    }

    List<CampaignFinding> campaigns() {
        List<CampaignFinding> findings = new ArrayList<>();
        for (Group group : tracker.groups()) {
            String id = identifiers.get(group.number());
            if (id != null) {
                findings.add(finding(group, id));
            }
        }
        findings.sort(Comparator.comparing(CampaignFinding::id));
        return findings;
    }

    List<CampaignFinding> cleared() {
        return examined(Standing.CLEARED, MIN_CLEARED);
    }

    List<CampaignFinding> watched() {
        return examined(Standing.WATCHED, 1);
    }

    /** Groups that were never taken for more than a standing, of at least so many members, largest first. */
    private List<CampaignFinding> examined(Standing standing, int atLeast) {
        List<CampaignFinding> findings = new ArrayList<>();
        for (Group group : tracker.groups()) {
            if (group.strongest() == standing && group.assessment() != null && size(group) >= atLeast) {
                findings.add(finding(group, identifier(group)));
            }
        }
        findings.sort(
                Comparator.comparingInt(CampaignFinding::accounts).reversed().thenComparing(CampaignFinding::id));
        return findings;
    }

    /** Identifier of a group that is no campaign. */
    private static String identifier(Group group) {
        return String.format(Locale.ROOT, "grp-%04d", group.number());
    }

    private CampaignFinding finding(Group group, String id) {
        List<Subject> all = members(group).stream().map(subjects.all()::get).toList();
        Verdict verdict = strongest.getOrDefault(group.number(), Verdict.ALLOW);
        return new CampaignReport(group, all, table).finding(id, verdict.label(), models, pathways);
    }

    List<AccountFinding> accounts() {
        LoneExtraction alone = new LoneExtraction(subjects.all(), reference);
        AccountReport report = new AccountReport(table, alone);
        List<AccountFinding> findings = new ArrayList<>();
        for (Subject subject : subjects.all()) {
            Ruling ruling = verdicts.standing(subject);
            if (ruling != null) {
                findings.add(judged(report, subject, ruling));
            } else if (tracker.group(subject) == null
                    && !subjects.carrier(subject.index())
                    && !exemptions.exempts(subject, lastMicros)) {
                Evidence evidence = alone.evidence(subject);
                if (evidence != null) {
                    findings.add(report.alone(subject, evidence));
                }
            }
        }
        findings.sort(Comparator.comparing(AccountFinding::accountId)
                .thenComparing(AccountFinding::endUserId, Comparator.nullsFirst(Comparator.naturalOrder())));
        return findings;
    }

    private AccountFinding judged(AccountReport report, Subject subject, Ruling ruling) {
        Group group = tracker.numbered(ruling.group());
        if (group == null) {
            return report.judged(subject, ruling, null, null, null);
        }
        String watched = group.strongest() == Standing.WATCHED ? identifier(group) : null;
        return report.judged(subject, ruling, group, identifiers.get(group.number()), watched);
    }
}
