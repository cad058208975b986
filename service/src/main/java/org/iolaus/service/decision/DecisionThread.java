package org.iolaus.service.decision;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.iolaus.detection.exchange.Review;
import org.iolaus.service.engine.Ruling;
import org.iolaus.service.engine.RulingListener;
import org.iolaus.service.policy.LivePolicy;
import org.iolaus.service.policy.Policy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread on which decisions change, so that whoever brings verdicts, facts and reviews never waits. It also looks
 * every second for what has lapsed and whether the policy's file has changed. Thread-safe.
 */
public final class DecisionThread implements RulingListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DecisionThread.class);
    private static final long PATIENCE_SECONDS = 10;

    private final Decisions decisions;
    private final CampaignTraces traces;
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("decisions").daemon(true).factory());

    public DecisionThread(Decisions decisions, CampaignTraces traces, LivePolicy policy) {
        this.decisions = decisions;
        this.traces = traces;
        ScheduledFuture<?> _ = thread.scheduleWithFixedDelay(
                guarded(() -> {
                    policy.check();
                    decisions.tick();
                }),
                1,
                1,
                TimeUnit.SECONDS);
    }

    @Override
    public void ruled(List<Ruling> rulings) {
        List<Ruling> kept = List.copyOf(rulings);
        run(() -> {
            traces.ruled(kept);
            decisions.ruled(kept);
        });
    }

    /** Looks again at an account whose facts have changed; several changes at once are one look. */
    public void accountChanged(String accountId) {
        if (changed.add(accountId)) {
            run(() -> {
                changed.remove(accountId);
                decisions.accountChanged(accountId);
            });
        }
    }

    /** Judges everybody by a policy, after the verdicts that have come so far. */
    public void policyChanged(Policy policy) {
        run(() -> decisions.policyChanged(policy));
    }

    public void reviewed(Review review) {
        run(() -> decisions.reviewed(review));
    }

    public void blocked(Subject subject) {
        run(() -> decisions.blocked(subject));
    }

    /** Completes when all that has come so far is done. */
    public CompletableFuture<Void> settled() {
        return CompletableFuture.runAsync(() -> {}, thread);
    }

    private void run(Runnable task) {
        try {
            thread.execute(guarded(task));
        } catch (RejectedExecutionException _) {
            LOG.debug("the service is closing; a change of decisions is left to the next start");
        }
    }

    /** The thread's edge: one bad task must not end it. */
    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("a change of decisions failed", e);
            }
        };
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
