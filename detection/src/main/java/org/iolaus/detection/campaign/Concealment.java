package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.Long2IntMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongPredicate;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.link.Payers;
import org.iolaus.detection.profile.Subject;
import org.iolaus.detection.statistics.Betting;

/**
 * Scores whether a group hides that it belongs together: its members claim to be strangers, yet share means of payment,
 * or are spread over a pool of addresses in which every account meets others and hardly anybody else. A place where everybody meets, one
 * organisation, one own e-mail domain or one payer speaks against it: who hides pays by several means.
 */
final class Concealment {
    static final double MIN_BITS = 10;
    /** Bound on the share of ordinary accounts that meet strangers from the same group on a rare address. */
    private static final double MEETING = 0.1;
    /** Bound on the share of ordinary accounts whose card at least two other organisations use. */
    private static final double REUSE = 0.02;

    private static final String POOL_KIND = "proxy_pool";
    private static final String REUSE_KIND = "reused_payment";
    private static final String PAYER_KIND = "single_payment";

    private final List<Subject> members;
    private final Signature signature;
    private final Relations relations;
    private final ObjectTable table;
    private final Payers customers;

    /** @param customers who pays among all customers */
    Concealment(List<Subject> members, Signature signature, Relations relations, ObjectTable table, Payers customers) {
        this.table = table;
        this.customers = customers;
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
        boolean openly = relations.oneDomain() || relations.onePayer();
        return openly ? Evidence.bits(evidence, REUSE_KIND) : Evidence.bits(evidence);
    }

    /**
     * Bits of the weaker of the two independent ways to hide the relation. One payer for most explains their payments and no
     * one else's; those who pay by other means that strangers share hide all the same.
     */
    static double hiddenTwice(ColumnScore concealment, Relations relations) {
        boolean strangers = concealment.present() && !relations.oneDomain();
        List<Evidence> evidence = concealment.evidence();
        return strangers ? Math.min(Evidence.bits(evidence, POOL_KIND), reused(concealment)) : 0;
    }

    /** Bits for means of payment that strangers share, one payer's for most of them left out. */
    static double reused(ColumnScore concealment) {
        return Evidence.bits(concealment.evidence(), REUSE_KIND);
    }

    /** How a relation is hidden that is. */
    static OneSource.Way way(ColumnScore concealment, boolean twoWays) {
        if (twoWays) {
            return OneSource.Way.BOTH;
        }
        return reused(concealment) < MIN_BITS ? OneSource.Way.POOL : OneSource.Way.PAYMENTS;
    }

    /** Whether nothing but a tie that nobody has verified keeps the relation from being hidden. */
    static boolean restsOnClaim(ColumnScore concealment, Relations relations) {
        return relations.explained() && !relations.declared() && Evidence.bits(concealment.evidence()) >= MIN_BITS;
    }

    private List<Evidence> evidence() {
        List<Evidence> evidence = new ArrayList<>();
        Evidence pool = pool();
        if (!relations.onePlace() && pool.bits() > 0) {
            evidence.add(pool);
        }
        if (!relations.sameHousehold()) {
            payments(evidence);
        }
        return evidence;
    }

    private void payments(List<Evidence> evidence) {
        Payers payers = Payers.of(members);
        long payer = relations.onePayer() ? commonest() : 0;
        add(evidence, REUSE_KIND, payment -> payment != payer && payers.reused(payment));
        add(evidence, PAYER_KIND, payment -> payment == payer && payers.reused(payment));
    }

    private void add(List<Evidence> evidence, String kind, LongPredicate reused) {
        Evidence found = reuse(kind, reused);
        if (found.bits() > 0) {
            evidence.add(found);
        }
    }

    private List<Evidence> counter() {
        List<Evidence> counter = new ArrayList<>();
        boolean verified = relations.verifiedOrganization() >= Relations.MOST;
        against(
                counter,
                "verified_organization",
                relations.verifiedOrganization(),
                "of the accounts belong to verified organisations together with others");
        if (!verified) {
            against(
                    counter,
                    "claimed_organization",
                    relations.claimedOrganization(),
                    "of the accounts openly belong to organisations together with others");
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
        if (!verified) {
            against(counter, "one_payer", relations.payer(), "of the accounts are paid for by one means of payment");
        }
        against(
                counter,
                "one_place",
                relations.place(),
                "of the shared work comes from places of at most " + Places.ADDRESSES + " addresses, not from a pool");
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
        IntOpenHashSet own = own(shared.objects());
        Betting betting = new Betting();
        int meeting = 0;
        for (Subject member : members) {
            boolean meets = shared.heldBy(member, Family.NETWORK)
                    && member.objects(Family.NETWORK.ordinal()).intStream().anyMatch(own::contains);
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
        return new Evidence(POOL_KIND, Column.CONCEALMENT, Betting.bits(betting.eventNats()), summary, List.of());
    }

    /** Those of some addresses and networks whose users are mostly members: a venue's other guests are no members. */
    private IntOpenHashSet own(IntOpenHashSet objects) {
        Int2IntOpenHashMap held = new Int2IntOpenHashMap();
        for (Subject member : members) {
            IntArrayList its = member.objects(Family.NETWORK.ordinal());
            for (int i = 0; i < its.size(); i++) {
                if (objects.contains(its.getInt(i))) {
                    held.addTo(its.getInt(i), 1);
                }
            }
        }
        IntOpenHashSet own = new IntOpenHashSet();
        held.int2IntEntrySet().fastForEach(entry -> {
            if (2 * entry.getIntValue() >= table.get(entry.getIntKey()).users().size()) {
                own.add(entry.getIntKey());
            }
        });
        return own;
    }

    private Evidence reuse(String kind, LongPredicate reused) {
        Betting betting = new Betting();
        int reusing = 0;
        for (Subject member : members) {
            AccountFingerprint facts = member.facts();
            boolean reuses = facts != null && reuses(facts.payment(), reused);
            reusing += reuses ? 1 : 0;
            betting.event(reuses, REUSE);
        }
        String summary = String.format(
                Locale.ROOT,
                "%,d of %,d accounts pay by a means that at least two others use that claim no relation",
                reusing,
                members.size());
        return new Evidence(kind, Column.CONCEALMENT, Betting.bits(betting.eventNats()), summary, List.of());
    }

    private boolean reuses(long payment, LongPredicate reused) {
        return payment != 0 && !customers.usual(payment) && reused.test(payment);
    }

    /** The means of payment that most members have. */
    private long commonest() {
        Long2IntOpenHashMap holders = Relations.tally(members, AccountFingerprint::payment);
        long commonest = 0;
        for (Long2IntMap.Entry each : holders.long2IntEntrySet()) {
            int more = Integer.compare(each.getIntValue(), holders.get(commonest));
            commonest = more > 0 || (more == 0 && each.getLongKey() < commonest) ? each.getLongKey() : commonest;
        }
        return commonest;
    }
}
