package org.iolaus.service.log;

import java.time.Duration;

/**
 * How the log is written.
 *
 * @param segmentBytes bytes from which on another file is begun
 * @param compressFromBytes bytes from which on a batch is packed
 * @param retention how long what no snapshot needs is kept
 * @param retryAfter how long the disk is left alone after it could not be written
 */
public record LogConfig(long segmentBytes, int compressFromBytes, Duration retention, Duration retryAfter) {
    public static final LogConfig DEFAULT =
            new LogConfig(256L << 20, 2 << 10, Duration.ofDays(30), Duration.ofSeconds(1));

    public LogConfig {
        if (segmentBytes < 4096) {
            throw new IllegalArgumentException("segmentBytes " + segmentBytes + " must be at least 4096");
        }
        if (compressFromBytes < 0) {
            throw new IllegalArgumentException("compressFromBytes " + compressFromBytes + " must be at least 0");
        }
        if (retention.isNegative()) {
            throw new IllegalArgumentException("retention " + retention + " must not be negative");
        }
        if (retryAfter.isNegative() || retryAfter.isZero()) {
            throw new IllegalArgumentException("retryAfter " + retryAfter + " must be longer than nothing");
        }
    }
}
