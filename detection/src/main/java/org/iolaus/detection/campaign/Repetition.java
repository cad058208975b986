package org.iolaus.detection.campaign;

import java.util.List;
import org.iolaus.detection.statistics.Betting;

/**
 * How much of a group's shared work is the same work done again: the items of a fixed-size sample that come back, whole
 * or reworded, from another member (see {@link SharedWork}). A class does one sheet over and over; a data set divided
 * among accounts does not. The sample's size is fixed, so the share does not grow with the group.
 *
 * @param items items sampled
 * @param repeated of them, items that come back
 * @param overlap estimated share of what one member asks for that another one, taken at random, asks for too
 * @param newNats nats of every sampled item's bet that the share of others that ask for it is below {@link #SHEET}
 */
record Repetition(int items, int repeated, double overlap, double newNats) {
    /** Overlap that the least uniform of classes would have: any two do a fifth of their work in common. */
    private static final double SHEET = 0.2;

    /** Share beyond which the work is repeated rather than divided. */
    private static final double REPEATED = 0.8;
    /** Share up to which a group that has content alone in common divides its work. */
    private static final double DIVIDED = 2.0 / 3;
    /** Items without which repetition would not show. */
    private static final int MIN_ITEMS = 256;

    private static final int SAMPLE = 512;

    static Repetition of(List<SharedItems> members) {
        SharedWork work = SharedWork.of(members, SAMPLE);
        int all = members.stream().mapToInt(SharedItems::count).sum();
        double seen = Math.max(1e-9, (members.size() - 1.0) * work.size() / Math.max(1, all));
        Betting betting = new Betting();
        int repeated = 0;
        double met = 0;
        for (int id = 0; id < work.size(); id++) {
            int others = work.others(id).size();
            repeated += others > 0 ? 1 : 0;
            met += others;
            betting.value(1 - Math.min(1, others / seen), 1 - SHEET);
        }
        double overlap = work.size() == 0 ? 0 : Math.min(1, met / (work.size() * seen));
        return new Repetition(work.size(), repeated, overlap, betting.valueNats());
    }

    /** Whether the group repeats its work. */
    boolean repeats() {
        return repeated > REPEATED * items;
    }

    /** Whether the group divides its work, shown by enough items. */
    boolean divides() {
        return items >= MIN_ITEMS && repeated <= DIVIDED * items;
    }

    /** Share of the items that come back. */
    double share() {
        return items == 0 ? 0 : repeated / (double) items;
    }
}
