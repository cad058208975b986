package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.iolaus.detection.cluster.Binding;
import org.iolaus.detection.cluster.GroupTest;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.link.Payers;
import org.iolaus.detection.link.Popularity;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.profile.Subject;

/**
 * Finds groups with a payer each that work from one set of prompts, as cells of one that has scattered its accounts over
 * homes do: each looks like an agency whose people work from home.
 *
 * <p>Under the null the prompts are a tool's, and its users pay as customers do: hardly any of them for several strangers.
 * So payers are the unit. The one who pays for the group brought the test; how many of the others that pay for users of its
 * prompts pay for strangers is compared with all payers. They must be {@link Binding#MIN_LIFT} times as many as expected:
 * whatever else explains it, as that the tool is made for firms, would have to be as many times as common among its users
 * [1]. With g tests so far the g-th may spend {@link GroupTest#ALPHA} / (g·(g+1)).
 *
 * <p>Groups whose members meet on addresses are not asked: a firm has an office or a gateway, and cells on one pool meet
 * there (see {@link Cells}). Each must ask for work worth training on by itself. Not thread-safe.
 *
 * <p>Paper: [1] as in {@link Binding}.
 */
final class Purses {
    private final List<Subject> subjects;
    private final ObjectTable table;
    private final Reference reference;
    private final Groups groups;
    private long tested;

    Purses(List<Subject> subjects, ObjectTable table, Reference reference, Groups groups) {
        this.subjects = subjects;
        this.table = table;
        this.reference = reference;
        this.groups = groups;
    }

    /** Groups that one hand pays for as it pays for a group that has just been assessed, most like it first. */
    List<Group> others(Group group, Assessor assessor) {
        Assessment last = group.assessment();
        if (last == null || !scattered(group, last)) {
            return List.of();
        }
        Signature.Part prompts = last.signature().part(Family.CONTENT);
        List<Subject> users = users(prompts);
        List<Group> others = new ArrayList<>();
        for (Int2IntMap.Entry entry : byGroup(users)) {
            Group other = groups.numbered(entry.getIntKey());
            Assessment its = other == null ? null : other.assessment();
            if (other != null
                    && its != null
                    && other != group
                    && scattered(other, its)
                    && 2 * entry.getIntValue() >= other.members().size()
                    && groups.hold(group, its.signature().part(Family.CONTENT))) {
                others.add(other);
            }
        }
        boolean found = !others.isEmpty() && oneHand(users) && assessor.worthTraining(group, last.signature());
        return found
                ? others.stream()
                        .filter(other -> worthTraining(other, assessor))
                        .toList()
                : List.of();
    }

    /** Whether prompts and a payer tie a group that nobody says belongs together, and no address does. */
    private static boolean scattered(Group group, Assessment assessment) {
        Signature signature = assessment.signature();
        return !group.loose()
                && !assessment.open()
                && signature.common(Family.CONTENT)
                && signature.common(Family.IDENTITY)
                && !signature.common(Family.NETWORK);
    }

    private static boolean worthTraining(Group group, Assessor assessor) {
        Assessment assessment = group.assessment();
        return assessment != null && assessor.worthTraining(group, assessment.signature());
    }

    /** Whoever holds enough of some prompts, in a group or not. */
    private List<Subject> users(Signature.Part prompts) {
        IntOpenHashSet users = new IntOpenHashSet();
        prompts.objects().forEach(id -> users.addAll(table.get(id).users()));
        return users.intStream()
                .sorted()
                .mapToObj(subjects::get)
                .filter(user -> prompts.heldBy(user, Family.CONTENT))
                .toList();
    }

    /** Groups by how many of some subjects are in them, most first. */
    private List<Int2IntMap.Entry> byGroup(List<Subject> users) {
        Int2IntOpenHashMap counts = new Int2IntOpenHashMap();
        for (Subject user : users) {
            Group group = groups.of(user.index());
            if (group != null) {
                counts.addTo(group.number(), 1);
            }
        }
        return counts.int2IntEntrySet().stream()
                .sorted(Comparator.comparingInt(Int2IntMap.Entry::getIntValue)
                        .reversed()
                        .thenComparingInt(Int2IntMap.Entry::getIntKey))
                .toList();
    }

    /** Whether those who pay for some subjects pay for strangers more often than chance allows. */
    private boolean oneHand(List<Subject> users) {
        Payers payers = Payers.of(users);
        Popularity usual = reference.payers().sharing();
        int others = payers.all() - 1;
        int sharing = payers.reused() - 1;
        tested++;
        double required = GroupTest.required(tested, GroupTest.ALPHA);
        return sharing >= Binding.MIN_LIFT * others * usual.share() && usual.nats(sharing, others) >= required;
    }
}
