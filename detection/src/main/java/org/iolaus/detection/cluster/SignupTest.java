package org.iolaus.detection.cluster;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.profile.Subject;
import org.iolaus.detection.statistics.Betting;
import org.iolaus.detection.statistics.IntervalMixture;
import org.iolaus.detection.statistics.MultinomialMixture;
import org.jspecify.annotations.Nullable;

/**
 * Finds groups that have content alone in common: scattered homes, unique cards, popular clients. Accounts that came
 * upon a piece of a prompt by themselves signed up when customers do; those that somebody opened or bought for the
 * purpose signed up together. The sign-up times of a group's members, sorted into fortieths of all accounts', are tested
 * against the population's: for a run of them in which many signed up, and for any uneven spread over tenths.
 *
 * <p>Members of one organisation, and those whom an address or a card binds besides, count as one sign-up: the guests of
 * a hackathon sign up on one morning, and that is no news once the venue is known. So a few such groups among a hundred
 * others who use a phrase do not make a campaign of them all.
 *
 * <p>With g groups tested so far the g-th may spend {@link GroupTest#ALPHA} / (g·(g+1)), so the chance of one false
 * group in an endless run is bounded. A course that starts today, or the first users of a new product, are true groups
 * too; what they ask for tells them apart.
 */
public final class SignupTest {
    private static final int BINS = 40;
    /** Bins that are one for the test that asks for no run of them. */
    private static final int COARSE = 4;

    private static final int[] NOBODY = {};
    private static final Set<Family> TIES = EnumSet.of(Family.NETWORK, Family.IDENTITY);

    private final List<Subject> subjects;
    private final ObjectTable table;
    private final Reference reference;
    /** When each subject signed up, as of the last count of the population. */
    private long[] signups = new long[0];

    private long[] bounds = new long[0];
    private final double[] shares = new double[BINS];
    private long tested;

    public SignupTest(List<Subject> subjects, ObjectTable table, Reference reference) {
        this.subjects = subjects;
        this.table = table;
        this.reference = reference;
    }

    /** Counts the population anew; {@code outside} tells who does not belong to it. */
    public void begin(IntPredicate outside) {
        signups = subjects.stream().mapToLong(SignupTest::signup).toArray();
        long[] created = IntStream.range(0, signups.length)
                .filter(subject -> knows(subject) && !outside.test(subject))
                .mapToLong(subject -> signups[subject])
                .sorted()
                .toArray();
        bounds = new long[created.length == 0 ? 0 : BINS - 1];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = created[(int) ((long) (i + 1) * created.length / BINS)];
        }
        Arrays.fill(shares, 1.0 / (created.length + BINS));
        for (long time : created) {
            shares[bin(time)] += 1.0 / (created.length + BINS);
        }
    }

    private int bin(long time) {
        int bin = 0;
        while (bin < bounds.length && time >= bounds[bin]) {
            bin++;
        }
        return bin;
    }

    /** A group, if its members signed up otherwise than customers do; or null. It must be gathered by other facts. */
    public @Nullable Candidate examine(int[] group) {
        if (group.length < GroupTest.MIN_MEMBERS || bounds.length == 0) {
            return null;
        }
        tested++;
        double required = GroupTest.required(tested, GroupTest.ALPHA);
        double nats = nats(Arrays.stream(group));
        nats = nats < required ? nats : Math.min(nats, nats(independent(group)));
        return nats < required ? null : new Candidate(group, Family.CONTENT, nats);
    }

    private double nats(IntStream members) {
        int[] counts = new int[BINS];
        members.forEach(member -> counts[bin(signups[member])]++);
        return Betting.logMeanExp(IntervalMixture.nats(counts, shares), scattered(counts));
    }

    /** One of all members whom an organisation, an address or a card makes one sign-up. */
    private IntStream independent(int[] group) {
        DisjointSets sets = Parties.of(group, subjects).sets(group);
        Binding.of(group, NOBODY, TIES, 2, false, subjects, table, reference)
                .bound()
                .forEach(tie -> sets.join(tie.positions()));
        return IntStream.range(0, group.length)
                .filter(position -> sets.root(position) == position)
                .map(position -> group[position]);
    }

    private double scattered(int[] counts) {
        int[] coarse = new int[BINS / COARSE];
        double[] coarseShares = new double[coarse.length];
        for (int i = 0; i < BINS; i++) {
            coarse[i / COARSE] += counts[i];
            coarseShares[i / COARSE] += shares[i];
        }
        return MultinomialMixture.nats(coarse, coarseShares);
    }

    /** Whether it was known, when the population was last counted, when a subject signed up. */
    public boolean knows(int subject) {
        return signups[subject] != Long.MIN_VALUE;
    }

    /** When a subject signed up; the smallest number if that is not known, as of an end user. */
    private static long signup(Subject subject) {
        AccountFingerprint facts = subject.facts();
        return facts == null || subject.endUserId() != null
                ? Long.MIN_VALUE
                : facts.account().createdMicros();
    }
}
