package org.iolaus.detection.campaign;

import java.util.function.IntPredicate;

/** All subjects; a class, and no lambda, so that it can be saved with the rest of the state. */
record Everybody() implements IntPredicate {
    @Override
    public boolean test(int subject) {
        return true;
    }
}
