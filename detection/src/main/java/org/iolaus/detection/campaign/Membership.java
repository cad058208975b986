package org.iolaus.detection.campaign;

import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.iolaus.detection.exchange.Account.Verification;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.profile.Subject;

/**
 * Who belongs to a group, judged by its signature. Two independent families must match, with posterior odds of 99 to 1.
 * Where the group has content alone in common, most of the subject's own work must be the group's. Immutable.
 */
final class Membership {
    private static final double MEMBER_NATS = StrictMath.log(99);
    /** The same where one item of the shared work will do: at most one honest account in 10,000 may be restricted. */
    private static final double CERTAIN_NATS = StrictMath.log(9_999);
    /** Items of the shared work that a subject must have asked for before it is accused of taking part. */
    static final int MIN_ITEMS = 3;

    private static final double MOST = 0.5;

    private final Signature signature;
    private final Traffic traffic;
    private final double priorOdds;
    private final boolean crowd;
    private final boolean loose;

    /**
     * @param prior share of all subjects that belong to the group
     * @param loose whether prompts alone hold the group together
     */
    Membership(Signature signature, double prior, boolean loose) {
        crowd = loose;
        this.loose = loose || signature.independentFamilies() < 2;
        this.signature = signature;
        traffic = new Traffic(signature);
        priorOdds = prior / Math.max(1e-9, 1 - prior);
    }

    /**
     * Whether the group has anything in common by which others can be matched. Prompts alone must make it more likely
     * than not that who has them belongs to it: a phrase that one customer in a hundred uses, though all forty of a firm
     * do, says nothing of the hundreds of others who do.
     */
    boolean possible() {
        double nats = StrictMath.log(priorOdds) + signature.part(Family.CONTENT).matchNats();
        return !loose || traffic.known() && nats > 0;
    }

    boolean accepts(Subject subject) {
        return loose ? devoted(subject) : accepts(subject, signature.match(subject));
    }

    /**
     * Whether what members have in common says anything of a subject. Where prompts alone tie them there is nothing to do but
     * ask who they are, and of whom the provider has verified the organisation it knows.
     */
    private boolean concerns(Subject subject) {
        AccountFingerprint facts = subject.facts();
        boolean known = facts != null && facts.account().verification() == Verification.ORGANIZATION;
        return signature.concerns(subject) && !(crowd && known);
    }

    /** Whether most of a subject's work is the group's, and enough of what it holds if prompts alone tie the members. */
    private boolean devoted(Subject subject) {
        return concerns(subject)
                && (!crowd || signature.part(Family.CONTENT).heldBy(subject, Family.CONTENT))
                && devoted(subject, traffic);
    }

    /** Whether a subject does not belong, whatever it asks for, as long as it shares no other objects. */
    boolean refuses(Subject subject) {
        return !loose && !accepts(subject);
    }

    /** Whether a subject would belong if it had this in common with the members. */
    boolean accepts(Subject subject, Match match) {
        if (!concerns(subject)) {
            return false;
        }
        return loose
                ? (!crowd || match.has(Family.CONTENT)) && devoted(subject, traffic)
                : match.independent() >= 2 && match.nats(priorOdds) >= MEMBER_NATS;
    }

    /**
     * Whether a subject belongs, some families granted that it does not match.
     *
     * @param granted families of which it shares something with members though the signature does not show it, as a bit
     *     set by ordinal
     * @param strangers share of strangers that share as much, by family
     */
    boolean accepts(Subject subject, int granted, ToDoubleFunction<Family> strangers) {
        Match match = signature.match(subject);
        for (Map.Entry<Family, Signature.Part> entry : signature.parts().entrySet()) {
            Family family = entry.getKey();
            if ((granted & 1 << family.ordinal()) != 0 && !match.has(family)) {
                double rate = entry.getValue().memberRate();
                match = match.with(family, StrictMath.log(rate / strangers.applyAsDouble(family)));
            }
        }
        return !loose && accepts(subject, match);
    }

    /**
     * Whether a subject has asked for enough of the shared work to be held to account for it. Where it belongs by what it
     * shares besides content, content is a third fact, and one item or enough of the content will do; a neighbour on one
     * of the group's addresses who has the same prompts must have asked for several items, or for one at odds of 9,999
     * to 1.
     */
    boolean participates(Subject subject) {
        return participates(subject, signature.match(subject), 0);
    }

    /**
     * The same of somebody of whom more is known than the profile says.
     *
     * @param match what it has in common with the members
     * @param moreItems items of the shared work that the profile lacks
     */
    boolean participates(Subject subject, Match match, int moreItems) {
        if (asked(subject, MIN_ITEMS, moreItems)) {
            return true;
        }
        boolean one = traffic.known() && asked(subject, 1, moreItems);
        boolean content = match.has(Family.CONTENT);
        return one && content && certain(match) || (one || content) && belongsBesides(subject, match);
    }

    private boolean certain(Match match) {
        return !loose && match.nats(priorOdds) >= CERTAIN_NATS;
    }

    /** Whether a subject has asked for so many items of the shared work, {@code more} of which its profile lacks. */
    private boolean asked(Subject subject, int least, int more) {
        return more >= least || traffic.of(subject, least - more);
    }

    /** Whether a subject belongs by what it shares besides content, whatever it asks for. */
    boolean belongsBesides(Subject subject) {
        return belongsBesides(subject, signature.match(subject));
    }

    private boolean belongsBesides(Subject subject, Match match) {
        double missed = signature.part(Family.CONTENT).missNats();
        return !loose && accepts(subject, match.without(Family.CONTENT, missed));
    }

    /** Whether two independent families tie the members, so that no more than matching is asked. */
    boolean tied() {
        return !loose;
    }

    Signature signature() {
        return signature;
    }

    Traffic traffic() {
        return traffic;
    }

    /** Whether shared work is enough of a subject's work, and most of it. */
    static boolean devoted(Subject subject, Traffic traffic) {
        int most = (int) Math.ceil(MOST * subject.items().size());
        return traffic.of(subject, Math.max(MIN_ITEMS, most));
    }

    /** Probability that a subject belongs to the group. */
    double probability(Subject subject) {
        double nats = signature.match(subject).nats(priorOdds);
        return 1 / (1 + StrictMath.exp(-nats));
    }
}
