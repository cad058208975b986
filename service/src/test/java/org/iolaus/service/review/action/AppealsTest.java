package org.iolaus.service.review.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iolaus.service.review.ReviewWorld.ANNA;
import static org.iolaus.service.review.ReviewWorld.BERT;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.iolaus.detection.exchange.Review;
import org.iolaus.service.access.Problem;
import org.iolaus.service.review.ReviewWorld;
import org.iolaus.service.review.TestSink;
import org.iolaus.service.review.cases.CaseRecord;
import org.iolaus.service.review.cases.Member;
import org.iolaus.service.store.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppealsTest {
    @TempDir
    private Path folder = Path.of("");

    private ReviewWorld world;
    private CaseRecord campaign;

    @BeforeEach
    void open() {
        world = new ReviewWorld(TestDatabase.H2, folder);
        campaign = world.campaign(7, "acct-1", "acct-2", "acct-3");
        world.reviews.references().record(world.reference("ref-1", "acct-1"));
        world.reviews.references().record(world.reference("ref-1", "acct-1"));
        world.reviews.references().write();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void file_unknownReference_isRefused() {
        assertThatThrownBy(() -> world.reviews.appeals().file(ANNA, "ref-9", "Why?"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.status().code()).isEqualTo(404));
    }

    @Test
    void file_again_isTheSameAppeal() {
        Appeal appeal = world.reviews.appeals().file(ANNA, "ref-1", "We are a class.");

        assertThat(world.reviews.appeals().file(ANNA, "ref-1", "Hello?").id()).isEqualTo(appeal.id());
        assertThat(appeal.caseId()).isEqualTo(campaign.id());
        assertThat(world.reviews.appeals().list(Appeal.State.OPEN, 0, 10))
                .extracting(Appeal::statement)
                .containsExactly("We are a class.");
    }

    @Test
    void decide_byWhoeverConfirmed_isRefused() {
        world.reviews.actions().confirm(ANNA, campaign.id(), List.of(), false, "Same cards.");
        Appeal appeal = world.reviews.appeals().file(ANNA, "ref-1", "We are a class.");

        for (boolean grant : new boolean[] {true, false}) {
            assertThatThrownBy(() -> world.reviews.appeals().decide(ANNA, appeal.id(), grant, "No."))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("another reviewer than anna");
        }
        assertThat(world.reviews
                        .appeals()
                        .decide(BERT, appeal.id(), false, "It stands.")
                        .state())
                .isEqualTo(Appeal.State.REFUSED);
    }

    @Test
    void decide_byEitherOfTwoWhoBlocked_isRefused() {
        world.reviews.actions().confirm(ANNA, campaign.id(), List.of(), true, "Resold.");
        world.reviews.actions().confirm(BERT, campaign.id(), List.of(), true, "Agreed.");
        Appeal appeal = world.reviews.appeals().file(ANNA, "ref-1", "We are a class.");

        assertThatThrownBy(() -> world.reviews.appeals().decide(ANNA, appeal.id(), true, "No."))
                .hasMessageContaining("another reviewer");
        assertThatThrownBy(() -> world.reviews.appeals().decide(BERT, appeal.id(), true, "No."))
                .hasMessageContaining("another reviewer");
    }

    @Test
    void decide_granted_exemptsTheCustomerAndNobodyElse() {
        Appeal appeal = world.reviews.appeals().file(ANNA, "ref-1", "We are a class.");
        Appeal granted = world.reviews.appeals().decide(BERT, appeal.id(), true, "They are a class.");

        assertThat(granted.state()).isEqualTo(Appeal.State.GRANTED);
        assertThat(granted.decidedBy()).isEqualTo("bert");
        assertThat(granted.answer()).isEqualTo("They are a class.");
        assertThat(world.sink.reviews()).singleElement().satisfies(review -> {
            assertThat(review.accountId()).isEqualTo("acct-1");
            assertThat(review.outcome()).isEqualTo(Review.Outcome.OVERTURNED);
        });
        assertThat(world.members(campaign))
                .filteredOn(member -> member.outcome() == Member.Outcome.OVERTURNED)
                .hasSize(1);
        assertThatThrownBy(() -> world.reviews.appeals().decide(BERT, appeal.id(), true, "Again."))
                .hasMessageContaining("granted already");
    }

    @Test
    void decide_grantedWhileTheLogIsUnwritable_staysOpen() {
        Appeal appeal = world.reviews.appeals().file(ANNA, "ref-1", "We are a class.");
        world.sink.mode = TestSink.Mode.UNWRITABLE;

        assertThatThrownBy(() -> world.reviews.appeals().decide(BERT, appeal.id(), true, "Yes."))
                .hasMessageContaining("log");
        assertThat(world.reviews.appeals().list(Appeal.State.OPEN, 0, 10)).hasSize(1);
    }

    @Test
    void file_againstADecisionInShadow_isUnknownUntilItIsServed() {
        world.reviews.references().record(shadow("ref-shadow"));
        world.reviews.references().write();
        assertThatThrownBy(() -> world.reviews.appeals().file(ANNA, "ref-shadow", "Why?"))
                .hasMessageContaining("must be one that a decision gave");
        Instant since = world.clock.instant();
        assertThat(world.reviews.references().since()).containsEntry("REFSHADOW", since);

        world.clock.advance(Duration.ofHours(3));
        world.reviews.references().record(world.reference("ref-shadow", "acct-9"));
        world.reviews.references().write();

        assertThat(world.reviews.appeals().file(ANNA, "ref-shadow", "Why?").state())
                .isEqualTo(Appeal.State.OPEN);
        assertThat(world.reviews.references().since())
                .as("it stands anew")
                .containsEntry("REFSHADOW", world.clock.instant());
        world.reviews.references().record(shadow("ref-shadow"));
        world.reviews.references().write();
        assertThat(world.reviews.appeals().file(ANNA, "ref-shadow", "Why?").state())
                .isEqualTo(Appeal.State.OPEN);
    }

    private DecisionReference shadow(String reference) {
        Instant now = world.clock.instant();
        return new DecisionReference(reference, "acct-9", null, 7, "restrict", "campaign", false, now, now, null);
    }
}
