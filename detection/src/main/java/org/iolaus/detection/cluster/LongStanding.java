package org.iolaus.detection.cluster;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.link.Popularity;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.link.SharedObject;
import org.iolaus.detection.statistics.Tails;
import org.jspecify.annotations.Nullable;

/**
 * All long-standing accounts outside a group, whether they serve in the reference population or not. Few of one network
 * serve in it, so it may lack the exits of a relay that a third of all customers use; these do not. Not thread-safe.
 */
final class LongStanding {
    private final GroupCounts counts;
    private final IntOpenHashSet group;
    private final ObjectTable table;
    private final Reference reference;
    private final int size;
    private double chance = Double.NaN;
    private long seen;

    LongStanding(GroupCounts counts, int[] members, ObjectTable table, Reference reference) {
        this.counts = counts;
        this.group = new IntOpenHashSet(members);
        this.table = table;
        this.reference = reference;
        size = reference.eligible()
                - (int) Arrays.stream(members).filter(reference::longStanding).count();
    }

    /** How popular an object is among them, or null if none has it. */
    @Nullable
    Popularity popularity(SharedObject object) {
        int users = users(object);
        return users == 0 ? null : new Popularity(share(users), users);
    }

    private double share(int users) {
        return users / (double) Math.max(1, size);
    }

    private int users(SharedObject object) {
        IntArrayList users = object.users();
        int outside = 0;
        for (int i = 0; i < users.size(); i++) {
            int user = users.getInt(i);
            outside += reference.longStanding(user) && !group.contains(user) ? 1 : 0;
        }
        return outside;
    }

    /**
     * Nats against chance that so many coincidences come about in objects that no reference account has, were the group
     * drawn from long-standing accounts.
     *
     * @param others parties besides the one who brought an object
     */
    double unseenNats(double coincidences, int others) {
        if (Double.isNaN(chance)) {
            sum();
        }
        return chance == 0
                ? Double.POSITIVE_INFINITY
                : Tails.negativeBinomialUpper(coincidences, others * chance, seen + Popularity.UNSEEN);
    }

    private void sum() {
        chance = 0;
        counts.forEach(id -> {
            SharedObject object = table.get(id);
            if (unseen(object)) {
                int users = users(object);
                chance += share(users);
                seen += users;
            }
        });
    }

    private boolean unseen(SharedObject object) {
        IntArrayList users = object.users();
        for (int i = 0; i < users.size(); i++) {
            int user = users.getInt(i);
            if (reference.contains(user) && !group.contains(user)) {
                return false;
            }
        }
        return true;
    }
}
