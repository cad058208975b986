package org.iolaus.detection.link;

import it.unimi.dsi.fastutil.ints.IntArrayList;

/** How many users of one object are in each cohort of the reference population, counted on as users come. */
final class CohortTally {
    private final int[] holders;
    private int total;
    private int counted;

    CohortTally(int cohorts) {
        holders = new int[cohorts];
    }

    /**
     * Counts on.
     *
     * @param users those counted before and any number more
     * @param cohortOf cohort by subject, negative for none; a subject beyond the end has none
     */
    void count(IntArrayList users, int[] cohortOf) {
        for (; counted < users.size(); counted++) {
            int user = users.getInt(counted);
            int cohort = user < cohortOf.length ? cohortOf[user] : -1;
            if (cohort >= 0) {
                holders[cohort]++;
                total++;
            }
        }
    }

    /** Holders by cohort; not to be modified. */
    int[] holders() {
        return holders;
    }

    /** Holders in all cohorts. */
    int total() {
        return total;
    }
}
