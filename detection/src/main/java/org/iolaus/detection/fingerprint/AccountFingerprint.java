package org.iolaus.detection.fingerprint;

import org.iolaus.detection.exchange.Account;

/**
 * Account facts as keyed hashes that compare with those of exchanges; 0 where a fact is unknown.
 *
 * @param account the facts
 * @param organization hash of the organisation
 * @param payment hash of the payment fingerprint
 * @param email hash of the e-mail pattern's fingerprint
 * @param domain hash of the e-mail domain
 * @param ip hash of the sign-up address, comparable with {@link Fingerprint#ip()}
 * @param prefix hash of its prefix, comparable with {@link Fingerprint#prefix()}
 * @param supernet hash of its supernet, comparable with {@link Fingerprint#supernet()}
 */
public record AccountFingerprint(
        Account account,
        long organization,
        long payment,
        long email,
        long domain,
        long ip,
        long prefix,
        long supernet) {}
