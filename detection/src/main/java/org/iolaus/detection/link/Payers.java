package org.iolaus.detection.link;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.List;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.profile.Subject;

/** Means of payment by how many parties, organisations or accounts of none, pay with them. */
public final class Payers {
    /** Parties from which on a means of payment is reused. */
    static final int REUSED = 3;
    /** Share of all that no means of payment or network has: what stands for one where none is known has it. */
    private static final double USUAL = 0.1;
    /** So few are no more than one may pay for. */
    private static final int MANY = 100;

    private final Long2IntOpenHashMap parties = new Long2IntOpenHashMap();
    private int unknown;
    private int everybody;
    private int reused;

    private Payers() {}

    /** Those of some subjects. */
    public static Payers of(List<Subject> subjects) {
        Payers payers = new Payers();
        LongPairs seen = new LongPairs();
        for (Subject subject : subjects) {
            AccountFingerprint facts = subject.facts();
            if (facts == null || facts.payment() == 0) {
                payers.unknown++;
                payers.everybody++;
            } else if (seen.add(facts.payment(), subject.party())) {
                payers.reused += payers.parties.addTo(facts.payment(), 1) == REUSED - 1 ? 1 : 0;
                payers.everybody++;
            }
        }
        return payers;
    }

    /** Whether several parties pay with a means of payment. */
    public boolean reused(long payment) {
        return parties.get(payment) >= REUSED;
    }

    /**
     * Whether a means of payment tells nothing of who pays: one that so many parties have stands for one that is not known,
     * and where several parties have most of them they are kinds, not means.
     */
    public boolean usual(long payment) {
        return usual(parties.get(payment), everybody) || everybody >= MANY && 2 * reused > all();
    }

    /** Whether so many of all have a value that it stands for one that is not known. */
    static boolean usual(int having, int all) {
        return having >= MANY && having > USUAL * all;
    }

    /** How many pay: means of payment, and subjects of whom none is known. */
    public int all() {
        return parties.size() + unknown;
    }

    /** How many means of payment several parties pay with. */
    public int reused() {
        return reused;
    }

    /** How popular it is among all who pay that strangers pay with the same. */
    public Popularity sharing() {
        return new Popularity((reused() + 1.0) / (all() + 1.0), reused());
    }
}
