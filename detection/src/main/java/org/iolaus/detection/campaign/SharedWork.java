package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.iolaus.detection.profile.ItemSample;

/**
 * Items of a group's shared work, in an order that is random but always the same, and which of them are the same work.
 *
 * <p>Two items are the same work if they are equal after normalisation; or if one of them is, word for word, the work of
 * several members and the other words it anew: has two fifths of the own sampled shingles, and at least two. A sheet that
 * goes round is copied by some and reworded by others. Items that were made by filling in one frame resemble each other
 * too, but none of them is anybody else's. Shingles found in many items are the frame's and do not count.
 */
final class SharedWork {
    private static final double FRAME_SHARE = 0.08;
    private static final double SAME_WORDING = 0.4;
    private static final int MAX_POSTINGS = 64;

    private final List<Item> items;
    private final Postings postings = new Postings();
    /** Shingles that each item has in common with the one that is looked at; zeros between looks. */
    private final int[] common;

    private final IntArrayList touched = new IntArrayList();
    /** Items that several members asked for word for word. */
    private final BitSet copied;

    private SharedWork(List<Item> items) {
        this.items = items;
        common = new int[items.size()];
        for (int id = 0; id < items.size(); id++) {
            Item item = items.get(id);
            postings.add(item.hash(), id);
            for (int i = 0; item.shingle(i) != 0; i++) {
                postings.add(item.shingle(i), id);
            }
        }
        postings.close();
        copied = new BitSet(items.size());
        for (int id = 0; id < items.size(); id++) {
            copied.set(id, isCopied(id));
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
        long last = last(members, most);
        List<Item> items = new ArrayList<>();
        for (int owner = 0; owner < members.size(); owner++) {
            SharedItems shared = members.get(owner);
            for (int left = shared.positions(); left != 0; left &= left - 1) {
                int position = Integer.numberOfTrailingZeros(left);
                long order = order(shared, position);
                if (order <= last) {
                    items.add(new Item(shared.owner().items(), position, owner, order));
                }
            }
        }
        items.sort(Comparator.comparingLong(Item::order));
        return new SharedWork(items.subList(0, Math.min(most, items.size())));
    }

    /** The order of the last of the first so many items. */
    private static long last(List<SharedItems> members, int most) {
        LongArrayList orders = new LongArrayList();
        for (SharedItems shared : members) {
            for (int left = shared.positions(); left != 0; left &= left - 1) {
                orders.add(order(shared, Integer.numberOfTrailingZeros(left)));
            }
        }
        if (orders.size() <= most) {
            return Long.MAX_VALUE;
        }
        return Smallest.of(orders.toLongArray(), most);
    }

    private static long order(SharedItems shared, int position) {
        return (shared.owner().items().item(position) ^ shared.owner().key()) * 0x9e3779b97f4a7c15L;
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
        int equal = postings.list(items.get(id).hash());
        for (int i = postings.start(equal); i < postings.end(equal); i++) {
            others.add(owner(postings.id(i)));
        }
        addReworded(id, others);
        others.remove(owner(id));
        return others;
    }

    private boolean isCopied(int id) {
        int equal = postings.list(items.get(id).hash());
        for (int i = postings.start(equal); i < postings.end(equal); i++) {
            if (owner(postings.id(i)) != owner(id)) {
                return true;
            }
        }
        return false;
    }

    private void addReworded(int id, IntOpenHashSet others) {
        int own = 0;
        Item item = items.get(id);
        for (int i = 0; item.shingle(i) != 0; i++) {
            own += countCommon(postings.list(item.shingle(i)));
        }
        for (int i = 0; i < touched.size(); i++) {
            int other = touched.getInt(i);
            boolean known = copied.get(id) || copied.get(other);
            if (known && common[other] >= Math.max(2, SAME_WORDING * own)) {
                others.add(owner(other));
            }
            common[other] = 0;
        }
        touched.clear();
    }

    /** Counts a shingle for the items that have it; 1, or 0 if it is the frame's. */
    private int countCommon(int list) {
        int start = postings.start(list);
        int holders = postings.end(list) - start;
        if (holders > Math.max(3, FRAME_SHARE * items.size())) {
            return 0;
        }
        for (int i = start; i < start + Math.min(MAX_POSTINGS, holders); i++) {
            int other = postings.id(i);
            if (common[other]++ == 0) {
                touched.add(other);
            }
        }
        return 1;
    }
}
