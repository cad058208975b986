package org.iolaus.detection.cluster;

import java.util.List;
import java.util.function.IntPredicate;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.link.SharedObject;
import org.iolaus.detection.profile.Subject;
import org.iolaus.detection.statistics.Tails;
import org.jspecify.annotations.Nullable;

/**
 * Finds content that long-standing customers lack. Of n accounts that share a piece of a prompt by their own choice
 * about as many are long-standing as of all accounts; if not even half of those are, the piece gathers a group. It
 * finds what has no second family of evidence: scattered homes, unique cards, popular clients.
 *
 * <p>With g pieces tested so far the g-th may spend {@link GroupTest#ALPHA} / (g·(g+1)), so the chance of one false
 * group in an endless run is bounded for crowds that are up to half as long-standing as customers are. A course that
 * starts today is a true group too; what it asks for tells it apart.
 */
public final class NoveltyTest {
    /** A crowd may have this share of its expected long-standing members without being unusual. */
    private static final double TOLERANCE = 0.5;

    private final List<Subject> subjects;
    private final Reference reference;
    private double longStandingShare;
    private long tested;

    public NoveltyTest(List<Subject> subjects, Reference reference) {
        this.subjects = subjects;
        this.reference = reference;
    }

    /** Counts the population anew; {@code outside} tells who does not belong to it. */
    public void begin(IntPredicate outside) {
        int all = 0;
        int seasoned = 0;
        for (Subject subject : subjects) {
            if (counts(subject) && !outside.test(subject.index())) {
                all++;
                seasoned += reference.longStanding(subject.index()) ? 1 : 0;
            }
        }
        longStandingShare = seasoned / (double) Math.max(1, all);
    }

    /** The users of a piece of content, if long-standing customers lack it; otherwise null. */
    public @Nullable Candidate examine(SharedObject object, IntPredicate outside) {
        int[] users = object.users()
                .intStream()
                .filter(user -> !outside.test(user) && counts(subjects.get(user)))
                .sorted()
                .toArray();
        if (users.length < GroupTest.MIN_MEMBERS || longStandingShare == 0) {
            return null;
        }
        int seasoned = 0;
        for (int user : users) {
            seasoned += reference.longStanding(user) ? 1 : 0;
        }
        tested++;
        double nats = Tails.binomialLower(seasoned, users.length, TOLERANCE * longStandingShare);
        double required = 2 * StrictMath.log(tested + 1.0) - StrictMath.log(GroupTest.ALPHA);
        return nats < required ? null : new Candidate(users, Family.CONTENT, nats);
    }

    /** Only accounts with known facts can be long-standing. */
    private static boolean counts(Subject subject) {
        return subject.facts() != null && subject.endUserId() == null;
    }
}
