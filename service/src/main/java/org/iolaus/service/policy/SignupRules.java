package org.iolaus.service.policy;

import java.nio.file.Path;
import java.util.List;
import org.iolaus.detection.exchange.Account.Verification;

/**
 * What a new customer is asked to show before the first exchange, by what is noticed. Never more than a verification.
 *
 * @param baseline asked of everybody
 * @param disposableDomain asked where the e-mail domain is disposable
 * @param campaignPayment asked where a live campaign pays with the same means
 * @param campaignAddress asked where a live campaign signed up from the same address
 * @param burst asked where sign-ups that share something come in a burst
 * @param automation asked where sign-ups that share something come at a machine's pace
 * @param falseRate share of bursts and paces of ordinary customers that may be noticed wrongly
 * @param disposableDomains lists of disposable e-mail domains
 */
public record SignupRules(
        Verification baseline,
        Verification disposableDomain,
        Verification campaignPayment,
        Verification campaignAddress,
        Verification burst,
        Verification automation,
        double falseRate,
        List<Path> disposableDomains) {
    public static final SignupRules DEFAULT = new SignupRules(
            Verification.EMAIL,
            Verification.PAYMENT,
            Verification.IDENTITY,
            Verification.PAYMENT,
            Verification.PAYMENT,
            Verification.PAYMENT,
            0.001,
            List.of());

    public SignupRules {
        disposableDomains = List.copyOf(disposableDomains);
        if (!(falseRate > 0 && falseRate < 1)) {
            throw new IllegalArgumentException("false_rate " + falseRate + " must be above 0 and below 1");
        }
    }
}
