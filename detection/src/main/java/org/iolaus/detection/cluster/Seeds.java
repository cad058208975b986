package org.iolaus.detection.cluster;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import org.iolaus.detection.link.Family;

/**
 * Tells whether nearly the same users have been gathered by another object of the family in the same evaluation. The
 * pieces of one prompt gather the same group over and over, and one test of it is enough.
 */
public final class Seeds {
    private static final double SAME = 0.9;

    private final Int2IntOpenHashMap[] lastSeed = new Int2IntOpenHashMap[Family.values().length];
    private final IntArrayList sizes = new IntArrayList();

    public Seeds() {
        for (int i = 0; i < lastSeed.length; i++) {
            lastSeed[i] = new Int2IntOpenHashMap();
            lastSeed[i].defaultReturnValue(-1);
        }
    }

    /** Whether a group is new, not nine tenths an earlier one's and of about its size. */
    public boolean fresh(int[] users, Family family) {
        Int2IntOpenHashMap seeds = lastSeed[family.ordinal()];
        Int2IntOpenHashMap counts = new Int2IntOpenHashMap();
        boolean fresh = true;
        for (int user : users) {
            int seed = seeds.get(user);
            if (seed >= 0 && counts.addTo(seed, 1) + 1 >= SAME * Math.max(users.length, sizes.getInt(seed))) {
                fresh = false;
            }
        }
        if (fresh) {
            for (int user : users) {
                seeds.put(user, sizes.size());
            }
            sizes.add(users.length);
        }
        return fresh;
    }
}
