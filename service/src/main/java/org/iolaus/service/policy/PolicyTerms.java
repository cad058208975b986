package org.iolaus.service.policy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.iolaus.detection.exchange.Account;

/**
 * What holds for a whole policy.
 *
 * @param version a digest of its text
 * @param mode shadow leaves every rule in shadow; enforce lets those act that say so themselves
 * @param appeal how a customer appeals, in words, where {@code {reference}} stands for the reference of the decision
 * @param lapse how long a machine's restriction holds before it becomes a request to verify
 * @param sanctionedUse uses that exempt an account to which the provider has agreed to them
 * @param programmes what accounts have to prove that are served on special terms
 * @param signups what new customers are asked
 */
public record PolicyTerms(
        String version,
        Mode mode,
        String appeal,
        Duration lapse,
        Set<String> sanctionedUse,
        Map<Account.Type, Programme> programmes,
        SignupRules signups) {
    private static final Duration MOST = Duration.ofHours(24);

    public PolicyTerms {
        sanctionedUse = Set.copyOf(sanctionedUse);
        programmes = Map.copyOf(programmes);
        if (appeal.isBlank()) {
            throw new IllegalArgumentException("appeal \"" + appeal + "\" must say how a customer appeals");
        }
        if (!lapse.isPositive() || lapse.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("lapse " + lapse + " must be above 0 and at most 24h"
                    + "\nA machine's restriction must not stand longer unless a person confirms it.");
        }
    }
}
