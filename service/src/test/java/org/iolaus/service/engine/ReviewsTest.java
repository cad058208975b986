package org.iolaus.service.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.iolaus.detection.exchange.Review;
import org.iolaus.detection.exchange.Review.Outcome;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.detection.verdict.AccountFinding;
import org.iolaus.detection.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** People's decisions in a scan: the exempted have no verdict, and nobody else is judged otherwise. */
class ReviewsTest {
    private static final long HOUR = 3_600_000_000L;
    private static final long EPOCH = 600_000_000L;

    private final Traffic traffic = Traffic.demo(1);
    private final Findings unreviewed = traffic.scan();
    private final AccountFinding first = restricted().getFirst();

    private List<AccountFinding> restricted() {
        return unreviewed.accounts().stream()
                .filter(each -> each.verdict() == Verdict.RESTRICT)
                .toList();
    }

    private static Review overturned(AccountFinding account, long micros, long until) {
        return new Review(account.accountId(), account.endUserId(), Outcome.OVERTURNED, micros, until);
    }

    private static List<AccountFinding> without(Findings findings, AccountFinding account) {
        return findings.accounts().stream()
                .filter(each -> !each.accountId().equals(account.accountId()))
                .toList();
    }

    @Test
    void scan_overturned_withdrawsThatVerdictAndChangesNothingElse() {
        Findings reviewed = traffic.with(List.of(overturned(first, first.flaggedAtMicros() + HOUR, Long.MAX_VALUE)))
                .scan();

        assertThat(reviewed.accounts()).isEqualTo(without(unreviewed, first));
        assertThat(reviewed.campaigns()).isEqualTo(unreviewed.campaigns());
        assertThat(reviewed.cleared()).isEqualTo(unreviewed.cleared());
        assertThat(reviewed.watched()).isEqualTo(unreviewed.watched());
    }

    @Test
    void scan_overturnedBeforeTheVerdict_exemptsAllTheSame() {
        Findings reviewed = traffic.with(List.of(overturned(first, first.flaggedAtMicros() - HOUR, Long.MAX_VALUE)))
                .scan();

        assertThat(reviewed.accounts()).isEqualTo(without(unreviewed, first));
    }

    @Test
    void scan_exemptionOver_judgesAnewByWhatTheAccountDoesThen() {
        long until = first.flaggedAtMicros() + 3 * HOUR;
        Findings reviewed = traffic.with(List.of(overturned(first, first.flaggedAtMicros() + HOUR, until)))
                .scan();

        AccountFinding again = reviewed.accounts().stream()
                .filter(each -> each.accountId().equals(first.accountId()))
                .findFirst()
                .orElseThrow();
        assertThat(again.flaggedAtMicros()).isGreaterThanOrEqualTo(until);
        assertThat(again.exchangesBeforeFlag()).isGreaterThanOrEqualTo(first.exchangesBeforeFlag());
        assertThat(without(reviewed, first)).isEqualTo(without(unreviewed, first));
    }

    @Test
    void scan_confirmed_changesNothing() {
        Findings reviewed = traffic.with(List.of(new Review(
                        first.accountId(), null, Outcome.CONFIRMED, first.flaggedAtMicros() + HOUR, Long.MAX_VALUE)))
                .scan();

        assertThat(reviewed).isEqualTo(unreviewed);
    }

    @Test
    void scan_decisionAfterTheInputIsCutOff_changesNothing() {
        long cut = traffic.exchanges().getLast().timeMicros();
        Findings reviewed = traffic.with(List.of(overturned(first, cut + EPOCH, Long.MAX_VALUE)))
                .scan();

        assertThat(reviewed).isEqualTo(unreviewed);
    }

    @Test
    void scan_decisionsInAnyOrder_giveTheSame() {
        List<Review> reviews = new ArrayList<>();
        for (AccountFinding account : restricted().subList(0, 20)) {
            long flagged = account.flaggedAtMicros();
            reviews.add(overturned(account, flagged + HOUR, flagged + 5 * HOUR));
            reviews.add(overturned(account, flagged + 2 * HOUR, flagged + 3 * HOUR));
            reviews.add(new Review(account.accountId(), null, Outcome.CONFIRMED, flagged, Long.MAX_VALUE));
        }
        Findings reviewed = traffic.with(reviews).scan();
        Collections.shuffle(reviews, new Random(5));

        assertThat(traffic.with(reviews).scan()).isEqualTo(reviewed);
        assertThat(reviewed).isNotEqualTo(unreviewed);
    }
}
