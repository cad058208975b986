package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.iolaus.detection.profile.ItemSample;

/**
 * Items of a group's shared work, in an order that is random but always the same, and which of them are the same work.
 *
 * <p>Two items are the same work if they are equal after normalisation, or if the second has two fifths of the first's
 * own sampled shingles and at least two. Shingles found in many items are the frame's and do not count.
 */
final class SharedWork {
    private static final double FRAME_SHARE = 0.08;
    private static final double SAME_WORDING = 0.4;
    private static final int MAX_POSTINGS = 64;

    private final List<Item> items;
    private final Long2ObjectOpenHashMap<IntArrayList> postings = new Long2ObjectOpenHashMap<>();

    private SharedWork(List<Item> items) {
        this.items = items;
        for (int id = 0; id < items.size(); id++) {
            Item item = items.get(id);
            post(item.hash(), id);
            for (int i = 0; item.shingle(i) != 0; i++) {
                post(item.shingle(i), id);
            }
        }
    }

    /** An item of a member, by its position; equal items of two members differ in order. */
    private record Item(ItemSample sample, int position, int owner, long order) {
        long hash() {
            return sample.item(position);
        }

        /** A shingle, or 0 from the end on. */
        long shingle(int number) {
            return sample.shingle(position, number);
        }
    }

    /** Items of members, no more than a number of them. */
    static SharedWork of(List<SharedItems> members, int most) {
        List<Item> items = new ArrayList<>();
        for (int owner = 0; owner < members.size(); owner++) {
            SharedItems shared = members.get(owner);
            ItemSample sample = shared.owner().items();
            for (int i = 0; i < sample.size(); i++) {
                if (shared.has(i)) {
                    long order = (sample.item(i) ^ shared.owner().key()) * 0x9e3779b97f4a7c15L;
                    items.add(new Item(sample, i, owner, order));
                }
            }
        }
        List<Item> first = first(items, most);
        first.sort(Comparator.comparingLong(Item::order));
        return new SharedWork(first.subList(0, Math.min(most, first.size())));
    }

    /** The first so many items in their order, and those that tie with the last. */
    private static List<Item> first(List<Item> items, int most) {
        if (items.size() <= most) {
            return items;
        }
        long[] orders = items.stream().mapToLong(Item::order).sorted().toArray();
        return new ArrayList<>(
                items.stream().filter(item -> item.order() <= orders[most - 1]).toList());
    }

    private void post(long key, int id) {
        postings.computeIfAbsent(key, k -> new IntArrayList(1)).add(id);
    }

    int size() {
        return items.size();
    }

    /** Position of the member that asked for an item. */
    int owner(int id) {
        return items.get(id).owner();
    }

    /** Positions of the other members that asked for the same work. */
    IntOpenHashSet others(int id) {
        IntOpenHashSet others = new IntOpenHashSet();
        IntArrayList equal = postings.get(items.get(id).hash());
        for (int i = 0; i < equal.size(); i++) {
            others.add(owner(equal.getInt(i)));
        }
        addReworded(id, others);
        others.remove(owner(id));
        return others;
    }

    private void addReworded(int id, IntOpenHashSet others) {
        Int2IntOpenHashMap common = new Int2IntOpenHashMap();
        int own = 0;
        Item item = items.get(id);
        for (int i = 0; item.shingle(i) != 0; i++) {
            IntArrayList holders = postings.get(item.shingle(i));
            if (holders.size() > Math.max(3, FRAME_SHARE * items.size())) {
                continue;
            }
            own++;
            for (int j = 0; j < Math.min(MAX_POSTINGS, holders.size()); j++) {
                common.addTo(holders.getInt(j), 1);
            }
        }
        for (Int2IntMap.Entry entry : common.int2IntEntrySet()) {
            if (entry.getIntValue() >= Math.max(2, SAME_WORDING * own)) {
                others.add(owner(entry.getIntKey()));
            }
        }
    }
}
