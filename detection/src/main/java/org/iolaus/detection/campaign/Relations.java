package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.longs.Long2IntMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.ToLongFunction;
import org.iolaus.detection.exchange.Account.Verification;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.profile.Subject;

/**
 * What openly ties a group's members: the largest share of members that have one value in common, and the share that
 * name organisations together with others, for several firms behind one gateway are no stranger to see than one.
 *
 * @param verifiedOrganization members that name an organisation with others and that the provider has verified
 * @param claimedOrganization members that name an organisation with others, verified or not
 * @param sanctioned members whose use the provider has agreed to
 * @param domain one e-mail domain that is no public provider's
 * @param payer one means of payment
 * @param place share of the shared work, not of members, that comes from one place or several, see {@link Places}
 */
record Relations(
        double verifiedOrganization,
        double claimedOrganization,
        double sanctioned,
        double domain,
        double payer,
        double place) {
    /** Share from which on a tie is the group's, not some members'. */
    static final double MOST = 0.5;

    /** @param tells whether an address tells where somebody is */
    static Relations of(
            List<Subject> members, List<SharedItems> shared, DomainPopularity domains, LongPredicate tells) {
        return new Relations(
                together(members, Relations::verified),
                together(members, AccountFingerprint::organization),
                largest(members, Relations::agreed, value -> true),
                largest(members, AccountFingerprint::domain, value -> !domains.popular(value)),
                largest(members, AccountFingerprint::payment, value -> true),
                new Places(shared, tells).share());
    }

    /** Whether the provider knows what ties them. */
    boolean declared() {
        return verifiedOrganization >= MOST || sanctioned >= MOST;
    }

    /** Whether they say themselves that they belong together. */
    boolean claimed() {
        return claimedOrganization >= MOST;
    }

    /** Whether they work from one place, or from several that have nothing to do with each other, as classes do. */
    boolean onePlace() {
        return place >= MOST;
    }

    /** Whether they sign up under one domain of their own, as a firm or a school does. */
    boolean oneDomain() {
        return domain >= MOST;
    }

    /** Whether they meet in one place or under one domain. */
    boolean sameRoof() {
        return onePlace() || oneDomain();
    }

    /** Whether one payer pays for most of them, as an agency does for its clients or its workers. */
    boolean onePayer() {
        return payer >= MOST;
    }

    /** Whether something that nobody has verified would explain what ties them. */
    boolean explained() {
        return claimed() || oneDomain() || onePayer();
    }

    /** Whether one payer under one roof pays for all. */
    boolean sameHousehold() {
        return sameRoof() && onePayer();
    }

    private static long verified(AccountFingerprint facts) {
        return facts.account().verification() == Verification.ORGANIZATION ? facts.organization() : 0;
    }

    private static long agreed(AccountFingerprint facts) {
        return facts.account().sanctionedUse().isEmpty() ? 0 : 1;
    }

    /** Share of members that have their value in common with another. */
    private static double together(List<Subject> members, ToLongFunction<AccountFingerprint> field) {
        int together = tally(members, field)
                .values()
                .intStream()
                .filter(count -> count > 1)
                .sum();
        return together / (double) Math.max(1, members.size());
    }

    private static double largest(
            List<Subject> members, ToLongFunction<AccountFingerprint> field, LongPredicate counts) {
        int best = tally(members, field).long2IntEntrySet().stream()
                .filter(entry -> counts.test(entry.getLongKey()))
                .mapToInt(Long2IntMap.Entry::getIntValue)
                .max()
                .orElse(0);
        return best / (double) Math.max(1, members.size());
    }

    /** Members by the value that a fact of theirs has; those without one are left out. */
    static Long2IntOpenHashMap tally(List<Subject> members, ToLongFunction<AccountFingerprint> field) {
        Long2IntOpenHashMap tally = new Long2IntOpenHashMap();
        for (Subject member : members) {
            AccountFingerprint facts = member.facts();
            tally.addTo(facts == null ? 0 : field.applyAsLong(facts), 1);
        }
        tally.remove(0);
        return tally;
    }
}
