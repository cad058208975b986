package org.iolaus.service.policy;

import java.time.Duration;

/**
 * What a kind of account has to prove that is served on special terms.
 *
 * @param valid how long a proof holds
 */
public record Programme(Duration valid) {
    public Programme {
        if (!valid.isPositive()) {
            throw new IllegalArgumentException("valid " + valid + " must be above 0");
        }
    }
}
