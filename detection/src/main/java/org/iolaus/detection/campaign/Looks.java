package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.iolaus.detection.cluster.GroupTest;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.SharedObject;
import org.iolaus.detection.profile.Subject;

/**
 * What may bind the users of widely used objects who are in no group, as of the last look at each. Not thread-safe.
 */
final class Looks {
    private static final double GROWTH = 1.3;

    private final List<Subject> subjects;
    /** Ties of each object's users at the last look. */
    private final Int2IntOpenHashMap last = new Int2IntOpenHashMap();

    Looks(List<Subject> subjects) {
        this.subjects = subjects;
    }

    /**
     * Whether an object is worth a look, which is noted: its users have multiplied, or else what may bind those in no
     * group has changed as much, be it that some have been found and leave others over.
     *
     * @param multiplied whether the users have
     * @param known subjects that other families hold to a group
     */
    boolean worthwhile(SharedObject object, boolean multiplied, IntPredicate known) {
        int ties = ties(object, known);
        int before = last.get(object.id());
        boolean worthwhile = multiplied || ties >= GROWTH * before || before >= GROWTH * ties;
        if (worthwhile) {
            last.put(object.id(), ties);
        }
        return worthwhile;
    }

    /** Shared objects, of families that may bind, that those users have, one user's after the other's. */
    private int ties(SharedObject object, IntPredicate known) {
        int ties = 0;
        Set<Family> families = GroupTest.binding(object.layer().family());
        for (int user : object.usersWithout(known)) {
            for (Family family : families) {
                ties += subjects.get(user).objects(family.ordinal()).size();
            }
        }
        return ties;
    }
}
