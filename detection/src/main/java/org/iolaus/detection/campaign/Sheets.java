package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.List;
import org.iolaus.detection.statistics.Betting;

/**
 * How far those who do one item of a group's shared work do the others of each other's too. Courses that use the same
 * book look like one group that divides its work, because each has a sheet of its own; but who does one exercise of a
 * sheet does the rest. Accounts that draw items from a data set do not, even if each item is drawn several times.
 *
 * @param share mean, over sampled items, of the share of its owner's other items that one of those who also did it did
 *     too; an item that fewer than three did counts 0
 * @param perMember items sampled of each member, mean
 * @param newNats nats of every sampled item's bet that more than {@link #NEW} of all are nobody else's
 * @param fewNats nats of every sampled item's bet that the share is below {@link #COMMON}
 */
record Sheets(double share, double perMember, double newNats, double fewNats) {
    /** Share from which on there are sheets. */
    private static final double COMMON = 0.2;
    /** Items a member without which sheets would not show. */
    private static final double MIN_ITEMS = 8;

    private static final double MIN_BITS = 10;

    /** Bound on the share of items that nobody else has done yet, where there are sheets. */
    private static final double NEW = 0.5;

    private static final int QUERIES = 512;
    private static final int FEW = 2;

    static Sheets of(List<SharedItems> members) {
        SharedWork work = SharedWork.of(members, Integer.MAX_VALUE);
        List<IntArrayList> itemsOf = new ArrayList<>();
        members.forEach(member -> itemsOf.add(new IntArrayList()));
        for (int id = 0; id < work.size(); id++) {
            itemsOf.get(work.owner(id)).add(id);
        }
        Betting betting = new Betting();
        Betting few = new Betting();
        double sum = 0;
        int queries = Math.min(QUERIES, work.size());
        for (int id = 0; id < queries; id++) {
            IntOpenHashSet others = work.others(id);
            betting.event(others.isEmpty(), NEW);
            double also = 0;
            if (others.size() >= FEW) {
                int[] sorted = others.intStream().sorted().toArray();
                also = alsoDone(work, id, itemsOf.get(work.owner(id)), sorted[id % sorted.length]);
            }
            few.value(1 - also, 1 - COMMON);
            sum += also;
        }
        return new Sheets(
                sum / Math.max(1, queries),
                work.size() / (double) Math.max(1, members.size()),
                betting.eventNats(),
                few.valueNats());
    }

    private static double alsoDone(SharedWork work, int id, IntArrayList items, int other) {
        int done = 0;
        for (int i = 0; i < items.size(); i++) {
            done += items.getInt(i) != id && work.others(items.getInt(i)).contains(other) ? 1 : 0;
        }
        return done / (double) Math.max(1, items.size() - 1);
    }

    /** Whether members have done enough for sheets to show. */
    boolean known() {
        return perMember >= MIN_ITEMS;
    }

    /** Whether hardly anything comes back, so that there are no sheets, however little each member has done. */
    boolean apart() {
        return Betting.bits(newNats) >= MIN_BITS;
    }

    /** Whether the group's work is made of sheets. */
    boolean common() {
        return share >= COMMON;
    }

    /** Whether it is shown not to be. */
    boolean absent() {
        return Betting.bits(fewNats) >= MIN_BITS;
    }
}
