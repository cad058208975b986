package org.iolaus.service.engine;

import org.iolaus.service.engine.EngineStatus.Phase;
import org.iolaus.service.log.FactLog;
import org.jspecify.annotations.Nullable;

/** Reads off how the engine is doing. {@link #read} belongs to the detector's thread; {@link #status} is thread-safe. */
final class EngineGauge {
    private final FactLog log;
    private final SnapshotKeeper snapshots;
    private final EngineState state;
    private final Room room;
    private final CurrentRulings rulings;
    private volatile Reading last;

    EngineGauge(FactLog log, SnapshotKeeper snapshots, EngineState state, Room room, CurrentRulings rulings) {
        this.log = log;
        this.snapshots = snapshots;
        this.state = state;
        this.room = room;
        this.rulings = rulings;
        last = reading();
    }

    /** What only the detector's thread may look at. */
    private record Reading(
            long watermarkMicros,
            long latestMicros,
            long position,
            long exchanges,
            long duplicates,
            long conflicts,
            long late,
            int accounts) {}

    /** Reads what only the detector's thread may look at. */
    void read() {
        last = reading();
    }

    private Reading reading() {
        return new Reading(
                state.advancedMicros(),
                state.latestMicros(),
                state.applied(),
                state.detector().exchanges(),
                state.detector().duplicates(),
                state.detector().conflicts(),
                state.detector().late(),
                state.accounts().size());
    }

    /** How the engine is doing, as of the last reading. */
    EngineStatus status(Phase phase, @Nullable String failure) {
        Reading read = last;
        SnapshotKeeper.Last snapshot = snapshots.last();
        return new EngineStatus(
                phase,
                failure == null ? log.unwritable().orElse(null) : failure,
                read.watermarkMicros(),
                read.latestMicros(),
                log.position(),
                read.position(),
                room.exchanges(),
                room.bytes(),
                read.exchanges(),
                read.duplicates(),
                read.conflicts(),
                read.late(),
                rulings.size(),
                read.accounts(),
                snapshot == null ? 0 : snapshot.position(),
                snapshot == null ? null : snapshot.at(),
                snapshot == null ? 0 : snapshot.millis());
    }
}
