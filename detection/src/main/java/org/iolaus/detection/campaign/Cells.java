package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import java.util.Comparator;
import java.util.List;
import org.iolaus.detection.campaign.Assessment.Standing;
import org.iolaus.detection.cluster.Crossing;
import org.iolaus.detection.cluster.GroupTest;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.profile.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Finds groups that are cells of one. Who pays for every dozen accounts by a card of their own makes groups that each look
 * like an agency's or a family's: one payer, and less work than would show. Such cells meet on the pool that all of them
 * use; or they work from one set of prompts that nobody else has (see {@link Purses}).
 *
 * <p>Two groups are cells of one pool if they meet on more addresses than chance allows (see {@link Crossing}), if neither
 * lacks the prompts that the other has in common, and if together they are taken for no less than apart. Who openly belongs
 * together is no cell, and two campaigns are left as they are. With g pairs tested so far the g-th may spend
 * {@link GroupTest#ALPHA} / (g·(g+1)). Not thread-safe.
 */
final class Cells {
    /** Most members of a group that are compared. */
    private static final int MOST_COMPARED = 512;

    private final List<Subject> subjects;
    private final ObjectTable table;
    private final Reference reference;
    private final Groups groups;
    private final Crossing crossing;
    private final Purses purses;
    private long tested;

    Cells(List<Subject> subjects, ObjectTable table, Reference reference, Groups groups) {
        this.subjects = subjects;
        this.table = table;
        this.reference = reference;
        this.groups = groups;
        crossing = new Crossing(subjects, table, reference);
        purses = new Purses(subjects, table, reference, groups);
    }

    /** Another cell of the same as a group that has just been assessed, or null. */
    @Nullable
    Group other(Group group, Assessor assessor) {
        Assessment last = group.assessment();
        if (last == null || group.loose() || last.open()) {
            return null;
        }
        List<Int2IntMap.Entry> meeting = groups.meeting(group, last.signature()).int2IntEntrySet().stream()
                .sorted(Comparator.comparingInt(Int2IntMap.Entry::getIntValue)
                        .reversed()
                        .thenComparingInt(Int2IntMap.Entry::getIntKey))
                .toList();
        for (Int2IntMap.Entry entry : meeting) {
            Group other = groups.numbered(entry.getIntKey());
            if (other != null
                    && comparable(group, last, other)
                    && meet(group, other)
                    && noLess(group, other, assessor)) {
                return other;
            }
        }
        for (Group other : purses.others(group, assessor)) {
            if (!campaigns(group, other) && together(group, other, assessor) == Standing.CAMPAIGN) {
                return other;
            }
        }
        return null;
    }

    private boolean comparable(Group group, Assessment last, Group other) {
        Assessment its = other.assessment();
        return its != null
                && !its.open()
                && !campaigns(group, other)
                && agrees(other, last.signature())
                && agrees(group, its.signature());
    }

    private static boolean campaigns(Group group, Group other) {
        return group.strongest() == Standing.CAMPAIGN && other.strongest() == Standing.CAMPAIGN;
    }

    /** Whether a group has the prompts that another's members have in common, if they have any. */
    private boolean agrees(Group group, Signature signature) {
        return !signature.common(Family.CONTENT) || groups.hold(group, signature.part(Family.CONTENT));
    }

    private boolean meet(Group group, Group other) {
        int[] some = compared(group);
        int[] others = compared(other);
        tested++;
        double required = GroupTest.required(tested, GroupTest.ALPHA);
        double nats = some.length < others.length ? crossing.nats(others, some) : crossing.nats(some, others);
        return nats >= required;
    }

    private int[] compared(Group group) {
        return Smallest.sample(group.members().toIntArray(), MOST_COMPARED, subjects);
    }

    /** Whether two groups are taken together for no less than either ever was. */
    private boolean noLess(Group group, Group other, Assessor assessor) {
        Standing together = together(group, other, assessor);
        return together.compareTo(group.strongest()) >= 0 && together.compareTo(other.strongest()) >= 0;
    }

    private Standing together(Group group, Group other, Assessor assessor) {
        Group both = new Group(group.number(), false);
        group.members().forEach(both::add);
        other.members().forEach(both::add);
        Signature signature = Signature.of(both.members().toIntArray(), subjects, table, reference);
        return assessor.assess(both, signature).standing();
    }
}
