package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.List;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.profile.Subject;

/** Means of payment by how many parties, organisations or accounts of none, pay with them. */
record Payers(Long2IntOpenHashMap parties) {
    /** Parties from which on a means of payment is reused. */
    static final int REUSED = 3;

    static Payers of(List<Subject> subjects) {
        Long2IntOpenHashMap parties = new Long2IntOpenHashMap();
        LongPairs seen = new LongPairs();
        for (Subject subject : subjects) {
            AccountFingerprint facts = subject.facts();
            if (facts != null && facts.payment() != 0) {
                if (seen.add(facts.payment(), subject.party())) {
                    parties.addTo(facts.payment(), 1);
                }
            }
        }
        return new Payers(parties);
    }

    /** Whether several parties pay with a means of payment. */
    boolean reused(long payment) {
        return parties.get(payment) >= REUSED;
    }
}
