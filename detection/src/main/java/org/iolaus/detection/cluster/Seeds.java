package org.iolaus.detection.cluster;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import org.iolaus.detection.link.Family;

/**
 * Tells whether nearly the same users have been gathered by another object of the family in the same evaluation. The
 * pieces of one prompt gather the same group over and over, and one test of it is enough.
 */
public final class Seeds {
    /** Share of the larger of two groups that both must have for them to be nearly the same. */
    public static final double SAME = 0.9;

    /** By family and user, one more than the last seed that gathered the user; 0 if none did. Empty until a family is used. */
    private final int[][] lastSeed = new int[Family.values().length][0];

    private final int subjects;

    private final IntArrayList sizes = new IntArrayList();

    /** @param subjects of which the users are some */
    public Seeds(int subjects) {
        this.subjects = subjects;
    }

    /** Whether a group is new, not nine tenths an earlier one's and of about its size. */
    public boolean fresh(int[] users, Family family) {
        if (lastSeed[family.ordinal()].length == 0) {
            lastSeed[family.ordinal()] = new int[subjects];
        }
        int[] seeds = lastSeed[family.ordinal()];
        Int2IntOpenHashMap counts = new Int2IntOpenHashMap();
        boolean fresh = true;
        for (int user : users) {
            int seed = seeds[user] - 1;
            if (seed >= 0 && counts.addTo(seed, 1) + 1 >= SAME * Math.max(users.length, sizes.getInt(seed))) {
                fresh = false;
            }
        }
        if (fresh) {
            for (int user : users) {
                seeds[user] = sizes.size() + 1;
            }
            sizes.add(users.length);
        }
        return fresh;
    }
}
