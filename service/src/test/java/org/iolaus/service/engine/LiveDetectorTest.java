package org.iolaus.service.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.iolaus.detection.exchange.Review;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.service.fact.Batch;
import org.iolaus.service.fact.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveDetectorTest {
    private static final long MINUTE = 60_000_000L;

    @TempDir
    Path folder;

    private LiveDetector open() throws Exception {
        LiveDetector live = LiveDetector.open(folder, LiveConfig.DEFAULT, InstantSource.system());
        live.start().join();
        return live;
    }

    /** Submits batches, waiting where there is no room. */
    static void submit(LiveDetector live, List<Batch> batches) throws InterruptedException {
        CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
        for (Batch batch : batches) {
            last = submit(live, batch);
        }
        last.join();
    }

    private static CompletableFuture<Void> submit(LiveDetector live, Batch batch) throws InterruptedException {
        while (true) {
            switch (live.submit(batch)) {
                case Submission.Taken(var durable) -> {
                    return durable;
                }
                case Submission.Busy(Duration after, String reason) -> Thread.sleep(10);
                case Submission.Unwritable(String reason) -> throw new AssertionError(reason);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void findings_factsInRandomOrderWithinTheBound_areTheScans(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        Findings unreviewed = Traffic.demo(seed).scan();
        Traffic traffic = Traffic.demo(seed).eventful(unreviewed, random);
        Findings scanned = traffic.scan();

        Findings found;
        try (LiveDetector live = open()) {
            submit(live, traffic.batches(random, 9 * MINUTE, 4, 700));
            found = live.findings().join();
        }

        assertThat(scanned.campaigns()).isNotEmpty();
        assertThat(scanned.accounts()).hasSizeLessThan(unreviewed.accounts().size());
        assertThat(Traffic.lines(found)).isEqualTo(Traffic.lines(scanned));
        assertThat(found.late()).isZero();
    }

    @Test
    void submit_newcomersOfACampaign_areRuledProvisionallyUntilTheClose() throws Exception {
        Traffic traffic = Traffic.demo(1);
        Set<String> provisional = new HashSet<>();
        Set<String> withdrawn = new HashSet<>();
        try (LiveDetector live = LiveDetector.open(folder, LiveConfig.DEFAULT, InstantSource.system())) {
            live.listen(rulings -> rulings.forEach(ruling -> {
                if (ruling.provisional()) {
                    provisional.add(ruling.accountId());
                } else if (ruling.verdict() == Verdict.ALLOW) {
                    withdrawn.add(ruling.accountId());
                }
            }));
            live.start().join();
            submit(live, traffic.batches(new SplittableRandom(4), 9 * MINUTE, 2, 50));
            live.findings().join();

            assertThat(live.rulings().all()).noneMatch(Ruling::provisional);
            assertThat(provisional).hasSizeGreaterThan(20);
            assertThat(withdrawn).hasSizeLessThan(provisional.size() / 4);
            assertThat(Traffic.lines(live.findings().join())).isEqualTo(Traffic.lines(traffic.scan()));
        }
    }

    @Test
    void submit_overturned_withdrawsTheRulingAtOnce() throws Exception {
        Traffic traffic = Traffic.demo(1);
        try (LiveDetector live = open()) {
            submit(live, traffic.batches(new SplittableRandom(4), 9 * MINUTE, 2, 900));
            live.findings().join();
            Ruling ruling = live.rulings().all().iterator().next();
            Review review = new Review(
                    ruling.accountId(),
                    ruling.endUserId(),
                    Review.Outcome.OVERTURNED,
                    ruling.reachedMicros() + 90 * 24 * 60 * MINUTE,
                    Long.MAX_VALUE);
            submit(live, List.of(new Batch(1, "reviewer", List.of(new Fact.Reviewed(review)))));
            live.findings().join();

            assertThat(live.rulings().find(ruling.accountId(), ruling.endUserId()))
                    .isEmpty();
        }
    }

    @Test
    void start_afterAnEnd_bringsTheSameFindings() throws Exception {
        Traffic traffic = Traffic.demo(1);
        List<Batch> batches = traffic.batches(new SplittableRandom(3), 9 * MINUTE, 2, 900);
        String before;
        try (LiveDetector live = open()) {
            submit(live, batches);
            before = Traffic.lines(live.findings().join());
        }

        try (LiveDetector live = open()) {
            assertThat(Traffic.lines(live.findings().join())).isEqualTo(before);
            assertThat(live.status().appliedPosition()).isGreaterThanOrEqualTo(batches.size());
            assertThat(live.rulings().size()).isPositive();
        }
    }
}
