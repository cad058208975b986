package org.iolaus.watermark.tracing;

import java.util.List;
import java.util.function.IntSupplier;

/**
 * The rule that a key is named only if it fires alone.
 *
 * @param error at which a key fires, among all
 * @param neededTokens that should make the marking key fire
 */
record ExactlyOne(double error, IntSupplier neededTokens) {
    /** Judges suspects that are ordered best first. */
    Trace judge(List<Suspect> suspects, int scoredTokens, int repeatedTokens) {
        List<Suspect> firing = suspects.stream()
                .filter(suspect -> suspect.amongAll().isAtMost(error))
                .toList();
        if (firing.size() == 1) {
            return new Trace.Traced(
                    suspects.getFirst(), suspects.stream().skip(1).findFirst());
        }
        if (firing.size() > 1) {
            return new Trace.Ambiguous(firing);
        }
        int needed = neededTokens.getAsInt();
        return scoredTokens < needed
                ? new Trace.TooFewTokens(scoredTokens, repeatedTokens, needed)
                : new Trace.Untraced(suspects.getFirst());
    }
}
