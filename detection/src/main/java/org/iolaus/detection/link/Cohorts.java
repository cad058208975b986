package org.iolaus.detection.link;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.iolaus.detection.profile.Subject;

/**
 * The members of the reference population, cut by time of sign-up into cohorts of equal size. Immutable.
 *
 * <p>Each cohort's holders of an object are capped at one account more than twice what a trimmed mean lets expect of it,
 * so a block of accounts that signed up together cannot make its own objects popular. The trimmed mean itself would be
 * far too low for rare objects, which most cohorts lack.
 *
 * <p>Paper: P. J. Huber, "Robust Statistics" (1981), trimmed means.
 */
final class Cohorts {
    private static final double TRIM = 0.2;
    private static final double MAX_EXCESS = 2;

    private final int[] cohortOf;
    /** Who has a cohort. */
    private final BitSet members;

    private final int[] sizes;
    private final int size;

    /**
     * @param members those who serve
     * @param subjects how many subjects there are, serving or not
     */
    Cohorts(ReferenceConfig config, List<Subject> members, int subjects) {
        size = members.size();
        cohortOf = new int[subjects];
        Arrays.fill(cohortOf, -1);
        this.members = new BitSet(subjects);
        sizes = new int[Math.clamp(size / config.minCohort(), 1, config.maxCohorts())];
        List<Subject> ordered = bySignup(members);
        for (int i = 0; i < size; i++) {
            int cohort = (int) ((long) i * sizes.length / size);
            cohortOf[ordered.get(i).index()] = cohort;
            this.members.set(ordered.get(i).index());
            sizes[cohort]++;
        }
    }

    /** Subjects in the order of their sign-up; times lie beside each other, for they are compared many times. */
    private static List<Subject> bySignup(List<Subject> members) {
        record Dated(long created, long key, Subject subject) {}
        return members.stream()
                .map(subject -> new Dated(created(subject), subject.key(), subject))
                .sorted((a, b) ->
                        a.created != b.created ? Long.compare(a.created, b.created) : Long.compare(a.key, b.key))
                .map(Dated::subject)
                .toList();
    }

    private static long created(Subject subject) {
        return subject.facts() == null
                ? Long.MIN_VALUE
                : subject.facts().account().createdMicros();
    }

    /** Whether a subject is a member. */
    boolean contains(int subject) {
        return members.get(subject);
    }

    /** The cohort of a subject, negative if it is no member. */
    int of(int subject) {
        return subject < cohortOf.length ? cohortOf[subject] : -1;
    }

    /** How many cohorts there are. */
    int count() {
        return sizes.length;
    }

    /** Members of all cohorts. */
    int size() {
        return size;
    }

    /** How many of some users are members. */
    int holders(IntArrayList users) {
        return holders(users, Integer.MAX_VALUE);
    }

    /** The same, counted no further than to a bound. */
    int holders(IntArrayList users, int max) {
        int holders = 0;
        for (int i = 0; i < users.size() && holders < max; i++) {
            holders += contains(users.getInt(i)) ? 1 : 0;
        }
        return holders;
    }

    /** Whether members among some users are of more than one cohort. */
    boolean apart(IntArrayList users) {
        int first = -1;
        for (int i = 0; i < users.size(); i++) {
            int cohort = of(users.getInt(i));
            if (cohort >= 0 && first >= 0 && cohort != first) {
                return true;
            }
            first = cohort >= 0 ? cohort : first;
        }
        return false;
    }

    /** How many of some users are members, by cohort. */
    int[] byCohort(IntArrayList users) {
        int[] holders = new int[sizes.length];
        for (int i = 0; i < users.size(); i++) {
            int cohort = of(users.getInt(i));
            if (cohort >= 0) {
                holders[cohort]++;
            }
        }
        return holders;
    }

    /**
     * Takes users away from an object's holders.
     *
     * @param holders by cohort; modified
     */
    void leaveOut(int[] users, int[] holders) {
        for (int user : users) {
            int cohort = of(user);
            if (cohort >= 0) {
                holders[cohort]--;
            }
        }
    }

    /**
     * How many of an object's holders count.
     *
     * @param holders its holders by cohort
     */
    double capped(int[] holders) {
        double expected = trimmed(holders);
        double sum = 0;
        for (int i = 0; i < holders.length; i++) {
            sum += Math.min(holders[i], 1 + MAX_EXCESS * expected * sizes[i]);
        }
        return sum;
    }

    private double trimmed(int[] holders) {
        int holding = 0;
        for (int count : holders) {
            holding += count > 0 ? 1 : 0;
        }
        int cut = (int) (holders.length * TRIM);
        if (holding <= cut) {
            return 0;
        }
        double[] shares = new double[holding];
        int next = 0;
        for (int i = 0; i < holders.length; i++) {
            if (holders[i] > 0) {
                shares[next++] = holders[i] / (double) Math.max(1, sizes[i]);
            }
        }
        Arrays.sort(shares);
        double sum = 0;
        for (int i = Math.max(0, holding + cut - holders.length); i < holding - cut; i++) {
            sum += shares[i];
        }
        return sum / (holders.length - 2 * cut);
    }
}
