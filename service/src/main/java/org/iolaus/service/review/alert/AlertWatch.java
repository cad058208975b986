package org.iolaus.service.review.alert;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.iolaus.detection.campaign.CampaignFinding;
import org.iolaus.detection.campaign.Pivot;
import org.iolaus.service.review.cases.CaseFeed;
import org.iolaus.service.review.cases.CaseRecord;
import org.iolaus.service.review.cases.CaseTable;
import org.iolaus.service.store.Database;
import org.iolaus.service.store.DatabaseAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees what people are to be told. Hearing of something never waits; {@link #write} brings it to the outbox. While the
 * database is away occasions wait in memory, up to a bound. Thread-safe.
 */
public final class AlertWatch implements CaseFeed.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(AlertWatch.class);
    private static final int MAX_WAITING = 1000;
    private static final int CASES = 1000;

    private final Outbox outbox;
    private final Database database;
    private final CaseTable cases;
    private final InstantSource clock;
    private final IntakeHealth health = new IntakeHealth();
    private final BlockingQueue<Occasion> waiting = new ArrayBlockingQueue<>(MAX_WAITING);

    public AlertWatch(Outbox outbox, Database database, CaseTable cases, InstantSource clock) {
        this.outbox = outbox;
        this.database = database;
        this.cases = cases;
        this.clock = clock;
    }

    /** Hears why nothing can be taken in, or that all is well. Never waits. */
    public void health(Optional<String> problem) {
        health.heard(problem, clock.instant()).ifPresent(this::put);
    }

    /** Hears of warnings about the reference population. Never waits. */
    public void warnings(List<String> warnings) {
        warnings.stream()
                .findFirst()
                .ifPresent(warning -> put(Occasion.warning(String.join(" ", warnings), clock.instant())));
    }

    @Override
    public void opened(List<CaseRecord> opened) {
        opened.forEach(found -> put(Occasion.campaign(found)));
    }

    /** Looks at campaigns for growth and moves. Reads the database. */
    @Override
    public void campaigns(List<CampaignFinding> campaigns) {
        List<CaseRecord> known = database.transact(handle -> cases.list(handle, null, 0, CASES));
        for (CaseRecord found : known) {
            int magnitudes = magnitudes(found);
            if (magnitudes > 0) {
                put(Occasion.growth(found, magnitudes));
            }
        }
        for (CampaignFinding campaign : campaigns) {
            Optional<CaseRecord> found = known.stream()
                    .filter(each -> each.campaignId().equals(campaign.id()))
                    .findFirst();
            for (Pivot pivot : campaign.pivots()) {
                found.ifPresent(each -> put(Occasion.pivot(each, pivot)));
            }
        }
    }

    /** Brings what was heard to the outbox; to be called every second or so. */
    public synchronized void write() {
        List<Occasion> occasions = new ArrayList<>();
        waiting.drainTo(occasions);
        try {
            outbox.raise(occasions);
        } catch (DatabaseAway e) {
            LOG.warn("{} alerts wait: {}", occasions.size(), e.getMessage());
            occasions.forEach(this::put);
        }
    }

    /** How often the accounts of a case are ten times as many as when it was opened. */
    private static int magnitudes(CaseRecord found) {
        int magnitudes = 0;
        for (long next = 10L * Math.max(1, found.openedAccounts()); next <= found.accounts(); next *= 10) {
            magnitudes++;
        }
        return magnitudes;
    }

    private void put(Occasion occasion) {
        if (!waiting.offer(occasion)) {
            LOG.warn("an alert is lost, too many wait: {}", occasion.text());
        }
    }
}
