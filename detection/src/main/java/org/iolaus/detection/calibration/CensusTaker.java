package org.iolaus.detection.calibration;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.iolaus.detection.campaign.CampaignTracker;
import org.iolaus.detection.campaign.Group;
import org.iolaus.detection.campaign.Strength;
import org.iolaus.detection.cluster.DisjointSets;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.profile.Subject;
import org.iolaus.detection.verdict.Verdicts;
import org.iolaus.detection.verdict.Verdicts.Ruling;
import org.jspecify.annotations.Nullable;

/** Counts a finished run by independent groups. Not thread-safe. */
public final class CensusTaker {
    private final List<Subject> subjects;
    private final CampaignTracker tracker;
    private final Verdicts verdicts;
    private final Function<Group, @Nullable String> campaign;
    private final DisjointSets sets;

    /**
     * @param subjects every subject by index
     * @param campaign identifier of a group that was found to be a campaign or suspected, or null
     */
    public CensusTaker(
            List<Subject> subjects,
            CampaignTracker tracker,
            Verdicts verdicts,
            Function<Group, @Nullable String> campaign) {
        this.subjects = subjects;
        this.tracker = tracker;
        this.verdicts = verdicts;
        this.campaign = campaign;
        sets = new DisjointSets(subjects.size());
    }

    /**
     * Counts.
     *
     * @param carrier subjects that nothing is said of as a whole
     */
    public Census take(ObjectTable table, Predicate<Subject> carrier) {
        connect();
        Map<Integer, List<Subject>> groups = new TreeMap<>();
        for (Subject subject : subjects) {
            if (subject.exchanges() > 0 && !carrier.test(subject)) {
                groups.computeIfAbsent(sets.root(subject.index()), root -> new ArrayList<>())
                        .add(subject);
            }
        }
        Painter painter = new Painter(table, subjects.size());
        List<Census.Accused> accused = new ArrayList<>();
        long active = 0;
        for (List<Subject> members : groups.values()) {
            active += members.size();
            Census.Accused found = accused(members);
            if (found == null) {
                painter.add(representative(members), members.size());
            } else {
                accused.add(found);
            }
        }
        return new Census(active, groups.size(), accused, tracker.mayAccuse(), painter.portrait());
    }

    private void connect() {
        Map<Integer, Integer> firstOfGroup = new TreeMap<>();
        Map<String, Integer> firstOfAccount = new TreeMap<>();
        Long2IntOpenHashMap firstOfFact = new Long2IntOpenHashMap();
        firstOfFact.defaultReturnValue(-1);
        for (Subject subject : subjects) {
            Group group = group(subject);
            if (group != null) {
                join(firstOfGroup.putIfAbsent(group.number(), subject.index()), subject);
            }
            if (subject.endUserId() != null) {
                join(firstOfAccount.putIfAbsent(subject.accountId(), subject.index()), subject);
            }
            AccountFingerprint facts = subject.facts();
            if (facts != null) {
                for (long fact : new long[] {facts.organization(), facts.payment(), facts.ip()}) {
                    int first = fact == 0 ? -1 : firstOfFact.putIfAbsent(fact, subject.index());
                    join(first < 0 ? null : first, subject);
                }
            }
        }
    }

    private void join(@Nullable Integer first, Subject subject) {
        if (first != null) {
            sets.join(first, subject.index());
        }
    }

    /** The group that a subject is in, or was when it was judged. */
    private @Nullable Group group(Subject subject) {
        Ruling ruling = verdicts.of(subject);
        Group judged = ruling == null ? null : tracker.numbered(ruling.group());
        return judged == null ? tracker.group(subject) : judged;
    }

    private Census.@Nullable Accused accused(List<Subject> members) {
        TreeSet<String> campaigns = new TreeSet<>();
        double strongest = 0;
        double suspicion = 0;
        for (Subject member : members) {
            Group group = group(member);
            String id = group == null ? null : campaign.apply(group);
            if (group != null && id != null) {
                campaigns.add(id);
                strongest = Math.max(strongest, group.peak().campaign());
                suspicion = Math.max(suspicion, group.peak().suspicion());
            }
        }
        return campaigns.isEmpty()
                ? null
                : new Census.Accused(campaigns, members.size(), new Strength(strongest, suspicion));
    }

    private static Subject representative(List<Subject> members) {
        Subject first = members.getFirst();
        for (Subject member : members) {
            first = Long.compareUnsigned(member.key(), first.key()) < 0 ? member : first;
        }
        return first;
    }
}
