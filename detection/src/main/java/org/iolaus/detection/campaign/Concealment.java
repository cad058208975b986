package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.profile.Subject;
import org.iolaus.detection.statistics.Betting;

/**
 * Scores whether a group hides that it belongs together: its members claim to be strangers, yet share means of payment,
 * or are spread over a pool of addresses in which every account meets others. A place where everybody meets, one
 * organisation or one own e-mail domain speaks against it.
 */
final class Concealment {
    static final double MIN_BITS = 10;
    /** Bound on the share of ordinary accounts that meet strangers from the same group on a rare address. */
    private static final double MEETING = 0.1;
    /** Bound on the share of ordinary accounts whose card at least two other organisations use. */
    private static final double REUSE = 0.02;
    /** Organisations from which on a means of payment is reused. */
    private static final int REUSED = 3;

    private static final String REUSE_KIND = "reused_payment";

    private final List<Subject> members;
    private final Signature signature;
    private final Relations relations;

    Concealment(List<Subject> members, Signature signature, Relations relations) {
        this.members = members;
        this.signature = signature;
        this.relations = relations;
    }

    ColumnScore score() {
        List<Evidence> evidence = evidence();
        List<Evidence> counter = counter();
        boolean strangers = !relations.declared() && !relations.claimed();
        double hidden = hidden(evidence, relations);
        double bits = Evidence.bits(evidence) + Evidence.bits(counter);
        return new ColumnScore(Column.CONCEALMENT, bits, strangers && hidden >= MIN_BITS, evidence, counter);
    }

    /** Bits that decide whether the relation is hidden. */
    static double hidden(List<Evidence> evidence, Relations relations) {
        return relations.oneDomain() ? Evidence.bits(evidence, REUSE_KIND) : Evidence.bits(evidence);
    }

    /** Whether nothing but a claim to belong together, which nobody has verified, keeps the relation from being hidden. */
    static boolean restsOnClaim(ColumnScore concealment, Relations relations) {
        boolean claim = relations.claimed() || relations.oneDomain();
        return claim && !relations.declared() && Evidence.bits(concealment.evidence()) >= MIN_BITS;
    }

    private List<Evidence> evidence() {
        List<Evidence> evidence = new ArrayList<>();
        Evidence pool = pool();
        if (!relations.onePlace() && pool.bits() > 0) {
            evidence.add(pool);
        }
        Evidence reuse = reuse();
        if (!relations.sameHousehold() && reuse.bits() > 0) {
            evidence.add(reuse);
        }
        return evidence;
    }

    private List<Evidence> counter() {
        List<Evidence> counter = new ArrayList<>();
        boolean verified = relations.verifiedOrganization() >= Relations.MOST;
        against(
                counter,
                "verified_organization",
                relations.verifiedOrganization(),
                "of the accounts belong to one verified organisation");
        if (!verified) {
            against(
                    counter,
                    "claimed_organization",
                    relations.claimedOrganization(),
                    "of the accounts openly belong to one organisation");
        }
        against(
                counter,
                "sanctioned_use",
                relations.sanctioned(),
                "of the accounts have a use that the provider agreed to");
        against(
                counter,
                "own_domain",
                relations.domain(),
                "of the accounts have e-mail addresses of one domain that is no public provider's");
        against(
                counter,
                "one_place",
                relations.place(),
                "of the shared work comes from at most " + Relations.PLACES + " addresses: a place, not a pool");
        return counter;
    }

    private void against(List<Evidence> counter, String kind, double share, String rest) {
        if (share >= Relations.MOST) {
            String summary = String.format(Locale.ROOT, "%.0f %% %s", share * 100, rest);
            counter.add(new Evidence(
                    kind,
                    Column.CONCEALMENT,
                    -Betting.bits(Betting.majorityNats(share, members.size())),
                    summary,
                    List.of()));
        }
    }

    private Evidence pool() {
        Signature.Part shared = signature.part(Family.NETWORK);
        Betting betting = new Betting();
        int meeting = 0;
        for (Subject member : members) {
            boolean meets = shared.heldBy(member, Family.NETWORK);
            meeting += meets ? 1 : 0;
            betting.event(meets, MEETING);
        }
        String summary = String.format(
                Locale.ROOT,
                "%,d of %,d accounts meet others of the group on a pool of %,d addresses and networks that hardly"
                        + " anybody else uses",
                meeting,
                members.size(),
                shared.objects().size());
        return new Evidence("proxy_pool", Column.CONCEALMENT, Betting.bits(betting.eventNats()), summary, List.of());
    }

    private Evidence reuse() {
        Long2IntOpenHashMap organizations = organizationsByPayment();
        Betting betting = new Betting();
        int reusing = 0;
        for (Subject member : members) {
            AccountFingerprint facts = member.facts();
            boolean reuses = facts != null && facts.payment() != 0 && organizations.get(facts.payment()) >= REUSED;
            reusing += reuses ? 1 : 0;
            betting.event(reuses, REUSE);
        }
        String summary = String.format(
                Locale.ROOT,
                "%,d of %,d accounts pay by a means that at least two others use that claim no relation",
                reusing,
                members.size());
        return new Evidence(REUSE_KIND, Column.CONCEALMENT, Betting.bits(betting.eventNats()), summary, List.of());
    }

    private Long2IntOpenHashMap organizationsByPayment() {
        Long2IntOpenHashMap organizations = new Long2IntOpenHashMap();
        LongPairs seen = new LongPairs();
        for (Subject member : members) {
            AccountFingerprint facts = member.facts();
            if (facts != null && facts.payment() != 0) {
                long claim = facts.organization() == 0 ? member.key() : facts.organization();
                if (seen.add(facts.payment(), claim)) {
                    organizations.addTo(facts.payment(), 1);
                }
            }
        }
        return organizations;
    }
}
