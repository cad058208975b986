package org.iolaus.duel.attacker;

/**
 * What an attacker sets out with.
 *
 * @param manner how it answers losses
 * @param fromMicros when it starts
 * @param toMicros when it ends
 * @param wanted useful exchanges it wants by then
 * @param budget what it may spend, in thousandths of a dollar
 * @param prices what things cost it
 * @param failsToVerify chance that it loses an account that is asked to verify; else it pays and goes on
 */
public record Operation(
        Manner manner, long fromMicros, long toMicros, int wanted, long budget, Prices prices, double failsToVerify) {
    public Operation {
        if (fromMicros >= toMicros) {
            throw new IllegalArgumentException("fromMicros " + fromMicros + " must be before toMicros " + toMicros);
        }
        if (wanted < 1 || budget < 1) {
            throw new IllegalArgumentException("wanted " + wanted + " and budget " + budget + " must be at least 1");
        }
        if (!(failsToVerify >= 0 && failsToVerify <= 1)) {
            throw new IllegalArgumentException("failsToVerify " + failsToVerify + " must be between 0 and 1");
        }
    }
}
