package org.iolaus.service.fact;

import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.Release;
import org.iolaus.detection.exchange.Review;
import org.iolaus.detection.fingerprint.Fingerprint;

/** Something that happened, without any text of a prompt or an answer. */
public sealed interface Fact {
    /** An exchange. */
    record Exchanged(Fingerprint fingerprint) implements Fact {}

    /** What sign-up and billing know of an account, from its {@code updated} time on. */
    record AccountUpdated(Account account) implements Fact {}

    /** A model's release. */
    record Released(Release release) implements Fact {}

    /** A person's decision on an account. */
    record Reviewed(Review review) implements Fact {}

    /** How far a source has been read: what came before needs no second reading. */
    record Read(String source, String position) implements Fact {}

    /** Everything that was due has come: all epochs may close, as at the end of a scan. */
    record Drained() implements Fact {}

    /** Time has passed without other facts, so that idle sources no longer hold the rest back. */
    record Ticked() implements Fact {}
}
