package org.iolaus.watermark.tracing;

import java.util.List;
import java.util.Optional;

/** What tracing found. Names a key in one case alone. */
public sealed interface Trace {
    /**
     * Exactly one key fires.
     *
     * @param runnerUp the best of the other keys, if there are others
     */
    record Traced(Suspect suspect, Optional<Suspect> runnerUp) implements Trace {}

    /**
     * Several keys fire, best first: the text is of several accounts, or somebody who saw marked texts has spliced or
     * forged them. Nobody is named.
     */
    record Ambiguous(List<Suspect> suspects) implements Trace {
        public Ambiguous {
            suspects = List.copyOf(suspects);
        }
    }

    /** No key fires, on as many tokens as should have sufficed: the text is unmarked, of other keys, or rewritten. */
    record Untraced(Suspect nearest) implements Trace {}

    /**
     * No key fires, and too few tokens count for an answer.
     *
     * @param scoredTokens distinct pairs of context and token
     * @param repeatedTokens positions left out because they repeat a pair
     * @param neededTokens distinct pairs that should suffice
     */
    record TooFewTokens(int scoredTokens, int repeatedTokens, int neededTokens) implements Trace {}
}
