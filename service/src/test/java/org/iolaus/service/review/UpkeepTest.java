package org.iolaus.service.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iolaus.service.review.ReviewWorld.ANNA;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.iolaus.service.access.ApiKeys;
import org.iolaus.service.review.alert.AlertConfig;
import org.iolaus.service.review.alert.AlertWatch;
import org.iolaus.service.review.alert.Delivery;
import org.iolaus.service.review.alert.Outbox;
import org.iolaus.service.review.cases.CaseRecord;
import org.iolaus.service.review.retention.Retention;
import org.iolaus.service.review.retention.RetentionConfig;
import org.iolaus.service.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpkeepTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void tick_againAndAgain_doesEachThingWhenItIsDue() throws InterruptedException {
        try (ReviewWorld world = new ReviewWorld(TestDatabase.H2, folder);
                Upkeep upkeep = upkeep(world)) {
            CaseRecord campaign = world.campaign(7, "acct-1");
            world.reviews.references().record(world.reference("ref-1", "acct-1"));
            upkeep.tick();
            assertThat(world.reviews.appeals().file(ANNA, "REF 1", "Why?").caseId())
                    .isEqualTo(campaign.id());
            assertThat(world.reviews.audit().commitments()).hasSize(1);

            world.clock.advance(Duration.ofHours(23));
            upkeep.tick();
            assertThat(world.reviews.audit().commitments()).hasSize(1);
            world.clock.advance(Duration.ofHours(1));
            upkeep.tick();
            assertThat(world.reviews.audit().commitments()).hasSize(2);

            world.clock.advance(Duration.ofDays(366));
            upkeep.tick();
            Optional<CaseRecord> gone = world.in(handle -> world.reviews.cases().ofGroup(handle, 7));
            assertThat(gone).isEmpty();
        }
    }

    private static Upkeep upkeep(ReviewWorld world) {
        AlertConfig alerts = AlertConfig.DEFAULT;
        Outbox outbox = new Outbox(world.database, alerts, world.clock, world.random);
        return new Upkeep(
                world.reviews,
                ApiKeys.open(world.database, world.clock, world.random),
                new AlertWatch(outbox, world.database, world.reviews.cases(), world.clock),
                new Delivery(outbox, alerts, world.clock),
                new Retention(
                        world.database, world.vault, world.reviews.audit(), RetentionConfig.DEFAULT, true, world.clock),
                () -> {},
                world.clock);
    }
}
