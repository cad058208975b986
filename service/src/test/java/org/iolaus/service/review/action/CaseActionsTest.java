package org.iolaus.service.review.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iolaus.service.review.ReviewWorld.ANNA;
import static org.iolaus.service.review.ReviewWorld.BERT;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.iolaus.detection.exchange.Review;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.service.access.Problem;
import org.iolaus.service.review.ReviewWorld;
import org.iolaus.service.review.TestSink;
import org.iolaus.service.review.action.CaseActions.Named;
import org.iolaus.service.review.cases.CaseRecord;
import org.iolaus.service.review.cases.CaseState;
import org.iolaus.service.review.cases.Member;
import org.iolaus.service.store.TestDatabase;
import org.iolaus.service.store.Times;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class CaseActionsTest {
    @Parameter
    private TestDatabase kind = TestDatabase.H2;

    @TempDir
    private Path folder = Path.of("");

    private ReviewWorld world;
    private CaseRecord campaign;

    @BeforeEach
    void open() {
        world = new ReviewWorld(kind, folder);
        campaign = world.campaign(7, "acct-1", "acct-2", "acct-3");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void ruled_newCampaign_opensItsCase() {
        assertThat(campaign.state()).isEqualTo(CaseState.OPEN);
        assertThat(campaign.accounts()).isEqualTo(3);
        assertThat(campaign.unreviewed()).isEqualTo(3);
        assertThat(campaign.verdict()).isEqualTo(Verdict.RESTRICT);
        assertThat(world.members(campaign))
                .extracting(member -> member.who().accountId())
                .containsExactlyInAnyOrder("acct-1", "acct-2", "acct-3");
    }

    @Test
    void confirm_wholeCase_logsEachAccountAndWritesTheAudit() {
        Action action = world.reviews.actions().confirm(ANNA, campaign.id(), List.of(), false, "Same cards.");

        assertThat(world.sink.reviews())
                .extracting(Review::accountId)
                .containsExactlyInAnyOrder("acct-1", "acct-2", "acct-3");
        assertThat(world.sink.reviews())
                .allMatch(review -> review.outcome() == Review.Outcome.CONFIRMED
                        && review.timeMicros() == Times.micros(action.made()));
        assertThat(world.ofGroup(7).state()).isEqualTo(CaseState.CONFIRMED);
        assertThat(world.ofGroup(7).unreviewed()).isZero();
        assertThat(world.reviews.audit().after(0, 10).getLast().entry())
                .contains("\"review.confirm\"", "\"anna\"", campaign.id())
                .doesNotContain("acct-1", "Same cards");
        assertThat(world.history(campaign)).extracting(Action::reason).containsExactly("Same cards.");
        assertThat(world.done).containsExactly(action);
    }

    @Test
    void overturn_namedAccount_exemptsItAndNobodyElse() {
        world.reviews.actions().overturn(ANNA, campaign.id(), List.of(new Named("acct-2", null)), "A class.");

        assertThat(world.sink.reviews()).singleElement().satisfies(review -> {
            assertThat(review.accountId()).isEqualTo("acct-2");
            assertThat(review.outcome()).isEqualTo(Review.Outcome.OVERTURNED);
            assertThat(review.untilMicros() - review.timeMicros())
                    .isEqualTo(Duration.ofDays(90).toMillis() * 1000);
        });
        assertThat(world.ofGroup(7).state()).isEqualTo(CaseState.OPEN);
        assertThat(world.members(campaign))
                .filteredOn(member -> member.outcome() == Member.Outcome.OVERTURNED)
                .extracting(member -> member.who().accountId())
                .containsExactly("acct-2");
    }

    @Test
    void overturn_wholeCase_isOverturned() {
        world.reviews.actions().overturn(ANNA, campaign.id(), List.of(), "A firm's seats.");

        assertThat(world.ofGroup(7).state()).isEqualTo(CaseState.OVERTURNED);
        assertThat(world.sink.reviews()).hasSize(3);
    }

    @Test
    void confirm_exemptMembers_areLeftOutUntilTheExemptionEnds() {
        world.reviews.actions().overturn(ANNA, campaign.id(), List.of(new Named("acct-2", null)), "A class.");

        assertThatThrownBy(() -> world.reviews
                        .actions()
                        .confirm(BERT, campaign.id(), List.of(new Named("acct-2", null)), false, "No."))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("exempt");
        assertThat(world.reviews
                        .actions()
                        .confirm(BERT, campaign.id(), List.of(), false, "Yes.")
                        .subjects())
                .extracting(who -> who.accountId())
                .containsExactlyInAnyOrder("acct-1", "acct-3");
        world.clock.advance(Duration.ofDays(90).plusSeconds(1));
        assertThat(world.reviews
                        .actions()
                        .confirm(BERT, campaign.id(), List.of(), false, "Now.")
                        .subjects())
                .hasSize(3);
    }

    @Test
    void confirmBlock_ofMany_waitsForASecondReviewer() {
        CaseActions actions = world.reviews.actions();

        Action proposed = actions.confirm(ANNA, campaign.id(), List.of(), true, "Resold keys.");
        assertThat(proposed.state()).isEqualTo(Action.State.PROPOSED);
        assertThat(world.sink.reviews()).isEmpty();
        assertThat(world.ofGroup(7).blocked()).isZero();
        assertThatThrownBy(() -> actions.confirm(ANNA, campaign.id(), List.of(), true, "Again."))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("second a proposal of their own");

        world.campaign(7, "acct-4");
        Action second = actions.confirm(BERT, campaign.id(), List.of(), true, "Agreed.");
        assertThat(second.state()).isEqualTo(Action.State.DONE);
        assertThat(second.subjects())
                .extracting(who -> who.accountId())
                .doesNotContain("acct-4")
                .hasSize(3);
        assertThat(world.ofGroup(7).blocked()).isEqualTo(3);
        assertThat(world.reviews.blocked()).hasSize(3);
        assertThat(world.history(campaign)).extracting(Action::state).containsOnly(Action.State.DONE);
    }

    @Test
    void confirmBlock_ofOneAccount_needsOneReviewer() {
        Action action = world.reviews
                .actions()
                .confirm(ANNA, campaign.id(), List.of(new Named("acct-1", null)), true, "Resold keys.");

        assertThat(action.state()).isEqualTo(Action.State.DONE);
        assertThat(world.ofGroup(7).blocked()).isEqualTo(1);
    }

    @Test
    void confirmBlock_oneAccountAfterAnother_needsASecondReviewer() {
        CaseActions actions = world.reviews.actions();
        actions.confirm(ANNA, campaign.id(), List.of(new Named("acct-1", null)), true, "Resold keys.");

        assertThat(actions.confirm(ANNA, campaign.id(), List.of(new Named("acct-2", null)), true, "And this.")
                        .state())
                .isEqualTo(Action.State.PROPOSED);
        assertThat(world.ofGroup(7).blocked()).isEqualTo(1);
    }

    @Test
    void confirmBlock_staleProposal_isNotSeconded() {
        CaseActions actions = world.reviews.actions();
        actions.confirm(ANNA, campaign.id(), List.of(), true, "Resold keys.");
        world.clock.advance(Duration.ofDays(8));

        assertThat(actions.confirm(BERT, campaign.id(), List.of(), true, "Agreed.")
                        .state())
                .isEqualTo(Action.State.PROPOSED);
    }

    @Test
    void act_logUnwritable_failsWhole() {
        world.sink.mode = TestSink.Mode.UNWRITABLE;
        long entries = world.reviews.audit().head().sequence();

        assertThatThrownBy(() -> world.reviews.actions().confirm(ANNA, campaign.id(), List.of(), false, "Yes."))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.status().code()).isEqualTo(503))
                .hasMessageContaining("the disk is full");
        assertThat(world.ofGroup(7).state()).isEqualTo(CaseState.OPEN);
        assertThat(world.history(campaign)).isEmpty();
        assertThat(world.reviews.audit().head().sequence()).isEqualTo(entries);
    }

    @Test
    void act_reasonMissingOrTooLong_isRefused() {
        for (String reason : List.of(" ", "x".repeat(2001))) {
            assertThatThrownBy(() -> world.reviews.actions().note(ANNA, campaign.id(), reason))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("characters");
        }
    }

    @Test
    void act_strangerNamed_isRefused() {
        assertThatThrownBy(() -> world.reviews
                        .actions()
                        .overturn(ANNA, campaign.id(), List.of(new Named("acct-9", null)), "Who?"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no members");
    }

    @Test
    void close_thenConfirm_isRefusedAndNotesAreTaken() {
        world.reviews.actions().close(ANNA, campaign.id(), "Done.");

        assertThatThrownBy(() -> world.reviews.actions().confirm(BERT, campaign.id(), List.of(), false, "Yes."))
                .hasMessageContaining("closed");
        assertThat(world.reviews
                        .actions()
                        .note(BERT, campaign.id(), "For the record.")
                        .state())
                .isEqualTo(Action.State.DONE);
    }
}
