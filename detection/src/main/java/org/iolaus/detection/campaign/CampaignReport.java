package org.iolaus.detection.campaign;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.iolaus.detection.campaign.Assessment.Standing;
import org.iolaus.detection.campaign.CampaignFinding.Day;
import org.iolaus.detection.fingerprint.Capability;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.profile.Catalog;
import org.iolaus.detection.profile.ItemSample;
import org.iolaus.detection.profile.Subject;

/** Writes a group up as a finding. */
public final class CampaignReport {
    private static final long DAY = 86_400_000_000L;
    /** Score from which on an item asks for a capability. */
    private static final int ASKED = 128;
    /** Shares below this are left out of a mix. */
    private static final double SHOWN = 0.005;

    private final Group group;
    private final Assessment assessment;
    private final List<Subject> members;
    private final Traffic traffic;
    private final ObjectTable table;

    /** @param members its members, ascending by index; not empty */
    public CampaignReport(Group group, List<Subject> members, ObjectTable table) {
        this.group = group;
        this.members = members;
        this.table = table;
        assessment = group.basis().assessment();
        traffic = new Traffic(assessment.signature());
    }

    /** Identifier of the n-th campaign, e.g. {@code cmp-2026-02-0001}; the month is that of its detection. */
    public static String identifier(long detectedAtMicros, int number) {
        return String.format(
                Locale.ROOT,
                "cmp-%tY-%<tm-%04d",
                Instant.EPOCH.plus(detectedAtMicros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC),
                number);
    }

    /**
     * Writes the group up.
     *
     * @param verdict strongest verdict on its members, by file name
     */
    public CampaignFinding finding(String id, String verdict, Catalog models, Catalog pathways) {
        SortedMap<Long, SortedMap<Integer, Long>> days = Activity.of(members).days();
        return new CampaignFinding(
                id,
                members.stream().mapToLong(Subject::firstMicros).min().orElse(-1),
                members.stream().mapToLong(Subject::lastMicros).max().orElse(-1),
                group.detectedAtMicros(),
                members.size(),
                members.stream().mapToLong(Subject::exchanges).sum(),
                members.stream().mapToLong(Subject::outputTokens).sum(),
                assessment.confidence(),
                verdict,
                capabilities(),
                shares(models(days), models),
                shares(pathways(), pathways),
                group.pivots().all(),
                assessment.columns(),
                techniques(verdict),
                timeline(days),
                new ClusterSample(members, assessment.signature(), table).draw(),
                explanation(verdict),
                assessment.remedy());
    }

    /** Why it is taken for what it is, and what has become of it since. */
    private String explanation(String verdict) {
        StringBuilder text = new StringBuilder(assessment.reason());
        if (verdict.equals("observe")
                && !assessment.founded()
                && assessment.standing().compareTo(Standing.SUSPECTED) >= 0) {
            text.append(" There were too few long-standing verified accounts to compare with, so its accounts are"
                    + " observed and no more.");
        }
        Assessment last = group.assessment();
        if (last != null && last.standing() != assessment.standing()) {
            text.append(" By the end of the traffic it no longer showed this. The last look found: ")
                    .append(last.reason());
        }
        long left = members.stream()
                .filter(member -> !group.members().contains(member.index()))
                .count();
        if (left > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    " Of the %,d accounts counted here %,d %s left the group since.",
                    members.size(),
                    left,
                    left == 1 ? "has" : "have"));
        }
        return text.toString();
    }

    private Map<String, Double> capabilities() {
        double[] sums = new double[Capability.values().length];
        for (Subject member : members) {
            ItemSample items = member.items();
            SharedItems shared = traffic.of(member);
            double weight = member.exchanges() * shared.share() / Math.max(1, shared.count());
            for (int i = 0; i < items.size(); i++) {
                if (shared.has(i)) {
                    add(items, i, weight, sums);
                }
            }
        }
        double total = 0;
        for (double sum : sums) {
            total += sum;
        }
        Map<String, Double> mix = new TreeMap<>();
        for (Capability capability : Capability.values()) {
            double share = total == 0 ? 0 : sums[capability.ordinal()] / total;
            if (share >= SHOWN) {
                mix.put(capability.label(), share);
            }
        }
        return mix;
    }

    private static void add(ItemSample items, int position, double weight, double[] sums) {
        int asked = 0;
        for (Capability capability : Capability.values()) {
            boolean counts = capability != Capability.ORDINARY && items.score(position, capability) >= ASKED;
            asked += counts ? 1 : 0;
            sums[capability.ordinal()] += counts ? weight : 0;
        }
        sums[Capability.ORDINARY.ordinal()] += asked == 0 ? weight : 0;
    }

    private static SortedMap<Integer, Long> models(SortedMap<Long, SortedMap<Integer, Long>> days) {
        TreeMap<Integer, Long> counts = new TreeMap<>();
        days.values().forEach(day -> day.forEach((model, count) -> counts.merge(model, count, Long::sum)));
        return counts;
    }

    private SortedMap<Integer, Long> pathways() {
        TreeMap<Integer, Long> counts = new TreeMap<>();
        members.forEach(member -> member.pathways()
                .long2IntEntrySet()
                .forEach(entry -> counts.merge((int) entry.getLongKey(), (long) entry.getIntValue(), Long::sum)));
        return counts;
    }

    private static Map<String, Double> shares(SortedMap<Integer, Long> counts, Catalog names) {
        double total = counts.values().stream().mapToLong(Long::longValue).sum();
        Map<String, Double> shares = new TreeMap<>();
        counts.forEach((index, count) -> {
            if (count / total >= SHOWN) {
                shares.put(names.name(index), count / total);
            }
        });
        return shares;
    }

    private List<Day> timeline(SortedMap<Long, SortedMap<Integer, Long>> days) {
        TreeMap<Long, Integer> active = new TreeMap<>();
        TreeMap<Long, Integer> fresh = new TreeMap<>();
        for (Subject member : members) {
            member.models()
                    .keySet()
                    .longStream()
                    .map(key -> key >> Catalog.BITS)
                    .distinct()
                    .forEach(day -> active.merge(day, 1, Integer::sum));
            fresh.merge(Math.floorDiv(member.firstMicros(), DAY), 1, Integer::sum);
        }
        List<Day> timeline = new ArrayList<>();
        days.forEach((day, counts) -> timeline.add(new Day(
                day * DAY,
                counts.values().stream().mapToLong(Long::longValue).sum(),
                active.getOrDefault(day, 0),
                fresh.getOrDefault(day, 0))));
        return timeline;
    }

    /** MITRE ATLAS techniques that the evidence shows. */
    private List<String> techniques(String verdict) {
        List<String> techniques = new ArrayList<>();
        if (verdict.equals("allow")) {
            return techniques;
        }
        techniques.add("AML.T0024.002");
        boolean pool = assessment.columns().stream()
                .flatMap(score -> score.evidence().stream())
                .anyMatch(evidence -> evidence.kind().equals("proxy_pool"));
        if (pool) {
            techniques.add("AML.T0008.005");
        }
        if (assessment.column(Column.CONCEALMENT).present()) {
            techniques.add("AML.T0021");
        }
        techniques.sort(Comparator.naturalOrder());
        return techniques;
    }
}
