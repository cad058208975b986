package org.iolaus.service.engine;

import java.util.Set;
import org.iolaus.detection.campaign.Stage;
import org.iolaus.detection.pipeline.DetectorConfig;
import org.iolaus.service.log.LogConfig;
import org.iolaus.service.snapshot.SnapshotConfig;

/**
 * How the live detector runs.
 *
 * @param engine how facts are taken in
 * @param log how they are logged
 * @param snapshot when state is saved
 * @param detector how they are judged
 * @param without stages of detection that are left out
 */
public record LiveConfig(
        EngineConfig engine, LogConfig log, SnapshotConfig snapshot, DetectorConfig detector, Set<Stage> without) {
    public static final LiveConfig DEFAULT = new LiveConfig(
            EngineConfig.DEFAULT, LogConfig.DEFAULT, SnapshotConfig.DEFAULT, DetectorConfig.DEFAULT, Set.of());

    public LiveConfig {
        without = Set.copyOf(without);
    }

    /** With every stage of detection. */
    public LiveConfig(EngineConfig engine, LogConfig log, SnapshotConfig snapshot, DetectorConfig detector) {
        this(engine, log, snapshot, detector, Set.of());
    }
}
