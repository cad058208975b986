package org.iolaus.detection.cluster;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.link.SharedObject;
import org.iolaus.detection.profile.Subject;
import org.iolaus.detection.statistics.Tails;

/**
 * Finds the objects of some families that bind a group's members: held by more of them than chance allows, when the
 * group was chosen by other families.
 *
 * <p>Under the null each of n members has an object with probability at most its popularity p, so
 * P(k or more have it) ≤ exp(−(k·log(k/np) − k + np)). With M objects in play, the chance that any m of them reach
 * tails t₁ … t_m is at most exp(−Σ(tᵢ − log M)): the sum of what each has beyond log M is the group's evidence, in nats.
 * Objects with the same holders count once.
 */
final class Binding {
    /** Nats beyond log M that an object needs, so that fewer than one in twenty groups binds by chance. */
    private static final double MARGIN = 3;

    private Binding() {}

    /**
     * An object that binds members of a group.
     *
     * @param object the object
     * @param holders members that have it, in the group's order
     * @param nats evidence beyond the correction for the number of objects
     * @param popularity share of the reference population that has it
     */
    record Bound(SharedObject object, int[] holders, double nats, double popularity) {}

    static List<Bound> find(
            int[] members, Set<Family> families, List<Subject> subjects, ObjectTable table, Reference reference) {
        GroupCounts counts = new GroupCounts(members, families, subjects);
        double correction = StrictMath.log(Math.max(1, counts.distinct()));
        Set<Long> holderSets = new HashSet<>();
        List<Bound> bound = new ArrayList<>();
        for (int id : counts.shared()) {
            SharedObject object = table.get(id);
            int k = counts.count(id);
            if (k * StrictMath.log(k * 1e6) < correction) {
                continue;
            }
            double popularity = reference.popularity(object, counts.set());
            double nats = Tails.poissonUpper(k, members.length * popularity) - correction;
            if (nats >= MARGIN) {
                int[] holders = holders(object, counts.set());
                boolean fresh = holderSets.add(fingerprint(holders));
                bound.add(new Bound(object, holders, fresh ? nats : 0, popularity));
            }
        }
        return bound;
    }

    private static int[] holders(SharedObject object, IntOpenHashSet group) {
        return object.users().intStream().filter(group::contains).toArray();
    }

    private static long fingerprint(int[] holders) {
        long sum = 0;
        for (int holder : holders) {
            long mixed = (holder + 0x9e3779b97f4a7c15L) * 0xbf58476d1ce4e5b9L;
            sum += (mixed ^ mixed >>> 31) * 0x94d049bb133111ebL;
        }
        return sum;
    }
}
