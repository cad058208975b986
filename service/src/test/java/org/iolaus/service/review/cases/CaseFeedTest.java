package org.iolaus.service.review.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.iolaus.detection.campaign.CampaignFinding;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.service.engine.Ruling;
import org.iolaus.service.review.ReviewWorld;
import org.iolaus.service.store.TestDatabase;
import org.iolaus.service.store.Times;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An account is counted in the case of the group that it was ruled in last, however fast the rulings come. */
class CaseFeedTest {
    @TempDir
    private Path folder = Path.of("");

    private ReviewWorld world;
    private CaseFeed feed;

    @BeforeEach
    void open() {
        world = new ReviewWorld(TestDatabase.H2, folder);
        feed = new CaseFeed(world.reviews.book(), new CaseFeed.Listener() {
            @Override
            public void opened(List<CaseRecord> opened) {}

            @Override
            public void campaigns(List<CampaignFinding> campaigns) {}
        });
    }

    @AfterEach
    void close() {
        feed.close();
        world.close();
    }

    @Test
    void ruled_inGroupsThatMerge_countsInTheLastOne() throws InterruptedException {
        feed.ruled(rulings(3, Verdict.VERIFY, "acct-1", "acct-2"));
        feed.flush();
        feed.ruled(Stream.of(
                        rulings(2, Verdict.VERIFY, "acct-1", "acct-2", "acct-3"),
                        rulings(3, Verdict.RESTRICT, "acct-1", "acct-2"),
                        rulings(2, Verdict.RESTRICT, "acct-1", "acct-2", "acct-3"))
                .flatMap(List::stream)
                .toList());
        feed.flush();

        assertThat(world.ofGroup(2).accounts()).isEqualTo(3);
        assertThat(world.ofGroup(2).verdict()).isEqualTo(Verdict.RESTRICT);
        assertThat(world.ofGroup(3).accounts()).isZero();
        assertThat(world.ofGroup(3).verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void ruled_thenWithdrawn_leavesACaseThatAsksForNothing() throws InterruptedException {
        feed.ruled(rulings(2, Verdict.RESTRICT, "acct-1"));
        feed.flush();
        feed.ruled(List.of(ruling("acct-1", 2, null, Verdict.ALLOW)));
        feed.flush();

        assertThat(world.ofGroup(2).accounts()).isZero();
        assertThat(world.ofGroup(2).verdict()).isEqualTo(Verdict.ALLOW);
    }

    private List<Ruling> rulings(int group, Verdict verdict, String... accounts) {
        return Stream.of(accounts)
                .map(account -> ruling(account, group, "cmp-2026-03-000" + group, verdict))
                .toList();
    }

    private Ruling ruling(String account, int group, @Nullable String campaign, Verdict verdict) {
        return new Ruling(account, null, verdict, group, campaign, Times.micros(world.clock.instant()), 14, false);
    }
}
