package org.iolaus.service.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.iolaus.detection.exchange.Account.Type;
import org.iolaus.detection.exchange.Account.Verification;
import org.iolaus.detection.exchange.AccountDraft;
import org.iolaus.detection.exchange.Review;
import org.iolaus.detection.exchange.Review.Outcome;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.service.policy.Action;
import org.iolaus.service.policy.Mode;
import org.iolaus.service.policy.ProgrammeProof;
import org.iolaus.service.policy.ProgrammeState;
import org.iolaus.service.policy.ReasonCode;
import org.junit.jupiter.api.Test;

class DecisionsTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void look_unknownAccount_isAllowed() {
        Answer answer = new Scene(Scene.ENFORCED).look("acct-new");

        assertThat(answer.action()).isEqualTo(Action.ALLOW);
        assertThat(answer.permitted()).isTrue();
        assertThat(answer.reference()).isEmpty();
        assertThat(answer.message()).isEmpty();
    }

    @Test
    void look_restrictedAccount_isRefusedWithReasonAndReference() {
        Scene scene = new Scene(Scene.ENFORCED);
        scene.rule("acct-1", Verdict.RESTRICT);

        Answer answer = scene.look("acct-1");

        assertThat(answer.action()).isEqualTo(Action.RESTRICT);
        assertThat(answer.permitted()).isFalse();
        assertThat(answer.reason()).isEqualTo(ReasonCode.COORDINATED_USE);
        assertThat(answer.campaignId()).isEqualTo("cmp-1");
        assertThat(References.isPlausible(answer.reference())).isTrue();
        assertThat(answer.message())
                .startsWith("Requests of this account are refused for the time being. Reason: use that appears")
                .contains("This holds until 2026-11-02 10:00 UTC at most. Quote " + answer.reference() + ".")
                .doesNotContain("cmp-1");
    }

    @Test
    void blocked_byReviewers_isRefusedForGoodUntilOverturned() {
        Scene scene = new Scene("""
                rules:
                  - {name: blocked, verdict: block, confirmed: true, action: block, mode: enforce, duration: 90d}
                  - {name: restricted, verdict: [restrict, block], action: restrict, mode: enforce}
                """);
        scene.rule("acct-1", Verdict.RESTRICT);
        long now = scene.now.toEpochMilli() * 1000;

        scene.decisions.reviewed(new Review("acct-1", null, Review.Outcome.CONFIRMED, now, Long.MAX_VALUE));
        assertThat(scene.look("acct-1").action()).isEqualTo(Action.RESTRICT);
        scene.decisions.blocked(new Subject("acct-1", null));
        assertThat(scene.look("acct-1").action()).isEqualTo(Action.BLOCK);
        scene.decisions.reviewed(new Review("acct-1", null, Review.Outcome.OVERTURNED, now, Long.MAX_VALUE));
        assertThat(scene.look("acct-1").action()).isEqualTo(Action.ALLOW);
    }

    @Test
    void restore_beforeTheVerdictComesAgain_letsARestrictionLapseWhenItWouldHave() {
        Scene before = new Scene(Scene.ENFORCED);
        before.rule("acct-1", Verdict.RESTRICT);
        String reference = before.look("acct-1").reference().replace("-", "");
        Scene after = new Scene(Scene.ENFORCED);
        after.decisions.restore(Map.of(reference, after.now.minus(DAY.minusMinutes(1))));

        after.rule("acct-1", Verdict.RESTRICT);
        assertThat(after.look("acct-1").action()).isEqualTo(Action.RESTRICT);
        after.pass(Duration.ofMinutes(1));
        assertThat(after.look("acct-1").action()).isEqualTo(Action.REQUIRE_VERIFICATION);
    }

    @Test
    void record_inShadow_saysSinceWhenSoThatARestartChangesNoLapse() {
        String shadow = "version: 1\nmode: shadow\nappeal: \"Quote {reference}.\"\n" + Scene.ENFORCED;
        Scene before = new Scene(Scene.policy(shadow), WatermarkKeys.NONE);
        before.rule("acct-1", Verdict.RESTRICT);
        before.pass(Duration.ofHours(5));
        Change recorded = before.recorded.getFirst();
        assertThat(recorded.mode()).isEqualTo(Mode.SHADOW);
        Scene after = new Scene(Scene.policy(shadow), WatermarkKeys.NONE);
        after.now = before.now;
        after.decisions.restore(Map.of(recorded.reference(), recorded.since()));

        after.rule("acct-1", Verdict.RESTRICT);

        assertThat(after.decisions.active(Mode.SHADOW))
                .extracting(Change::expiresMillis)
                .isEqualTo(before.decisions
                        .active(Mode.SHADOW)
                        .map(Change::expiresMillis)
                        .toList());
        after.pass(Duration.ofHours(19));
        assertThat(after.decisions.active(Mode.SHADOW))
                .extracting(Change::action)
                .containsExactly(Action.REQUIRE_VERIFICATION);
    }

    @Test
    void restored_verdictThatComesLater_beginsAnew() {
        Scene scene = new Scene(Scene.ENFORCED);
        scene.rule("acct-1", Verdict.RESTRICT);
        Scene after = new Scene(Scene.ENFORCED);
        after.decisions.restore(Map.of(scene.look("acct-1").reference(), after.now.minus(DAY)));

        after.decisions.restored();
        after.rule("acct-1", Verdict.RESTRICT);

        assertThat(after.look("acct-1").action()).isEqualTo(Action.RESTRICT);
    }

    @Test
    void reviewed_confirmationOfThePast_standsSinceItWasMade() {
        Scene before = new Scene(Scene.ENFORCED);
        before.rule("acct-1", Verdict.RESTRICT);
        String reference = before.look("acct-1").reference();
        Instant ruled = before.now;
        before.pass(Duration.ofHours(2));
        Review confirmed = review(before, Outcome.CONFIRMED, Duration.ofDays(90));
        before.decisions.reviewed(confirmed);
        long expires = before.look("acct-1").expiresMillis();

        Scene after = new Scene(Scene.ENFORCED);
        after.now = before.now.plus(DAY);
        after.decisions.restore(Map.of(reference, ruled));
        after.rule("acct-1", Verdict.RESTRICT);
        after.decisions.reviewed(confirmed);

        assertThat(after.look("acct-1").expiresMillis()).isEqualTo(expires);
    }

    @Test
    void tick_restrictionUnconfirmedForADay_lapsesToVerifyAndThenEnds() {
        Scene scene = new Scene(Scene.ENFORCED);
        scene.rule("acct-1", Verdict.RESTRICT);

        scene.pass(DAY.minusSeconds(1));
        assertThat(scene.look("acct-1").action()).isEqualTo(Action.RESTRICT);
        scene.pass(Duration.ofSeconds(1));
        assertThat(scene.look("acct-1").action()).isEqualTo(Action.REQUIRE_VERIFICATION);
        scene.pass(Duration.ofDays(7));
        assertThat(scene.look("acct-1").action()).isEqualTo(Action.ALLOW);

        assertThat(scene.recorded)
                .filteredOn(change -> change.mode() == Mode.ENFORCE)
                .extracting(Change::action)
                .containsExactly(Action.RESTRICT, Action.REQUIRE_VERIFICATION, Action.ALLOW);
    }

    @Test
    void look_lapsedBetweenTicks_needsNoTick() {
        Scene scene = new Scene(Scene.ENFORCED);
        scene.rule("acct-1", Verdict.RESTRICT);
        scene.now = scene.now.plus(DAY);

        assertThat(scene.look("acct-1").action()).isEqualTo(Action.REQUIRE_VERIFICATION);
    }

    @Test
    void ruled_sameVerdictAgain_doesNotBeginAnew() {
        Scene scene = new Scene(Scene.ENFORCED);
        scene.rule("acct-1", Verdict.RESTRICT);
        scene.pass(Duration.ofHours(23));
        scene.rule("acct-1", Verdict.RESTRICT);
        scene.pass(Duration.ofHours(1));

        assertThat(scene.look("acct-1").action()).isEqualTo(Action.REQUIRE_VERIFICATION);
    }

    @Test
    void reviewed_confirmed_standsForTheRulesDuration() {
        Scene scene = new Scene(Scene.ENFORCED);
        scene.rule("acct-1", Verdict.RESTRICT);
        scene.decisions.reviewed(review(scene, Outcome.CONFIRMED, Duration.ofDays(90)));

        scene.pass(Duration.ofDays(6));

        assertThat(scene.look("acct-1").action()).isEqualTo(Action.RESTRICT);
    }

    @Test
    void reviewed_overturned_isAllowedUntilTheExemptionEnds() {
        Scene scene = new Scene(Scene.ENFORCED);
        scene.rule("acct-1", Verdict.RESTRICT);
        scene.rule("acct-2", Verdict.RESTRICT);
        scene.decisions.reviewed(review(scene, Outcome.OVERTURNED, Duration.ofDays(90)));

        Answer answer = scene.look("acct-1");

        assertThat(answer.action()).isEqualTo(Action.ALLOW);
        assertThat(answer.reason()).isEqualTo(ReasonCode.OVERTURNED);
        assertThat(scene.look("acct-2").action()).isEqualTo(Action.RESTRICT);
        scene.pass(Duration.ofDays(90));
        assertThat(scene.look("acct-1").action()).isEqualTo(Action.RESTRICT);
    }

    @Test
    void look_endUserOfACarrier_fallsOnThatEndUserAlone() {
        Scene scene = new Scene(Scene.ENFORCED);
        scene.rule("acct-carrier", "eu-bad", Verdict.RESTRICT, "cmp-1");

        assertThat(endUser(scene, "eu-bad").action()).isEqualTo(Action.RESTRICT);
        assertThat(endUser(scene, "eu-bad").message()).startsWith("Requests of this end user");
        assertThat(endUser(scene, "eu-good").action()).isEqualTo(Action.ALLOW);
        assertThat(scene.look("acct-carrier").action()).isEqualTo(Action.ALLOW);
    }

    @Test
    void look_shadow_isNeverServedAndIsShownToAdministrators() {
        Scene scene = new Scene(Scene.policy("""
                version: 1
                mode: shadow
                appeal: "Quote {reference}."
                """ + Scene.ENFORCED), WatermarkKeys.NONE);
        scene.rule("acct-1", Verdict.RESTRICT);

        assertThat(scene.look("acct-1"))
                .usingRecursiveComparison()
                .ignoringFields("accountId")
                .isEqualTo(scene.look("acct-new"));
        assertThat(scene.decisions.active(Mode.ENFORCE)).isEmpty();
        assertThat(scene.decisions.active(Mode.SHADOW)).singleElement().satisfies(change -> {
            assertThat(change.subject().accountId()).isEqualTo("acct-1");
            assertThat(change.action()).isEqualTo(Action.RESTRICT);
        });
    }

    @Test
    void look_shadowRuleBeforeAnEnforcedOne_servesTheEnforcedOne() {
        Scene scene = new Scene("""
                rules:
                  - {name: tried, verdict: restrict, action: restrict}
                  - {name: kept, verdict: restrict, action: withhold_reasoning, mode: enforce}
                """);
        scene.rule("acct-1", Verdict.RESTRICT);

        assertThat(scene.look("acct-1").action()).isEqualTo(Action.WITHHOLD_REASONING);
        assertThat(scene.decisions.active(Mode.SHADOW))
                .singleElement()
                .satisfies(change -> assertThat(change.rule()).isEqualTo("tried"));
    }

    @Test
    void look_allowListed_isAllowedUntilTheEntryEndsAndStillScored() {
        Scene scene = new Scene("""
                allow:
                  - {account: acct-1, until: 2026-11-01T12:00:00Z, reason: red team}
                """ + Scene.ENFORCED);
        scene.rule("acct-1", Verdict.RESTRICT);

        assertThat(scene.look("acct-1").reason()).isEqualTo(ReasonCode.ALLOW_LISTED);
        assertThat(scene.decisions.active(Mode.SHADOW))
                .singleElement()
                .satisfies(change -> assertThat(change.action()).isEqualTo(Action.RESTRICT));
        scene.pass(Duration.ofHours(2));
        assertThat(scene.look("acct-1").action()).isEqualTo(Action.RESTRICT);
    }

    @Test
    void look_sanctionedUse_isAllowed() {
        Scene scene = new Scene("sanctioned_use: [distillation]\n" + Scene.ENFORCED);
        scene.account(
                draft(scene).sanctionedUse(java.util.Set.of("distillation")).account());
        scene.rule("acct-1", Verdict.RESTRICT);

        assertThat(scene.look("acct-1").reason()).isEqualTo(ReasonCode.SANCTIONED_USE);
    }

    @Test
    void accountChanged_verifiedMeanwhile_isAllowedAtOnce() {
        Scene scene = new Scene(Scene.ENFORCED);
        scene.account(draft(scene).account());
        scene.rule("acct-1", Verdict.VERIFY);
        assertThat(scene.look("acct-1").action()).isEqualTo(Action.REQUIRE_VERIFICATION);

        scene.account(draft(scene).verification(Verification.IDENTITY).account());

        assertThat(scene.look("acct-1").action()).isEqualTo(Action.ALLOW);
    }

    @Test
    void look_unsupportedRegion_isRefusedWithoutAVerdictAndSaysSo() {
        Scene scene = new Scene("regions: {mode: enforce, unsupported: [AQ], consider: [payment], action: restrict}\n");
        scene.account(draft(scene).paymentCountry("AQ").signupCountry("SE").account());

        Answer answer = scene.look("acct-1");

        assertThat(answer.action()).isEqualTo(Action.RESTRICT);
        assertThat(answer.reason()).isEqualTo(ReasonCode.REGION_UNSUPPORTED);
        assertThat(answer.message())
                .contains("not offered in the region")
                .contains("until the reason no longer applies");
        scene.account(draft(scene).paymentCountry("SE").account());
        assertThat(scene.look("acct-1").action()).isEqualTo(Action.ALLOW);
    }

    @Test
    void look_programme_isAskedUntilProvedAndAgainWhenTheProofExpires() {
        Scene scene = new Scene("""
                programmes: {research: {valid: 365d}}
                rules:
                  - {name: prove, programme: [unverified, expired], action: require_verification, mode: enforce}
                """);
        scene.account(draft(scene).type(Type.RESEARCH).account());
        assertThat(scene.look("acct-1").reason()).isEqualTo(ReasonCode.PROGRAMME_UNVERIFIED);

        Instant expires = scene.now.plus(Duration.ofDays(10));
        scene.programmes.put(new ProgrammeProof(
                "acct-1", ProgrammeState.VERIFIED, scene.now, expires, List.of("ticket-1"), "key-1", "letter seen"));
        scene.decisions.accountChanged("acct-1");
        assertThat(scene.look("acct-1").action()).isEqualTo(Action.ALLOW);

        scene.pass(Duration.ofDays(10));
        assertThat(scene.look("acct-1").action()).isEqualTo(Action.REQUIRE_VERIFICATION);
    }

    @Test
    void look_throttledCampaign_sharesOneBudgetAmongItsAccounts() {
        Scene scene = new Scene("""
                rules:
                  - name: slow
                    verdict: restrict
                    action: throttle
                    budget: {requests: 3, per: 1m}
                    mode: enforce
                """);
        for (int i = 0; i < 50; i++) {
            scene.rule("acct-" + i, Verdict.RESTRICT);
        }

        long permitted = 0;
        for (int i = 0; i < 50; i++) {
            permitted += scene.look("acct-" + i).permitted() ? 1 : 0;
        }

        assertThat(permitted).isEqualTo(3);
        Answer refused = scene.look("acct-7");
        assertThat(refused.action()).isEqualTo(Action.THROTTLE);
        assertThat(refused.retryAfterSeconds()).isEqualTo(20);
        scene.pass(Duration.ofSeconds(20));
        assertThat(scene.look("acct-7").permitted()).isTrue();
    }

    @Test
    void look_pathwayThatARuleNames_isServedByThatRule() {
        Scene scene = new Scene("""
                rules:
                  - {name: app, verdict: verify, pathway: app, action: withhold_reasoning, mode: enforce}
                """);
        scene.rule("acct-1", Verdict.VERIFY);

        assertThat(scene.decisions.look(new Query("acct-1", null, "app", null)).action())
                .isEqualTo(Action.WITHHOLD_REASONING);
        assertThat(scene.decisions.look(new Query("acct-1", null, "api", null)).action())
                .isEqualTo(Action.ALLOW);
    }

    @Test
    void policyChanged_otherPolicy_judgesEverybodyAnewWithoutBeginningAnew() {
        Scene scene = new Scene("rules: []\n");
        scene.rule("acct-1", Verdict.RESTRICT);
        scene.pass(Duration.ofHours(23));

        scene.decisions.policyChanged(Scene.enforced(Scene.ENFORCED));
        assertThat(scene.look("acct-1").action()).isEqualTo(Action.RESTRICT);
        scene.pass(Duration.ofHours(1));
        assertThat(scene.look("acct-1").action()).isEqualTo(Action.REQUIRE_VERIFICATION);
    }

    @Test
    void restore_afterARestart_keepsReferenceAndLapsesWhenItWouldHave() {
        Scene before = new Scene(Scene.ENFORCED);
        before.rule("acct-1", Verdict.RESTRICT);
        Scene after = new Scene(Scene.ENFORCED);
        after.now = before.now.plus(Duration.ofHours(20));
        after.decisions.restore(Map.of(before.look("acct-1").reference(), before.now));
        after.rule("acct-1", Verdict.RESTRICT);

        assertThat(after.look("acct-1").reference())
                .isEqualTo(before.look("acct-1").reference());
        after.pass(Duration.ofHours(4));
        assertThat(after.look("acct-1").action()).isEqualTo(Action.REQUIRE_VERIFICATION);
    }

    @Test
    void recorded_onlyChanges() {
        Scene scene = new Scene(Scene.ENFORCED);
        scene.rule("acct-1", Verdict.RESTRICT);
        scene.rule("acct-1", Verdict.RESTRICT);
        scene.pass(Duration.ofHours(1));
        scene.look("acct-1");

        assertThat(scene.recorded).hasSize(1);
    }

    @Test
    void ruled_withdrawn_isForgotten() {
        Scene scene = new Scene(Scene.ENFORCED);
        scene.rule("acct-1", Verdict.RESTRICT);
        scene.rule("acct-1", null, Verdict.ALLOW, null);

        assertThat(scene.look("acct-1").action()).isEqualTo(Action.ALLOW);
        assertThat(scene.decisions.active(Mode.ENFORCE)).isEmpty();
    }

    private static Answer endUser(Scene scene, String endUserId) {
        return scene.decisions.look(new Query("acct-carrier", endUserId, null, null));
    }

    private static Review review(Scene scene, Outcome outcome, Duration lasting) {
        long micros = scene.now.toEpochMilli() * 1000;
        return new Review("acct-1", null, outcome, micros, micros + lasting.toMillis() * 1000);
    }

    private static AccountDraft draft(Scene scene) {
        return AccountDraft.created("acct-1", scene.now.toEpochMilli() * 1000);
    }
}
