package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.iolaus.detection.profile.ItemSample;
import org.iolaus.detection.profile.Subject;

/**
 * How much of a group's shared work is the same work done again: the items of a fixed-size sample that come back, whole
 * or reworded, from another member. A class does one sheet over and over; a data set divided among accounts does not.
 *
 * <p>Two items are the same work if they are equal after normalisation, or if the second has two fifths of the first's
 * own sampled shingles and at least two. Shingles found in many items are the frame's and do not count. The sample's
 * size is fixed, so the share does not grow with the group.
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
    private static final double FRAME_SHARE = 0.08;
    private static final double SAME_WORDING = 0.4;
    private static final int MAX_POSTINGS = 64;

    static Repetition of(List<Subject> members, Traffic traffic) {
        List<Item> items = new ArrayList<>();
        for (Subject member : members) {
            ItemSample sample = member.items();
            for (int i = 0; i < sample.size(); i++) {
                if (traffic.shared(sample.get(i))) {
                    items.add(new Item(sample.get(i), member));
                }
            }
        }
        items.sort(Comparator.comparingLong(Item::order));
        return new Search(items.subList(0, Math.min(SAMPLE, items.size()))).count();
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

    /** An item of a member; equal items of two members differ in order. */
    private record Item(ItemSample.Entry entry, Subject owner) {
        long order() {
            return (entry.item() ^ owner.key()) * 0x9e3779b97f4a7c15L;
        }
    }

    /** Items by what they contain. */
    private static final class Search {
        private final List<Item> items;
        private final Long2ObjectOpenHashMap<IntArrayList> postings = new Long2ObjectOpenHashMap<>();

        Search(List<Item> items) {
            this.items = items;
            for (int id = 0; id < items.size(); id++) {
                post(items.get(id).entry().item(), id);
                for (long shingle : items.get(id).entry().shingles()) {
                    post(shingle, id);
                }
            }
        }

        private void post(long key, int id) {
            postings.computeIfAbsent(key, k -> new IntArrayList(1)).add(id);
        }

        Repetition count() {
            int repeated = 0;
            for (int id = 0; id < items.size(); id++) {
                repeated += elsewhere(id) || reworded(id) ? 1 : 0;
            }
            return new Repetition(items.size(), repeated);
        }

        private boolean elsewhere(int id) {
            IntArrayList equal = postings.get(items.get(id).entry().item());
            return equal.intStream().anyMatch(other -> strangers(id, other));
        }

        private boolean strangers(int id, int other) {
            return items.get(id).owner() != items.get(other).owner();
        }

        private boolean reworded(int id) {
            Int2IntOpenHashMap common = new Int2IntOpenHashMap();
            int own = 0;
            int best = 0;
            for (long shingle : items.get(id).entry().shingles()) {
                IntArrayList others = postings.get(shingle);
                if (others.size() > Math.max(3, FRAME_SHARE * items.size())) {
                    continue;
                }
                own++;
                for (int i = 0; i < Math.min(MAX_POSTINGS, others.size()); i++) {
                    int other = others.getInt(i);
                    if (strangers(id, other)) {
                        best = Math.max(best, common.addTo(other, 1) + 1);
                    }
                }
            }
            return best >= 2 && best >= SAME_WORDING * own;
        }
    }
}
