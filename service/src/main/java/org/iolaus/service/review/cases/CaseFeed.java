package org.iolaus.service.review.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.iolaus.detection.campaign.CampaignFinding;
import org.iolaus.service.engine.Ruling;
import org.iolaus.service.engine.RulingListener;
import org.iolaus.service.store.DatabaseAway;
import org.iolaus.service.threads.Background;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of rulings and findings without waiting and writes them into the case book on a thread of its own. While the
 * database is away it keeps the last ruling on each subject, as many as the detector has subjects, and goes on when it is
 * back. Thread-safe.
 */
public final class CaseFeed implements RulingListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CaseFeed.class);
    private static final long RETRY_MILLIS = 1000;

    /** An account, or an end user of it. */
    private record Key(String accountId, @Nullable String endUserId) {}

    private final CaseBook book;
    private final Listener listener;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;
    private Map<Key, Ruling> rulings = new LinkedHashMap<>();
    private Map<String, CampaignFinding> findings = new LinkedHashMap<>();
    private boolean writing;
    private boolean closed;

    /** Hears of what was written, on the feed's thread, which may wait. */
    public interface Listener {
        /** Cases were opened. */
        void opened(List<CaseRecord> opened);

        /** Cases were brought up to date with what was found of campaigns. */
        void campaigns(List<CampaignFinding> campaigns);
    }

    public CaseFeed(CaseBook book, Listener listener) {
        this.book = book;
        this.listener = listener;
        thread = Background.thread("cases", this::run);
        thread.start();
    }

    @Override
    public void ruled(List<Ruling> more) {
        change(() -> more.forEach(ruling -> rulings.put(new Key(ruling.accountId(), ruling.endUserId()), ruling)));
    }

    /** Takes what was found of campaigns at the close of an epoch. */
    public void found(List<CampaignFinding> campaigns) {
        change(() -> campaigns.forEach(campaign -> findings.put(campaign.id(), campaign)));
    }

    /** Waits until everything heard so far is written. */
    public void flush() throws InterruptedException {
        lock.lock();
        try {
            while (!closed && (writing || !rulings.isEmpty() || !findings.isEmpty())) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        change(() -> closed = true);
        thread.interrupt();
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (!closed) {
                take();
            }
        } catch (InterruptedException e) {
            LOG.debug("case feed ends");
        }
    }

    private void take() throws InterruptedException {
        Map<Key, Ruling> ruled;
        Map<String, CampaignFinding> found;
        lock.lock();
        try {
            while (rulings.isEmpty() && findings.isEmpty()) {
                changed.await();
            }
            ruled = rulings;
            found = findings;
            rulings = new LinkedHashMap<>();
            findings = new LinkedHashMap<>();
            writing = true;
        } finally {
            lock.unlock();
        }
        try {
            write(ruled, found);
        } finally {
            change(() -> writing = false);
        }
    }

    private void write(Map<Key, Ruling> ruled, Map<String, CampaignFinding> found) throws InterruptedException {
        try {
            listener.opened(book.ruled(ruled.values()));
            book.found(List.copyOf(found.values()));
            listener.campaigns(List.copyOf(found.values()));
        } catch (DatabaseAway e) {
            LOG.warn("cases wait: {}", e.getMessage());
            keep(ruled, found);
            Thread.sleep(RETRY_MILLIS);
        } catch (RuntimeException e) {
            LOG.error("{} rulings could not be written into cases; the next start brings them again", ruled.size(), e);
        }
    }

    /** Takes back what could not be written, under whatever came since. */
    private void keep(Map<Key, Ruling> ruled, Map<String, CampaignFinding> found) {
        change(() -> {
            List<Ruling> newer = new ArrayList<>(rulings.values());
            rulings = ruled;
            newer.forEach(ruling -> rulings.put(new Key(ruling.accountId(), ruling.endUserId()), ruling));
            Map<String, CampaignFinding> newest = findings;
            findings = found;
            findings.putAll(newest);
        });
    }
}
