package org.iolaus.evaluation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scan beside rivals that read the same traffic.
 *
 * @param hostile hostile accounts
 * @param honest honest accounts
 * @param maxHonest honest accounts that {@link Criterion#FEW_HONEST} lets a rival flag: one in a thousand, but at least one
 * @param rows methods, the scan first
 */
public record Comparison(int hostile, int honest, int maxHonest, List<Row> rows) {
    /** How the accounts that a method flags were chosen. */
    public enum Criterion {
        /** By the scan, without the labels. */
        RESTRICT,
        /** By the scan, without the labels; asking to verify counts. */
        VERIFY,
        /** By the threshold of greatest recall that flags few honest accounts, chosen on the labels. */
        FEW_HONEST,
        /** By the threshold of greatest F1, chosen on the labels. */
        BEST_F1
    }

    /**
     * One method at one threshold.
     *
     * @param method what it is called
     * @param criterion how the threshold was chosen
     * @param threshold least score flagged; null if there is none or nobody is flagged
     * @param recall share of hostile accounts flagged
     * @param precision share of flagged accounts that are hostile; 0 if nobody is flagged
     * @param f1 harmonic mean of the two
     * @param honestFlagged honest accounts flagged
     * @param campaigns recall by campaign
     */
    public record Row(
            String method,
            Criterion criterion,
            @Nullable Double threshold,
            double recall,
            double precision,
            double f1,
            int honestFlagged,
            Map<String, Double> campaigns) {}
}
