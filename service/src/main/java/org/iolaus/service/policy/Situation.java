package org.iolaus.service.policy;

import java.time.Instant;
import java.util.Set;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.Account.Verification;
import org.iolaus.detection.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a policy judges: an account or an end user of it, as it stands.
 *
 * @param accountId the account
 * @param endUserId its end user, or null if the account itself is judged
 * @param facts what sign-up and billing know, or null
 * @param verdict what detection recommends
 * @param confirmed whether a person has confirmed the verdict
 * @param campaignId campaign, or null
 * @param programme how far the account has proved that it belongs to its programme; null if it is in none
 * @param pathway the way in, or null if unknown
 * @param time wall-clock time
 */
public record Situation(
        String accountId,
        @Nullable String endUserId,
        @Nullable Account facts,
        Verdict verdict,
        boolean confirmed,
        @Nullable String campaignId,
        @Nullable ProgrammeState programme,
        @Nullable String pathway,
        Instant time) {
    Verification verification() {
        return facts == null ? Verification.NONE : facts.verification();
    }

    Set<String> sanctionedUse() {
        return facts == null ? Set.of() : facts.sanctionedUse();
    }

    /** This, with another verdict that nobody has confirmed, at another time. */
    public Situation lapsed(Verdict to, Instant at) {
        return new Situation(accountId, endUserId, facts, to, false, campaignId, programme, pathway, at);
    }

    /** This, at another time. */
    public Situation at(Instant other) {
        return new Situation(accountId, endUserId, facts, verdict, confirmed, campaignId, programme, pathway, other);
    }

    /** This, by another way in. */
    public Situation by(@Nullable String way) {
        return new Situation(accountId, endUserId, facts, verdict, confirmed, campaignId, programme, way, time);
    }

    /** This, with other facts. */
    public Situation with(@Nullable Account other) {
        return new Situation(accountId, endUserId, other, verdict, confirmed, campaignId, programme, pathway, time);
    }

    /** This, with another state of its programme. */
    public Situation with(ProgrammeState other) {
        return new Situation(accountId, endUserId, facts, verdict, confirmed, campaignId, other, pathway, time);
    }
}
