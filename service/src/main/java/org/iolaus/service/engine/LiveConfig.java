package org.iolaus.service.engine;

import org.iolaus.detection.pipeline.DetectorConfig;
import org.iolaus.service.log.LogConfig;

/**
 * How the live detector runs.
 *
 * @param engine how facts are taken in
 * @param log how they are logged
 * @param detector how they are judged
 */
public record LiveConfig(EngineConfig engine, LogConfig log, DetectorConfig detector) {
    public static final LiveConfig DEFAULT =
            new LiveConfig(EngineConfig.DEFAULT, LogConfig.DEFAULT, DetectorConfig.DEFAULT);
}
