package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;

/**
 * Which items hold each hash: one list a hash, all lists in one array. Fill it, close it, then ask. Not thread-safe.
 */
final class Postings {
    private final Long2IntOpenHashMap lists = new Long2IntOpenHashMap();
    /** List of each posting, in the order of adding. */
    private final IntArrayList listOf = new IntArrayList();

    private final IntArrayList idOf = new IntArrayList();
    private int[] starts = {};
    private int[] ids = {};

    /** Notes that an item holds a hash. */
    void add(long hash, int id) {
        int next = lists.size();
        int list = lists.putIfAbsent(hash, next + 1);
        listOf.add(list == 0 ? next : list - 1);
        idOf.add(id);
    }

    /** Makes the lists, each in the order of adding. */
    void close() {
        starts = new int[lists.size() + 1];
        for (int i = 0; i < listOf.size(); i++) {
            starts[listOf.getInt(i) + 1]++;
        }
        for (int list = 1; list < starts.length; list++) {
            starts[list] += starts[list - 1];
        }
        int[] next = starts.clone();
        ids = new int[listOf.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[next[listOf.getInt(i)]++] = idOf.getInt(i);
        }
    }

    /** The list of a hash that some item holds. */
    int list(long hash) {
        return lists.get(hash) - 1;
    }

    /** Position of a list's first item. */
    int start(int list) {
        return starts[list];
    }

    /** Position after a list's last item. */
    int end(int list) {
        return starts[list + 1];
    }

    /** Item at a position. */
    int id(int position) {
        return ids[position];
    }
}
