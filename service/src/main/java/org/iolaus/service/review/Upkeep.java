package org.iolaus.service.review;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.iolaus.service.access.ApiKeys;
import org.iolaus.service.review.alert.AlertWatch;
import org.iolaus.service.review.alert.Delivery;
import org.iolaus.service.review.retention.Retention;
import org.iolaus.service.store.DatabaseAway;
import org.iolaus.service.threads.Background;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has to be done again and again behind reviewing: each second what waited for the database and for receivers of
 * alerts, each minute the API keys, each day retention and a head of the audit chain. While the database is away it waits.
 */
final class Upkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Reviews reviews;
    private final ApiKeys keys;
    private final AlertWatch watch;
    private final Delivery delivery;
    private final Retention retention;
    private final Runnable samples;
    private final InstantSource clock;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Background.threads("upkeep-"));
    private Instant nextMinute;
    private Instant nextDay;
    private @Nullable ScheduledFuture<?> ticks;

    /** @param samples brings prompts that wait to the database */
    Upkeep(
            Reviews reviews,
            ApiKeys keys,
            AlertWatch watch,
            Delivery delivery,
            Retention retention,
            Runnable samples,
            InstantSource clock) {
        this.reviews = reviews;
        this.keys = keys;
        this.watch = watch;
        this.delivery = delivery;
        this.retention = retention;
        this.samples = samples;
        this.clock = clock;
        nextMinute = clock.instant();
        nextDay = clock.instant();
    }

    void start() {
        ticks = thread.scheduleWithFixedDelay(this::tryTick, 1, 1, TimeUnit.SECONDS);
    }

    /** Does what is due. */
    void tick() throws InterruptedException {
        Instant now = clock.instant();
        reviews.catchUp();
        watch.write();
        samples.run();
        if (!now.isBefore(nextMinute)) {
            keys.refresh();
            nextMinute = now.plus(MINUTE);
        }
        if (!now.isBefore(nextDay)) {
            retention.run();
            reviews.audit().commit().ifPresent(head -> LOG.info("audit head {}", head.line()));
            nextDay = now.plus(DAY);
        }
        delivery.deliver();
    }

    @Override
    public void close() {
        if (ticks != null) {
            ticks.cancel(true);
        }
        thread.shutdownNow();
    }

    private void tryTick() {
        try {
            tick();
        } catch (DatabaseAway e) {
            LOG.warn("upkeep waits: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("upkeep failed and goes on", e);
        }
    }
}
