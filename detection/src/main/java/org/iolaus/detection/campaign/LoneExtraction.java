package org.iolaus.detection.campaign;

import java.util.List;
import java.util.Locale;
import org.iolaus.detection.exchange.Account.Verification;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.profile.ItemSample;
import org.iolaus.detection.profile.Subject;
import org.iolaus.detection.statistics.Betting;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one subject by itself: whether it takes more than all but one in a hundred of the reference population, and
 * takes what is worth training on. An evaluator, a judge researcher and a specialist do so too, so it is never more than
 * worth a look.
 */
public final class LoneExtraction {
    private final Baseline baseline;

    public LoneExtraction(List<Subject> subjects, Reference reference) {
        baseline = Baseline.of(subjects, reference);
    }

    /** Why a subject is worth a look, or null. */
    public @Nullable Evidence evidence(Subject subject) {
        if (subject.exchanges() <= baseline.heavy() || declared(subject)) {
            return null;
        }
        ItemSample items = subject.items();
        Betting betting = new Betting();
        for (int i = 0; i < items.size(); i++) {
            betting.value(items.value(i), baseline.ceiling());
        }
        double bits = Betting.bits(betting.valueNats());
        if (bits < Extraction.MIN_BITS) {
            return null;
        }
        String summary = String.format(
                Locale.ROOT,
                "%,d exchanges, where one long-standing customer in a hundred has more than %,.0f; their mean"
                        + " training value is %.2f, that of long-standing customers %.2f",
                subject.exchanges(),
                baseline.heavy(),
                subject.value(),
                baseline.mean());
        return new Evidence("lone_extraction", Column.EXTRACTION, bits, summary, List.of());
    }

    /** Exchanges up to which a subject does not stand out. */
    public long most() {
        return (long) baseline.heavy();
    }

    /** What would change that, in one sentence; an end user has no use or organisation of its own. */
    public String remedy(Subject subject) {
        return String.format(
                        Locale.ROOT,
                        "Would fall to allow with at most %,d exchanges, or if what it asks for were worth no more for"
                                + " training than what most long-standing customers ask for",
                        most())
                + (subject.endUserId() == null
                        ? "; a use agreed with the provider, or a verified organisation, would clear it too."
                        : ".");
    }

    private static boolean declared(Subject subject) {
        return subject.facts() != null
                && (subject.facts().account().verification() == Verification.ORGANIZATION
                        || !subject.facts().account().sanctionedUse().isEmpty());
    }
}
