package org.iolaus.detection.link;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.List;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.profile.Subject;

/** Means of payment by how many parties, organisations or accounts of none, pay with them. */
public final class Payers {
    /** Parties from which on a means of payment is reused. */
    static final int REUSED = 3;

    private final Long2IntOpenHashMap parties = new Long2IntOpenHashMap();

    private Payers() {}

    /** Those of some subjects. */
    public static Payers of(List<Subject> subjects) {
        Payers payers = new Payers();
        LongPairs seen = new LongPairs();
        for (Subject subject : subjects) {
            AccountFingerprint facts = subject.facts();
            if (facts != null && facts.payment() != 0 && seen.add(facts.payment(), subject.party())) {
                payers.parties.addTo(facts.payment(), 1);
            }
        }
        return payers;
    }

    /** Whether several parties pay with a means of payment. */
    public boolean reused(long payment) {
        return parties.get(payment) >= REUSED;
    }
}
