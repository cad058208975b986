package org.iolaus.ingest.stream;

/**
 * What was read.
 *
 * @param files files read
 * @param lines lines that are not blank
 * @param exchanges exchanges delivered
 * @param rejected lines, and ends of damaged files, set aside
 */
public record ReadCounts(int files, long lines, long exchanges, long rejected) {}
