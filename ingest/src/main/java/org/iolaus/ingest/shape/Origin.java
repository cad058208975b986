package org.iolaus.ingest.shape;

/**
 * Where records come from, and which times are taken.
 *
 * @param name what stands for a file's name in rejections
 * @param source source of exchanges that name none
 * @param minTimeMicros earliest event time taken, microseconds since the epoch
 * @param maxTimeMicros latest event time taken: 5 minutes after receipt, or after a scan's start
 */
public record Origin(String name, String source, long minTimeMicros, long maxTimeMicros) {}
