package org.iolaus.detection.campaign;

import java.util.List;
import org.iolaus.detection.profile.Subject;

/**
 * The sampled items of a subject that belong to a group's shared work.
 *
 * @param owner the subject
 * @param positions their positions in its sample, as a bit set
 */
record SharedItems(Subject owner, int positions) {
    /** Those of several subjects. */
    static List<SharedItems> of(List<Subject> owners, Traffic traffic) {
        return owners.stream().map(traffic::of).toList();
    }

    boolean has(int position) {
        return (positions >>> position & 1) != 0;
    }

    int count() {
        return Integer.bitCount(positions);
    }

    /** Estimated share of the subject's distinct items. */
    double share() {
        return count() / (double) Math.max(1, owner.items().size());
    }
}
