package org.iolaus.service.decision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.iolaus.service.decision.Decisions.Sources;
import org.iolaus.service.policy.Judgement;
import org.iolaus.service.policy.Mode;
import org.iolaus.service.policy.Policy;
import org.iolaus.service.policy.Situation;

/** What a request's address alone asks for. Look-ups wait for nothing. Thread-safe. */
final class AddressDecisions {
    private final Sources sources;
    private final AddressRecord record = new AddressRecord();

    AddressDecisions(Sources sources) {
        this.sources = sources;
    }

    /**
     * The decision, unless the request's address asks for a stricter one and nobody has exempted the account.
     *
     * @param decision what is served otherwise
     * @param now wall-clock time, milliseconds since the epoch
     */
    Decision orStricter(Policy policy, Query query, String ip, Decision decision, long now) {
        Judgement judgement = policy.servedAddress(ip);
        if (judgement.action().compareTo(decision.action()) <= 0) {
            return decision;
        }
        Situation situation = new Situation(
                query.accountId(),
                query.endUserId(),
                sources.accounts().find(query.accountId()),
                decision.verdict(),
                false,
                decision.campaignId(),
                null,
                query.pathway(),
                Instant.ofEpochMilli(now));
        if (policy.exemption(situation) != null) {
            return decision;
        }
        Subject subject = new Subject(query.accountId(), query.endUserId());
        String reference =
                sources.references().of(subject, 0, judgement.reason().label());
        Decision refused = Decision.byAddress(judgement, decision, reference);
        if (record.isNew(reference)) {
            Instant time = Instant.ofEpochMilli(now);
            Entry entry = new Entry(
                    subject, Standing.none(time), refused, Map.of(), Decision.ALLOW, Decision.ALLOW, Decision.ALLOW);
            record.add(Change.of(
                    entry, Mode.ENFORCE, refused, 0, time, policy.terms().version()));
        }
        return refused;
    }

    /** Takes what was served since the last time, each reference once. */
    List<Change> taken() {
        return record.taken();
    }
}
