package org.iolaus.detection.cluster;

import java.util.BitSet;
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
    private final int[] members;
    private final Reference reference;
    private final int size;
    private double chance = Double.NaN;
    private long seen;

    LongStanding(GroupCounts counts, int[] members, Reference reference) {
        this.counts = counts;
        this.members = members;
        this.reference = reference;
        size = reference.longStanding() - among(members);
    }

    /**
     * How popular an object is among them, or null if none has it.
     *
     * @param holders members of the group that have it
     */
    @Nullable
    Popularity popularity(SharedObject object, int[] holders) {
        int users = reference.longStanding(object) - among(holders);
        return users == 0 ? null : new Popularity(share(users), users);
    }

    private int among(int[] some) {
        int count = 0;
        for (int subject : some) {
            count += reference.longStanding(subject) ? 1 : 0;
        }
        return count;
    }

    private double share(long users) {
        return users / (double) Math.max(1, size);
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
        BitSet group = new BitSet();
        for (int member : members) {
            group.set(member);
        }
        counts.forEach((id, holders) -> seen += reference.unadmitted(id, holders, group));
        chance = share(seen);
    }
}
