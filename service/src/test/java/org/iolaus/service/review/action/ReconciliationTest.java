package org.iolaus.service.review.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.iolaus.service.review.ReviewWorld.ANNA;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.iolaus.detection.exchange.Review;
import org.iolaus.service.access.Problem;
import org.iolaus.service.review.ReviewConfig;
import org.iolaus.service.review.ReviewWorld;
import org.iolaus.service.review.TestSink;
import org.iolaus.service.review.audit.Link;
import org.iolaus.service.review.cases.CaseRecord;
import org.iolaus.service.review.cases.CaseState;
import org.iolaus.service.store.DatabaseAway;
import org.iolaus.service.store.Password;
import org.iolaus.service.store.StoreConfig;
import org.iolaus.service.store.TestDatabase;
import org.iolaus.service.store.TestProxy;
import org.iolaus.service.store.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconciliationTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void reconcile_crashAfterTheLog_entersTheAction() {
        try (ReviewWorld world = world()) {
            CaseRecord campaign = world.campaign(7, "acct-1", "acct-2");
            world.sink.afterwards = () -> {
                throw new IllegalStateException("the process dies here");
            };
            assertThatThrownBy(
                            () -> world.reviews.actions().confirm(ANNA, campaign.id(), List.of(), false, "Same cards."))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(world.ofGroup(7).state()).isEqualTo(CaseState.OPEN);

            world.restart();
            assertThat(world.ofGroup(7).state()).isEqualTo(CaseState.CONFIRMED);
            assertThat(world.history(campaign))
                    .singleElement()
                    .satisfies(action -> assertThat(action.state()).isEqualTo(Action.State.DONE));
            assertThat(world.done).hasSize(1);

            world.restart();
            assertThat(world.done).hasSize(1);
            assertThat(world.history(campaign)).hasSize(1);
        }
    }

    @Test
    void reconcile_crashBeforeTheLog_abandonsTheAction() {
        try (ReviewWorld world = world()) {
            CaseRecord campaign = world.campaign(7, "acct-1", "acct-2");
            world.sink.mode = TestSink.Mode.FAILS;
            assertThatThrownBy(
                            () -> world.reviews.actions().confirm(ANNA, campaign.id(), List.of(), false, "Same cards."))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("may not have been logged");

            world.restart();
            assertThat(world.ofGroup(7).state()).isEqualTo(CaseState.OPEN);
            assertThat(world.history(campaign)).extracting(Action::state).containsExactly(Action.State.ABANDONED);
            assertThat(world.done).isEmpty();
        }
    }

    @Test
    void reconcile_actionOlderThanTheLog_isUnclear() {
        try (ReviewWorld world = world()) {
            CaseRecord campaign = world.campaign(7, "acct-1", "acct-2");
            world.sink.mode = TestSink.Mode.FAILS;
            assertThatThrownBy(() -> world.reviews.actions().confirm(ANNA, campaign.id(), List.of(), false, "Yes."))
                    .isInstanceOf(Problem.class);

            world.reviews.reconcile(List.of(), world.clock.instant().plus(Duration.ofHours(1)));
            assertThat(world.history(campaign)).extracting(Action::state).containsExactly(Action.State.UNCLEAR);
        }
    }

    @Test
    void reconcile_reviewThatNobodyMade_isShownOnce() {
        try (ReviewWorld world = world()) {
            long made = Times.micros(Instant.parse("2026-02-01T00:00:00Z"));
            List<Review> logged = List.of(new Review("acct-1", null, Review.Outcome.OVERTURNED, made, Long.MAX_VALUE));
            world.reviews.reconcile(logged, Instant.EPOCH);
            world.reviews.reconcile(logged, Instant.EPOCH);

            assertThat(world.reviews.audit().after(0, 10))
                    .extracting(Link::entry)
                    .singleElement()
                    .asString()
                    .contains("review.unaccounted");
            assertThat(world.done).isEmpty();
        }
    }

    @Test
    void settle_databaseAwayAfterTheLog_entersTheActionWhenItIsBack() throws Exception {
        StoreConfig direct = TestDatabase.POSTGRESQL.fresh(folder);
        try (TestProxy proxy = new TestProxy(direct);
                ReviewWorld world = new ReviewWorld(proxy.config(), ReviewConfig.DEFAULT)) {
            CaseRecord campaign = world.campaign(7, "acct-1", "acct-2");
            List<String> answers = new ArrayList<>();
            world.sink.afterwards = proxy::cut;
            assertThatThrownBy(() -> world.reviews.actions().confirm(ANNA, campaign.id(), List.of(), false, "Yes."))
                    .isInstanceOfSatisfying(Problem.class, problem -> answers.add(problem.detail()));
            assertThat(answers.getFirst()).contains("is logged and holds");
            assertThat(world.done).isEmpty();

            proxy.heal();
            await().ignoreException(DatabaseAway.class).untilAsserted(world.reviews::catchUp);
            assertThat(world.ofGroup(7).state()).isEqualTo(CaseState.CONFIRMED);
            assertThat(world.done).hasSize(1);
        }
    }

    @Test
    void act_databaseAway_isRefusedAndNothingIsLogged() throws Exception {
        StoreConfig direct = TestDatabase.POSTGRESQL.fresh(folder);
        try (TestProxy proxy = new TestProxy(direct);
                ReviewWorld world = new ReviewWorld(proxy.config(), ReviewConfig.DEFAULT)) {
            CaseRecord campaign = world.campaign(7, "acct-1", "acct-2");
            proxy.cut();
            assertThatThrownBy(() -> world.reviews.actions().confirm(ANNA, campaign.id(), List.of(), false, "Yes."))
                    .isInstanceOf(DatabaseAway.class);
            assertThat(world.sink.reviews()).isEmpty();
        }
    }

    @Test
    void reconcile_databaseAwayAtTheStart_isDoneWhenItIsBack() throws Exception {
        StoreConfig direct = TestDatabase.POSTGRESQL.fresh(folder);
        try (TestProxy proxy = new TestProxy(direct);
                ReviewWorld world = new ReviewWorld(proxy.config(), ReviewConfig.DEFAULT)) {
            CaseRecord campaign = world.campaign(7, "acct-1", "acct-2");
            world.sink.mode = TestSink.Mode.FAILS;
            assertThatThrownBy(() -> world.reviews.actions().confirm(ANNA, campaign.id(), List.of(), false, "Yes."))
                    .isInstanceOf(Problem.class);
            proxy.cut();
            world.reviews.reconcile(List.of(), Instant.EPOCH);
            proxy.heal();

            await().ignoreException(DatabaseAway.class).untilAsserted(world.reviews::catchUp);
            assertThat(world.history(campaign)).extracting(Action::state).containsExactly(Action.State.ABANDONED);
        }
    }

    private ReviewWorld world() {
        return new ReviewWorld(
                StoreConfig.at("jdbc:h2:file:" + folder.resolve("store"), "", Password.NONE), ReviewConfig.DEFAULT);
    }
}
