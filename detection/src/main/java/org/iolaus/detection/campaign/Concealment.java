package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.profile.Subject;
import org.iolaus.detection.statistics.Betting;

/**
 * Scores whether a group hides that it belongs together: its members claim to be strangers, yet share means of payment,
 * or are spread over a pool of addresses in which every account meets others. A place where everybody meets, one
 * organisation or one own e-mail domain speaks against it.
 */
final class Concealment {
    private static final double MIN_BITS = 10;
    private static final double OPEN_SHARE = 0.5;
    /** Bound on the share of ordinary accounts that meet strangers from the same group on a rare address. */
    private static final double MEETING = 0.1;
    /** Bound on the share of ordinary accounts whose card at least two other organisations use. */
    private static final double REUSE = 0.02;

    private final List<Subject> members;
    private final Signature signature;
    private final ObjectTable table;
    private final DomainPopularity domains;

    Concealment(List<Subject> members, Signature signature, ObjectTable table, DomainPopularity domains) {
        this.members = members;
        this.signature = signature;
        this.table = table;
        this.domains = domains;
    }

    ColumnScore score() {
        List<Evidence> evidence = new ArrayList<>();
        List<Evidence> counter = new ArrayList<>();
        double bits = 0;
        double open = openTie(counter);
        double place = place(counter);
        Evidence pool = pool();
        Evidence reuse = reuse();
        if (place < OPEN_SHARE && pool.bits() > 0) {
            evidence.add(pool);
            bits += pool.bits();
        }
        if (reuse.bits() > 0) {
            evidence.add(reuse);
            bits += reuse.bits();
        }
        boolean present = open < OPEN_SHARE && bits >= MIN_BITS;
        for (Evidence against : counter) {
            bits += against.bits();
        }
        return new ColumnScore(Column.CONCEALMENT, bits, present, evidence, counter);
    }

    /** Largest share of members that one organisation, or one e-mail domain that is nobody else's, openly ties. */
    private double openTie(List<Evidence> counter) {
        double organization = largest(AccountFingerprint::organization, value -> true);
        double domain = largest(AccountFingerprint::domain, value -> !domains.popular(value));
        double share = Math.max(organization, domain);
        if (share >= 0.2) {
            counter.add(new Evidence(
                    organization >= domain ? "declared_organization" : "common_domain",
                    Column.CONCEALMENT,
                    -share * members.size(),
                    String.format(
                            Locale.ROOT,
                            "%.0f %% of the accounts openly belong to one %s",
                            share * 100,
                            organization >= domain ? "organisation" : "e-mail domain of its own"),
                    List.of()));
        }
        return share;
    }

    private double largest(ToLongFunction<AccountFingerprint> field, java.util.function.LongPredicate counts) {
        Long2IntOpenHashMap tally = new Long2IntOpenHashMap();
        int best = 0;
        for (Subject member : members) {
            AccountFingerprint facts = member.facts();
            long value = facts == null ? 0 : field.applyAsLong(facts);
            if (value != 0 && counts.test(value)) {
                best = Math.max(best, tally.addTo(value, 1) + 1);
            }
        }
        return best / (double) members.size();
    }

    /** Largest share of members that meet at one address. */
    private double place(List<Evidence> counter) {
        Int2IntOpenHashMap tally = new Int2IntOpenHashMap();
        int best = 0;
        for (Subject member : members) {
            IntArrayList objects = member.objects();
            for (int i = 0; i < objects.size(); i++) {
                int id = objects.getInt(i);
                if (table.get(id).layer() == Layer.IP) {
                    best = Math.max(best, tally.addTo(id, 1) + 1);
                }
            }
        }
        double share = best / (double) members.size();
        if (share >= OPEN_SHARE) {
            counter.add(new Evidence(
                    "one_place",
                    Column.CONCEALMENT,
                    -share * members.size(),
                    String.format(
                            Locale.ROOT,
                            "%.0f %% of the accounts meet at one address: a place, not a pool",
                            share * 100),
                    List.of()));
        }
        return share;
    }

    private Evidence pool() {
        IntOpenHashSet shared = signature.part(Family.NETWORK).objects();
        Betting betting = new Betting();
        int meeting = 0;
        for (Subject member : members) {
            boolean meets = Signature.holdsAny(member, shared);
            meeting += meets ? 1 : 0;
            betting.event(meets, MEETING);
        }
        return new Evidence(
                "proxy_pool",
                Column.CONCEALMENT,
                Betting.bits(betting.eventNats()),
                String.format(
                        Locale.ROOT,
                        "%,d of %,d accounts meet others of the group on a pool of %,d addresses and prefixes that hardly anybody else uses",
                        meeting,
                        members.size(),
                        shared.size()),
                List.of());
    }

    private Evidence reuse() {
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
        Betting betting = new Betting();
        int reusing = 0;
        for (Subject member : members) {
            AccountFingerprint facts = member.facts();
            boolean reuses = facts != null && facts.payment() != 0 && organizations.get(facts.payment()) >= 3;
            reusing += reuses ? 1 : 0;
            betting.event(reuses, REUSE);
        }
        return new Evidence(
                "reused_payment",
                Column.CONCEALMENT,
                Betting.bits(betting.eventNats()),
                String.format(
                        Locale.ROOT,
                        "%,d of %,d accounts pay by a means that at least two other organisations use",
                        reusing,
                        members.size()),
                List.of());
    }
}
