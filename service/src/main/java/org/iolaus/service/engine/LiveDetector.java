package org.iolaus.service.engine;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.Review;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.detection.pipeline.LookAhead;
import org.iolaus.service.engine.EngineStatus.Phase;
import org.iolaus.service.fact.Batch;
import org.iolaus.service.fact.Fact;
import org.iolaus.service.log.Disk;
import org.iolaus.service.log.Encoded;
import org.iolaus.service.log.FactLog;
import org.iolaus.service.log.FolderDisk;
import org.iolaus.service.threads.Background;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The detector as it lives. Facts go into the log; once on disk they are applied in the log's order by one thread, which
 * judges exactly as a scan of the same facts would. After a restart the log is applied again, so nothing acknowledged is
 * lost and nothing counts twice. Thread-safe.
 */
public final class LiveDetector implements FactSink, Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveDetector.class);
    /** Accounts of which something is kept ahead of their epoch's close. */
    private static final int MAX_PROVISIONAL = 100_000;
    /** Sender of what the engine itself logs. */
    private static final String ENGINE = "";

    private final LiveConfig config;
    private final InstantSource clock;
    private final FactLog log;
    private final SnapshotKeeper snapshots;
    private final EngineState state;
    private final LookAhead ahead;
    private final Room room;
    private final AheadOfReceipt aheadOfReceipt;
    private final RulingBoard board = new RulingBoard();
    private final List<Consumer<Account>> accountListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Optional<String>>> healthListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<List<Review>>> replayed = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<Work> queue = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final Thread thread = Background.thread("iolaus-detector", this::run);
    private final Ticker ticker;
    private final EngineGauge gauge;
    private volatile Phase phase = Phase.REPLAYING;
    private volatile @Nullable String failure;

    private LiveDetector(LiveConfig config, InstantSource clock, FactLog log, SnapshotKeeper snapshots)
            throws IOException {
        this.config = config;
        this.clock = clock;
        this.log = log;
        this.snapshots = snapshots;
        state = snapshots.restore(config);
        ahead = state.detector().lookAhead(MAX_PROVISIONAL);
        room = new Room(config.engine().maxQueuedExchanges(), config.engine().maxQueuedBytes());
        aheadOfReceipt = new AheadOfReceipt(config.engine().maxAhead());
        ticker = new Ticker(config.engine().tick(), this::tick);
        gauge = new EngineGauge(log, snapshots, state, room, board.current());
        log.listen(this::tellHealth);
    }

    /** What the detector's thread does next. */
    private sealed interface Work {
        /** Apply a batch that is on disk. */
        record Apply(long position, Encoded batch) implements Work {}

        /** Say what was found. */
        record Find(CompletableFuture<Findings> answer) implements Work {}

        /** End. */
        record Stop() implements Work {}
    }

    /**
     * Opens the log and the snapshots below a folder.
     *
     * @throws org.iolaus.service.log.DamagedLog if the log holds what it must not
     * @throws IOException if they cannot be read or do not reach back to the beginning
     */
    public static LiveDetector open(Path folder, LiveConfig config, InstantSource clock) throws IOException {
        return open(new FolderDisk(folder.resolve("log")), new FolderDisk(folder.resolve("snapshots")), config, clock);
    }

    static LiveDetector open(Disk logDisk, Disk snapshotDisk, LiveConfig config, InstantSource clock)
            throws IOException {
        FactLog log = FactLog.open(
                logDisk, config.log(), ConfigurationDigest.of(config.detector().fingerprint()), clock);
        return new LiveDetector(config, clock, log, new SnapshotKeeper(snapshotDisk, config, log, clock));
    }

    /**
     * Lets somebody hear of rulings; to be called before {@link #start}. The first call, once the log has been read back,
     * brings all rulings that stand; later ones bring what has changed, a withdrawn ruling as {@code ALLOW}.
     */
    public void listen(RulingListener listener) {
        board.listen(listener);
    }

    /** Lets somebody hear of every account whose facts have come; on the detector's thread, so it must not wait. */
    public void listenToAccounts(Consumer<Account> listener) {
        accountListeners.add(listener);
    }

    /**
     * Lets somebody hear at once why facts can no longer be taken, and that they can again; to be called before {@link
     * #start}. The listener must not wait.
     */
    public void listenToHealth(Consumer<Optional<String>> listener) {
        healthListeners.add(listener);
    }

    private void tellHealth(Optional<String> problem) {
        healthListeners.forEach(listener -> listener.accept(problem));
    }

    /**
     * Has something done once the log has been read back and before facts are taken, with all reviews that were ever
     * logged; to be called before {@link #start}.
     */
    public void whenReplayed(Consumer<List<Review>> work) {
        replayed.add(work);
    }

    /**
     * Reads the log back and begins to take facts.
     *
     * @return completes when facts are taken; fails if the log cannot be read back
     */
    public CompletableFuture<Void> start() {
        thread.start();
        return ready;
    }

    @Override
    public Submission submit(Batch batch) {
        Phase now = phase;
        if (now == Phase.REPLAYING) {
            return busy("the log is being read back after a start");
        }
        if (now != Phase.RUNNING) {
            return new Submission.Unwritable(failure == null ? "the service has stopped" : failure);
        }
        if (log.resting()) {
            return new Submission.Unwritable(log.unwritable().orElse("the log must be writable"));
        }
        String full = room.full();
        return full == null ? append(batch) : busy(full);
    }

    private Submission append(Batch batch) {
        Encoded encoded = Encoded.of(batch, config.log());
        int bytes = bytes(encoded);
        String full = room.take(batch.facts().size(), bytes);
        if (full != null) {
            return busy(full);
        }
        return new Submission.Taken(log.append(encoded).whenComplete((done, lost) -> {
            if (lost != null) {
                room.give(batch.facts().size(), bytes);
            }
        }));
    }

    private Submission busy(String reason) {
        return new Submission.Busy(config.engine().retryAfter(), reason);
    }

    private static int bytes(Encoded encoded) {
        return Math.max(encoded.length(), encoded.unpackedLength());
    }

    /** Logs that time has passed, if something waits for it. */
    private void tick() {
        if (state.open() && phase == Phase.RUNNING) {
            submit(new Batch(micros(clock.instant()), ENGINE, List.of(new Fact.Ticked())));
        }
    }

    private void run() {
        try {
            log.replay(state.applied(), this::replay);
            ahead.again();
            board.update(state.detector(), ahead);
            board.announce();
            List<Review> reviews = List.copyOf(state.reviews());
            replayed.forEach(each -> each.accept(reviews));
            log.start((position, batch) -> queue.add(new Work.Apply(position, batch)));
            phase = Phase.RUNNING;
            gauge.read();
            ticker.start();
            ready.complete(null);
            work();
        } catch (Throwable e) {
            fail(e);
        }
    }

    private void replay(long position, Batch batch) {
        state.apply(position, batch);
        gauge.read();
    }

    private void work() throws InterruptedException {
        while (true) {
            switch (queue.take()) {
                case Work.Apply apply -> apply(apply);
                case Work.Find(var answer) -> find(answer);
                case Work.Stop() -> {
                    snapshots.save(state);
                    return;
                }
            }
        }
    }

    private void apply(Work.Apply next) {
        Batch batch = next.batch().batch();
        state.apply(next.position(), batch);
        room.give(batch.facts().size(), bytes(next.batch()));
        board.tell(board.update(state.detector(), ahead));
        board.tell(board.look(ahead, batch, state.detector()));
        for (Fact fact : batch.facts()) {
            if (fact instanceof Fact.AccountUpdated(var account)) {
                accountListeners.forEach(listener -> listener.accept(account));
            }
        }
        snapshots.offer(state);
        gauge.read();
    }

    private void find(CompletableFuture<Findings> answer) {
        try {
            answer.complete(state.detector().findings());
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    private void fail(Throwable cause) {
        LOG.error("the detector has failed; what was acknowledged is in the log. Restart the service.", cause);
        failure = "the detector has failed: " + cause;
        phase = Phase.FAILED;
        ready.completeExceptionally(cause);
        tellHealth(Optional.of(failure));
        for (Work left = queue.poll(); left != null; left = queue.poll()) {
            if (left instanceof Work.Find(var answer)) {
                answer.completeExceptionally(new IllegalStateException(failure, cause));
            }
        }
    }

    /** Rulings as they stand. */
    public CurrentRulings rulings() {
        return board.current();
    }

    /** What is known of accounts. */
    public AccountDirectory accounts() {
        return state.accounts();
    }

    /** How far each source has been read, by {@link Fact.Read}. */
    public Map<String, String> positions() {
        return Collections.unmodifiableMap(state.positions());
    }

    /** Finds what is dated too far ahead; to be asked before exchanges are submitted. */
    public AheadOfReceipt aheadOfReceipt() {
        return aheadOfReceipt;
    }

    /** What was found in the epochs closed so far, of everything acknowledged before the call. */
    public CompletableFuture<Findings> findings() {
        CompletableFuture<Findings> answer = new CompletableFuture<>();
        queue.add(new Work.Find(answer));
        if (phase == Phase.FAILED || phase == Phase.CLOSED) {
            answer.completeExceptionally(new IllegalStateException("the detector must be running"));
        }
        return answer;
    }

    /** How it is doing now. */
    public EngineStatus status() {
        return gauge.status(phase, failure);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /** Writes and applies what was taken, and ends. */
    @Override
    public void close() throws IOException {
        if (phase == Phase.CLOSED) {
            return;
        }
        ticker.stop();
        boolean running = phase == Phase.RUNNING;
        phase = running ? Phase.CLOSED : phase;
        log.close();
        if (thread.getState() != Thread.State.NEW) {
            queue.add(new Work.Stop());
            join();
        }
    }

    private void join() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
