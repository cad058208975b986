package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.List;
import org.iolaus.detection.cluster.GroupTest;
import org.iolaus.detection.profile.Subject;

/**
 * How far those who do one item of a group's shared work do the others of each other's too. Courses that use the same
 * book look like one group that divides its work, because each has a sheet of its own; but who does one exercise of a sheet
 * does the rest. Accounts that draw items from a data set do not, even if each item is drawn several times.
 */
final class Sheets {
    /** Share of an account's work that comes with one of its items, from which on there are sheets. */
    private static final double COMMON = 0.25;

    private static final int QUERIES = 512;

    private final SharedWork work;
    private final List<IntArrayList> itemsOf = new ArrayList<>();

    private Sheets(List<Subject> members, Traffic traffic) {
        work = SharedWork.of(members, traffic, Integer.MAX_VALUE);
        members.forEach(member -> itemsOf.add(new IntArrayList()));
        for (int id = 0; id < work.size(); id++) {
            itemsOf.get(work.owner(id)).add(id);
        }
    }

    /** Whether a group's work is made of sheets. */
    static boolean common(List<Subject> members, Traffic traffic) {
        return new Sheets(members, traffic).share() >= COMMON;
    }

    /**
     * Mean, over sampled items, of the share of its owner's other items that one of those who also did it did too. An
     * item that fewer than {@link GroupTest#MIN_MEMBERS} did belongs to no sheet.
     */
    private double share() {
        double sum = 0;
        int queries = Math.min(QUERIES, work.size());
        for (int id = 0; id < queries; id++) {
            IntOpenHashSet others = work.others(id);
            if (others.size() + 1 >= GroupTest.MIN_MEMBERS) {
                int[] sorted = others.intStream().sorted().toArray();
                sum += alsoDone(id, sorted[id % sorted.length]);
            }
        }
        return queries == 0 ? 0 : sum / queries;
    }

    private double alsoDone(int id, int other) {
        IntArrayList items = itemsOf.get(work.owner(id));
        int done = 0;
        for (int i = 0; i < items.size(); i++) {
            done += items.getInt(i) != id && work.others(items.getInt(i)).contains(other) ? 1 : 0;
        }
        return done / (double) Math.max(1, items.size() - 1);
    }
}
