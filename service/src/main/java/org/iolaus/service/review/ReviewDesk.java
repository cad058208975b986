package org.iolaus.service.review;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.service.access.ApiKeys;
import org.iolaus.service.access.KeyRoutes;
import org.iolaus.service.access.Route;
import org.iolaus.service.engine.FactSink;
import org.iolaus.service.review.account.Erasure;
import org.iolaus.service.review.account.Holds;
import org.iolaus.service.review.account.Verifications;
import org.iolaus.service.review.action.Action;
import org.iolaus.service.review.alert.AlertConfig;
import org.iolaus.service.review.alert.AlertWatch;
import org.iolaus.service.review.alert.Delivery;
import org.iolaus.service.review.alert.Outbox;
import org.iolaus.service.review.audit.AuditEntry;
import org.iolaus.service.review.cases.CaseFeed;
import org.iolaus.service.review.retention.Retention;
import org.iolaus.service.review.retention.RetentionConfig;
import org.iolaus.service.review.retention.SampleConfig;
import org.iolaus.service.review.retention.SampleQueue;
import org.iolaus.service.review.retention.Samples;
import org.iolaus.service.review.vault.Vault;
import org.iolaus.service.store.Database;
import org.iolaus.service.store.DatabaseAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that people work with, put together: routes, the feed of cases, and the upkeep behind them. Thread-safe. */
public final class ReviewDesk implements AutoCloseable {
    /** What it is made of. */
    public record Config(ReviewConfig review, RetentionConfig retention, SampleConfig samples, AlertConfig alerts) {
        public static final Config DEFAULT =
                new Config(ReviewConfig.DEFAULT, RetentionConfig.DEFAULT, SampleConfig.DEFAULT, AlertConfig.DEFAULT);
    }

    /**
     * Who hears of what people decide.
     *
     * @param done hears of confirmations and overturnings, once they hold
     * @param erased hears of accounts erased, so that copies in memory go too
     */
    public record Listeners(Consumer<Action> done, Consumer<String> erased) {}

    private static final Logger LOG = LoggerFactory.getLogger(ReviewDesk.class);

    private final Reviews reviews;
    private final Verifications verifications;
    private final Samples samples;
    private final SampleQueue sampleQueue;
    private final CaseFeed feed;
    private final AlertWatch watch;
    private final Upkeep upkeep;
    private final List<Route> routes;

    /**
     * @param keys the API keys, opened
     * @param installation see {@link Installation}
     * @param sink where reviews are logged
     */
    public ReviewDesk(
            Config config,
            Database database,
            Vault vault,
            ApiKeys keys,
            String installation,
            FactSink sink,
            Listeners listeners,
            InstantSource clock,
            SecureRandom random) {
        reviews = new Reviews(config.review(), database, vault, installation, sink, listeners.done(), clock, random);
        verifications = new Verifications(database, vault, reviews.audit());
        samples = new Samples(database, vault, config.samples(), clock, random);
        sampleQueue = new SampleQueue(config.samples(), clock);
        Holds holds = new Holds(database, vault, reviews.audit(), clock);
        Erasure erasure = new Erasure(
                database,
                vault,
                holds,
                reviews.audit(),
                clock,
                config.retention().fingerprints(),
                erased -> {
                    sampleQueue.forget(erased);
                    listeners.erased().accept(erased);
                });
        Outbox outbox = new Outbox(database, config.alerts(), clock, random);
        watch = new AlertWatch(outbox, database, reviews.cases(), clock);
        feed = new CaseFeed(reviews.book(), watch);
        Retention retention = new Retention(
                database,
                vault,
                reviews.audit(),
                config.retention(),
                config.samples().enabled(),
                clock);
        upkeep = new Upkeep(
                reviews,
                keys,
                watch,
                new Delivery(outbox, config.alerts(), clock),
                retention,
                () -> sampleQueue.write(samples),
                clock);
        routes = Stream.of(
                        new KeyRoutes(
                                        keys,
                                        (handle, action, key, caller) -> reviews.audit()
                                                .append(
                                                        handle,
                                                        new AuditEntry(action, caller.keyId()).put("key", key.id())))
                                .routes(),
                        new CaseRoutes(database, reviews, samples).routes(),
                        new AppealRoutes(reviews.appeals()).routes(),
                        new AuditRoutes(reviews.audit()).routes(),
                        new AlertRoutes(outbox).routes(),
                        new AccountRoutes(reviews, holds, erasure).routes())
                .flatMap(List::stream)
                .toList();
    }

    /** Cases, actions, appeals, references. */
    public Reviews reviews() {
        return reviews;
    }

    public Verifications verifications() {
        return verifications;
    }

    /** Prompts kept on purpose, if that is turned on. */
    public Samples samples() {
        return samples;
    }

    /** Takes prompts on their way there. */
    public SampleQueue sampleQueue() {
        return sampleQueue;
    }

    /** Takes rulings, and findings at the close of epochs. */
    public CaseFeed feed() {
        return feed;
    }

    /** Takes what people are to be told of besides cases. */
    public AlertWatch watch() {
        return watch;
    }

    /** Takes what was found by the close of an epoch. Never waits. */
    public void found(Findings findings) {
        feed.found(findings.campaigns());
        watch.warnings(findings.warnings());
    }

    public List<Route> routes() {
        return routes;
    }

    /** Begins the upkeep; to be called once the log has been reconciled. */
    public void start() {
        upkeep.start();
    }

    @Override
    public void close() {
        upkeep.close();
        feed.close();
        reviews.references().write();
        try {
            sampleQueue.write(samples);
        } catch (DatabaseAway e) {
            LOG.warn("the last prompts to be kept are let go: {}", e.getMessage());
        }
    }
}
