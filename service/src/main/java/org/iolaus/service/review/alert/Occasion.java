package org.iolaus.service.review.alert;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.iolaus.detection.campaign.Pivot;
import org.iolaus.service.findings.Fields;
import org.iolaus.service.review.cases.CaseRecord;

/**
 * Something that people are told of, once.
 *
 * @param key what makes it this one and no other
 * @param kind what it is, e.g. {@code campaign}
 * @param text it in a sentence, without any account's identifier
 * @param details the same as fields
 */
public record Occasion(String key, String kind, String text, Fields details) {
    /** A campaign that was not known before. */
    public static Occasion campaign(CaseRecord found) {
        return new Occasion(
                "campaign/" + found.id(),
                "campaign",
                String.format(
                        Locale.ROOT,
                        "New campaign %s: %,d accounts, verdict %s. Case %s waits for review.",
                        found.campaignId(),
                        found.accounts(),
                        found.verdict().label(),
                        found.id()),
                of(found));
    }

    /** A campaign that has grown by one more order of magnitude since its case was opened. */
    public static Occasion growth(CaseRecord found, int magnitudes) {
        return new Occasion(
                "growth/" + found.id() + "/" + magnitudes,
                "growth",
                String.format(
                        Locale.ROOT,
                        "Campaign %s has grown from %,d to %,d accounts. Case %s.",
                        found.campaignId(),
                        found.openedAccounts(),
                        found.accounts(),
                        found.id()),
                of(found).count("accounts_at_opening", found.openedAccounts()));
    }

    /** A campaign's move to another model. */
    public static Occasion pivot(CaseRecord found, Pivot pivot) {
        return new Occasion(
                "pivot/" + found.id() + "/" + pivot.from() + "/" + pivot.to(),
                "pivot",
                String.format(
                        Locale.ROOT,
                        "Campaign %s moves from %s to %s: %.0f %% of the day's exchanges. Case %s.",
                        found.campaignId(),
                        pivot.from(),
                        pivot.to(),
                        100 * pivot.share(),
                        found.id()),
                of(found).put("from", pivot.from()).put("to", pivot.to()).share("share", pivot.share()));
    }

    /** A warning about the reference population; told once a day. */
    public static Occasion warning(String warning, Instant now) {
        return new Occasion("warning/" + now.atOffset(ZoneOffset.UTC).toLocalDate(), "warning", warning, new Fields());
    }

    /** That nothing is taken in, because the fact log cannot be written or the detector has failed. */
    static Occasion intakeStopped(String reason, Instant now) {
        return new Occasion(
                "intake/stopped/" + now.getEpochSecond(),
                "intake-stopped",
                "Nothing is taken in: " + reason,
                new Fields());
    }

    /** That facts are taken again. */
    static Occasion intakeResumed(Instant now) {
        return new Occasion(
                "intake/resumed/" + now.getEpochSecond(), "intake-resumed", "Facts are taken again.", new Fields());
    }

    private static Fields of(CaseRecord found) {
        return new Fields()
                .put("case_id", found.id())
                .put("campaign_id", found.campaignId())
                .put("verdict", found.verdict().label())
                .count("accounts", found.accounts());
    }
}
