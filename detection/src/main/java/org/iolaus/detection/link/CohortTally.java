package org.iolaus.detection.link;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.function.ToDoubleFunction;

/** How many users of one object are long-standing, and in each cohort of the reference population, counted on as users come. */
final class CohortTally {
    private final int[] holders;
    private int total;
    private int longStanding;
    private int counted;
    private double capped;
    /** Holders in all cohorts when {@link #capped} was worked out. */
    private int cappedAt = -1;

    CohortTally(int cohorts) {
        holders = new int[cohorts];
    }

    /**
     * Counts on.
     *
     * @param users those counted before and any number more
     * @param admission says who is long-standing
     */
    void count(IntArrayList users, Cohorts cohorts, Admission admission) {
        for (; counted < users.size(); counted++) {
            int user = users.getInt(counted);
            longStanding += admission.longStanding(user) ? 1 : 0;
            int cohort = cohorts.of(user);
            if (cohort >= 0) {
                holders[cohort]++;
                total++;
            }
        }
    }

    /**
     * Holders that count.
     *
     * @param cap works it out from holders by cohort; is not asked again before there are more
     */
    double capped(ToDoubleFunction<int[]> cap) {
        if (cappedAt != total) {
            cappedAt = total;
            capped = cap.applyAsDouble(holders);
        }
        return capped;
    }

    /** Holders by cohort; not to be modified. */
    int[] holders() {
        return holders;
    }

    /** Long-standing users, in the population or not. */
    int longStanding() {
        return longStanding;
    }

    /** Holders in all cohorts. */
    int total() {
        return total;
    }
}
