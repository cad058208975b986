package org.iolaus.service.engine;

import com.esotericsoftware.kryo.KryoException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.iolaus.service.log.Disk;
import org.iolaus.service.log.FactLog;
import org.iolaus.service.snapshot.SnapshotConfig;
import org.iolaus.service.snapshot.SnapshotStore;
import org.iolaus.service.snapshot.SnapshotStore.Saved;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saves the state from time to time and brings it back. Belongs to the detector's thread. */
final class SnapshotKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotKeeper.class);
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final SnapshotStore<EngineState> store;
    private final SnapshotConfig config;
    private final FactLog log;
    private final InstantSource clock;
    private Instant due;
    private long dueExchanges;
    private volatile @Nullable Last last;

    SnapshotKeeper(Disk disk, LiveConfig config, FactLog log, InstantSource clock) {
        store = new SnapshotStore<>(disk, StateLayout.codec(), ConfigurationDigest.of(config.detector()));
        this.config = config.snapshot();
        this.log = log;
        this.clock = clock;
        due = clock.instant().plus(this.config.every());
        dueExchanges = this.config.everyExchanges();
    }

    /**
     * The latest snapshot.
     *
     * @param position last batch in it
     * @param at when it was taken
     * @param millis how long that took
     * @param bytes length of its file
     */
    record Last(long position, Instant at, long millis, long bytes) {}

    /** The state of the latest snapshot that can be used, or an empty one. */
    EngineState restore(LiveConfig live) throws IOException {
        Optional<Saved<EngineState>> saved = store.load(log.first());
        long position = saved.map(Saved::position).orElse(0L);
        if (position > log.position()) {
            throw new IOException(
                    "the snapshot holds batch " + position + ", and the log must not end before, with batch "
                            + log.position()
                            + ".\nMaybe the log's folder was emptied or restored from an older copy; restore it, or"
                            + " move the snapshots away as well.");
        }
        if (saved.isEmpty() && log.first() > 1 && !config.partialReplay()) {
            throw new IOException("no snapshot can be used, and the log begins with batch " + log.first()
                    + " and must reach back to batch 1.\nMaybe give the former version or configuration back, or set"
                    + " partialReplay to start with what the log still holds.");
        }
        EngineState state = saved.map(Saved::state).orElseGet(() -> new EngineState(live));
        state.configure(live.engine());
        dueExchanges = state.detector().exchanges() + config.everyExchanges();
        saved.ifPresent(each -> last = new Last(position, instant(each.atMicros()), 0, 0));
        return state;
    }

    /** Saves the state if it is time. */
    void offer(EngineState state) {
        if (state.detector().exchanges() >= dueExchanges || !clock.instant().isBefore(due)) {
            save(state);
        }
    }

    /** Saves the state unless it is saved already. */
    void save(EngineState state) {
        Instant now = clock.instant();
        due = now.plus(config.every());
        dueExchanges = state.detector().exchanges() + config.everyExchanges();
        if (last != null && last.position() == state.applied() || state.applied() == 0) {
            return;
        }
        long start = System.nanoTime();
        try {
            long bytes = store.save(state, state.applied(), ChronoUnit.MICROS.between(Instant.EPOCH, now));
            last = new Last(state.applied(), now, (System.nanoTime() - start) / 1_000_000, bytes);
            log.forget(store.oldest());
        } catch (IOException | KryoException e) {
            due = now.plus(AGAIN);
            LOG.warn("no snapshot could be taken; the log is kept, so nothing is lost: {}", e.getMessage(), e);
        }
    }

    /** The latest snapshot, or null. */
    @Nullable
    Last last() {
        return last;
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
