package org.iolaus.detection.campaign;

/**
 * A move of a campaign's traffic to another model.
 *
 * @param from model left
 * @param to model taken up
 * @param releasedMicros release, or first appearance, of {@code to}
 * @param detectedAtMicros event time at which the move was seen
 * @param share share of that day's exchanges on {@code to} by then
 */
public record Pivot(String from, String to, long releasedMicros, long detectedAtMicros, double share) {}
