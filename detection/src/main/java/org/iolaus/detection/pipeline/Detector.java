package org.iolaus.detection.pipeline;

import java.util.List;
import java.util.Map;
import org.iolaus.detection.campaign.CampaignTracker;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.Release;
import org.iolaus.detection.fingerprint.AccountFingerprinter;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.profile.Subject;

/**
 * The stages after fingerprinting, in order, for scan, service and distributed job alike. Takes fingerprints in any
 * order within the lateness bound; {@link #advance} closes epochs. Not thread-safe: one thread feeds it.
 */
public final class Detector {
    private final DetectorConfig config;
    private final EpochBuffer buffer;
    private final Deduplication deduplication;
    private final Subjects subjects;
    private final ObjectTable table;
    private final Linker linker;
    private final CampaignTracker tracker;
    private long exchanges;
    private long evaluatedAt = Long.MIN_VALUE;

    public Detector() {
        this(DetectorConfig.DEFAULT);
    }

    public Detector(DetectorConfig config) {
        this.config = config;
        buffer = new EpochBuffer(config.epochMicros());
        deduplication = new Deduplication(config.maxRemembered());
        subjects = new Subjects(new AccountFingerprinter(config.fingerprint()));
        table = new ObjectTable(subjects.all(), config.maxOwners());
        linker = new Linker(table);
        Reference reference = new Reference(config.reference(), table);
        tracker = new CampaignTracker(
                subjects.all(),
                table,
                reference,
                index -> subjects.carrier(subjects.all().get(index)));
    }

    /** Records account facts; they take effect at their {@code updated} time. */
    public void account(Account account) {
        subjects.account(account);
    }

    /** Records a model's release. */
    public void release(Release release) {}

    /** Takes one exchange's fingerprint. */
    public void observe(Fingerprint fingerprint) {
        buffer.add(fingerprint);
    }

    /** Declares that no exchange before {@code watermarkMicros} will come any more. */
    public void advance(long watermarkMicros) {
        while (buffer.ready(watermarkMicros)) {
            close();
        }
    }

    private void close() {
        long end = buffer.firstEnd();
        subjects.applyFacts(end - config.epochMicros(), table);
        for (Fingerprint fingerprint : buffer.close()) {
            if (deduplication.fresh(fingerprint.key(), fingerprint.content())) {
                take(fingerprint);
            }
        }
        deduplication.close(end);
        table.trim();
        long slot = Math.floorDiv(end, config.epochMicros() * config.epochsPerEvaluation());
        if (slot != evaluatedAt) {
            evaluatedAt = slot;
            tracker.evaluate(end);
        }
    }

    private void take(Fingerprint fingerprint) {
        exchanges++;
        Subject subject = subjects.of(fingerprint, table);
        subject.add(fingerprint, 0, 0);
        linker.link(subject, fingerprint);
    }

    /** Closes every epoch and says what was found. */
    public Findings finish() {
        while (!buffer.isEmpty()) {
            close();
        }
        tracker.evaluate(evaluatedAt * config.epochMicros() * config.epochsPerEvaluation());
        return new Findings(List.of(), List.of(), List.of(), exchanges, 0, 0, 0, 0, -1, -1, 0, Map.of(), List.of());
    }
}
