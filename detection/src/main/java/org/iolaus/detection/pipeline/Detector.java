package org.iolaus.detection.pipeline;

import java.util.List;
import java.util.Map;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.Release;
import org.iolaus.detection.fingerprint.Fingerprint;

/**
 * The stages after fingerprinting, in order, for scan, service and distributed job alike. Takes fingerprints in any
 * order within the lateness bound; {@link #advance} closes epochs. Not thread-safe: one thread feeds it.
 */
public final class Detector {
    private long exchanges;

    /** Records account facts; they take effect at their {@code updated} time. */
    public void account(Account account) {}

    /** Records a model's release. */
    public void release(Release release) {}

    /** Takes one exchange's fingerprint. */
    public void observe(Fingerprint fingerprint) {
        exchanges++;
    }

    /** Declares that no exchange before {@code watermarkMicros} will come any more. */
    public void advance(long watermarkMicros) {}

    /** Closes every epoch and says what was found. */
    public Findings finish() {
        return new Findings(
                List.of(), List.of(), List.of(), exchanges, 0, 0, 0, 0, -1, -1, 0, Map.of(), List.of());
    }
}
