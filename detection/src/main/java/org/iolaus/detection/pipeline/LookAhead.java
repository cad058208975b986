package org.iolaus.detection.pipeline;

import org.iolaus.detection.campaign.CampaignTracker;
import org.iolaus.detection.campaign.Group;
import org.iolaus.detection.campaign.Preview;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.detection.profile.Subject;
import org.iolaus.detection.verdict.Exemptions;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.detection.verdict.Verdicts;
import org.iolaus.detection.verdict.Verdicts.Reached;
import org.iolaus.detection.verdict.Verdicts.Ruling;
import org.jspecify.annotations.Nullable;

/**
 * What exchanges would lead to, said before their epoch closes. It changes nothing of the detector's, and what it says
 * stands only until the close. Not thread-safe: the detector's thread asks.
 */
public final class LookAhead {
    private final EpochBuffer buffer;
    private final Subjects subjects;
    private final CampaignTracker tracker;
    private final Verdicts verdicts;
    private final Exemptions exemptions;
    private final Preview preview;

    LookAhead(
            EpochBuffer buffer,
            Subjects subjects,
            CampaignTracker tracker,
            Verdicts verdicts,
            Exemptions exemptions,
            int maxAccounts) {
        this.buffer = buffer;
        this.subjects = subjects;
        this.tracker = tracker;
        this.verdicts = verdicts;
        this.exemptions = exemptions;
        preview = tracker.preview(maxAccounts);
    }

    /** The verdict that an exchange, which has been observed, seems to lead to; or null. */
    public @Nullable Reached exchange(Fingerprint exchange) {
        if (buffer.givenOut(exchange) || !tracker.mayAccuse()) {
            return null;
        }
        Subject subject = subjects.peek(exchange);
        if (subject == null || !open(subject, exchange.timeMicros())) {
            return null;
        }
        Group group = preview.exchange(subject, exchange, buffer.end(exchange));
        if (group == null) {
            return null;
        }
        long before = subject.exchanges() + preview.exchanges(subject) - 1;
        return new Reached(subject, new Ruling(Verdict.RESTRICT, group.number(), exchange.timeMicros(), before));
    }

    private boolean open(Subject subject, long micros) {
        Ruling known = verdicts.of(subject);
        boolean restricted = known != null && known.verdict().atLeast(Verdict.RESTRICT);
        return !restricted
                && !Verdicts.sanctioned(subject)
                && !exemptions.decided(subject.accountId(), subject.endUserId(), micros);
    }

    /** Looks at all exchanges of open epochs anew, after a start. */
    public void again() {
        buffer.forEach(exchange -> exchange(exchange));
    }

    /** Forgets exchanges of epochs that have closed. */
    public void close() {
        preview.close(buffer.closedBefore());
    }

    /** End of an exchange's epoch. */
    public long end(Fingerprint exchange) {
        return buffer.end(exchange);
    }

    /** Whether an epoch with this end has closed. */
    public boolean closed(long end) {
        return end <= buffer.closedBefore();
    }
}
