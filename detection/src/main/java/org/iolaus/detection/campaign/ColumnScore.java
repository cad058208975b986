package org.iolaus.detection.campaign;

import java.util.List;

/**
 * How strongly a group shows one column.
 *
 * @param column which
 * @param bits total, counter-evidence subtracted
 * @param present whether the total passes the column's bound
 * @param evidence what speaks for it
 * @param counterEvidence what speaks against it
 */
public record ColumnScore(
        Column column, double bits, boolean present, List<Evidence> evidence, List<Evidence> counterEvidence) {
    public ColumnScore {
        evidence = List.copyOf(evidence);
        counterEvidence = List.copyOf(counterEvidence);
    }
}
