package org.iolaus.ingest.rejection;

/**
 * A line set aside.
 *
 * @param file the file it is in
 * @param line its number from 1, or 0 for the file as a whole
 * @param reason field, shortened value and rule
 */
public record Rejection(String file, long line, String reason) {}
