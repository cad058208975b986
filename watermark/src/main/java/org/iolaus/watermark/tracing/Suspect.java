package org.iolaus.watermark.tracing;

import java.util.Objects;
import org.iolaus.watermark.detection.Score;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.statistics.PValue;

/**
 * A key and how the text scores under it.
 *
 * @param amongAll the chance that any of the keys tested scores as well by luck
 */
public record Suspect(MarkKey key, Score score, PValue amongAll) {
    public Suspect {
        Objects.requireNonNull(key);
        Objects.requireNonNull(score);
        Objects.requireNonNull(amongAll);
    }
}
