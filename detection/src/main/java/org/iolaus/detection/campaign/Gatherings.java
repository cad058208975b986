package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import org.iolaus.detection.cluster.Seeds;

/**
 * All crowds that were gathered in one round of one evaluation. Unlike {@link Seeds} it knows every one that a user was
 * gathered in, not the last, so crowds that overlap do not hide each other; that pays where a crowd is costly.
 */
final class Gatherings {
    private final Int2ObjectOpenHashMap<IntArrayList> gatheredIn = new Int2ObjectOpenHashMap<>();
    private final IntArrayList sizes = new IntArrayList();

    /** Whether no earlier crowd has in common with this one such a share of the larger of both; takes it in if so. */
    boolean fresh(int[] users, double same) {
        Int2IntOpenHashMap common = new Int2IntOpenHashMap();
        for (int user : users) {
            IntArrayList crowds = gatheredIn.get(user);
            for (int i = 0; crowds != null && i < crowds.size(); i++) {
                int crowd = crowds.getInt(i);
                if (common.addTo(crowd, 1) + 1 >= same * Math.max(users.length, sizes.getInt(crowd))) {
                    return false;
                }
            }
        }
        for (int user : users) {
            gatheredIn.computeIfAbsent(user, first -> new IntArrayList(1)).add(sizes.size());
        }
        sizes.add(users.length);
        return true;
    }
}
