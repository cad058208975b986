package org.iolaus.detection.campaign;

import java.util.List;

/**
 * How much of a group's shared work is the same work done again: the items of a fixed-size sample that come back, whole
 * or reworded, from another member (see {@link SharedWork}). A class does one sheet over and over; a data set divided
 * among accounts does not. The sample's size is fixed, so the share does not grow with the group.
 *
 * @param items items sampled
 * @param repeated of them, items that come back
 */
record Repetition(int items, int repeated) {
    /** Share beyond which the work is repeated rather than divided. */
    private static final double REPEATED = 0.8;
    /** Share up to which a group that has content alone in common divides its work. */
    private static final double DIVIDED = 2.0 / 3;
    /** Items without which repetition would not show. */
    private static final int MIN_ITEMS = 256;

    private static final int SAMPLE = 512;

    static Repetition of(List<SharedItems> members) {
        SharedWork work = SharedWork.of(members, SAMPLE);
        int repeated = 0;
        for (int id = 0; id < work.size(); id++) {
            repeated += work.comesBack(id) ? 1 : 0;
        }
        return new Repetition(work.size(), repeated);
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
