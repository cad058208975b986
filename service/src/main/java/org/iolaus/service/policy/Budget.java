package org.iolaus.service.policy;

import java.time.Duration;

/**
 * What a throttled campaign may still ask, all its accounts together.
 *
 * @param requests how many, and how many at once after a pause
 * @param per in what time
 */
public record Budget(int requests, Duration per) {
    public Budget {
        if (requests < 1) {
            throw new IllegalArgumentException("requests " + requests + " must be at least 1");
        }
        if (!per.isPositive()) {
            throw new IllegalArgumentException("per " + per + " must be above 0");
        }
    }
}
