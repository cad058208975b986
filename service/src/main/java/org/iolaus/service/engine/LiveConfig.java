package org.iolaus.service.engine;

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
 */
public record LiveConfig(EngineConfig engine, LogConfig log, SnapshotConfig snapshot, DetectorConfig detector) {
    public static final LiveConfig DEFAULT =
            new LiveConfig(EngineConfig.DEFAULT, LogConfig.DEFAULT, SnapshotConfig.DEFAULT, DetectorConfig.DEFAULT);
}
