package org.iolaus.detection.exchange;

import org.jspecify.annotations.Nullable;

/**
 * A model's release.
 *
 * @param model model name
 * @param provider its provider
 * @param releasedMicros event time of the release
 */
public record Release(String model, @Nullable String provider, long releasedMicros) {}
