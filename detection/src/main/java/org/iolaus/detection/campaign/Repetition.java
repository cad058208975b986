package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import org.iolaus.detection.profile.ItemSample;
import org.iolaus.detection.profile.Subject;

/**
 * How much of a group's shared work is the same work done again: the share of sampled items that come back, whole or
 * reworded, from another member. A class does one sheet over and over; a data set divided among accounts does not.
 *
 * <p>Two items are the same work if they are equal after normalisation, or if the second has two fifths of the first's
 * own sampled shingles and at least two. Shingles found in many items are the frame's and do not count.
 */
final class Repetition {
    private static final double FRAME_SHARE = 0.08;
    private static final double SAME_WORDING = 0.4;
    private static final int MAX_POSTINGS = 64;

    private final List<ItemSample.Entry> entries = new ArrayList<>();
    private final IntArrayList owners = new IntArrayList();
    private final Long2ObjectOpenHashMap<IntArrayList> postings = new Long2ObjectOpenHashMap<>();

    private Repetition(List<Subject> members, Traffic traffic) {
        for (Subject member : members) {
            ItemSample items = member.items();
            for (int i = 0; i < items.size(); i++) {
                if (traffic.shared(items.get(i))) {
                    add(items.get(i), member.index());
                }
            }
        }
    }

    static double share(List<Subject> members, Traffic traffic) {
        Repetition repetition = new Repetition(members, traffic);
        int count = repetition.entries.size();
        int repeated = 0;
        for (int i = 0; i < count; i++) {
            repeated += repetition.repeated(i) ? 1 : 0;
        }
        return count == 0 ? 0 : repeated / (double) count;
    }

    private void add(ItemSample.Entry entry, int owner) {
        int id = entries.size();
        entries.add(entry);
        owners.add(owner);
        post(entry.item(), id);
        for (long shingle : entry.shingles()) {
            post(shingle, id);
        }
    }

    private void post(long key, int id) {
        postings.computeIfAbsent(key, k -> new IntArrayList(1)).add(id);
    }

    private boolean repeated(int id) {
        ItemSample.Entry entry = entries.get(id);
        if (elsewhere(postings.get(entry.item()), owners.getInt(id))) {
            return true;
        }
        Int2IntOpenHashMap common = new Int2IntOpenHashMap();
        int own = 0;
        int best = 0;
        for (long shingle : entry.shingles()) {
            IntArrayList others = postings.get(shingle);
            if (others.size() > Math.max(3, FRAME_SHARE * entries.size())) {
                continue;
            }
            own++;
            for (int i = 0; i < Math.min(MAX_POSTINGS, others.size()); i++) {
                int other = others.getInt(i);
                if (owners.getInt(other) != owners.getInt(id)) {
                    best = Math.max(best, common.addTo(other, 1) + 1);
                }
            }
        }
        return best >= 2 && best >= SAME_WORDING * own;
    }

    private boolean elsewhere(IntArrayList ids, int owner) {
        for (int i = 0; i < ids.size(); i++) {
            if (owners.getInt(ids.getInt(i)) != owner) {
                return true;
            }
        }
        return false;
    }
}
