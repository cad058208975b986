package org.iolaus.service.policy;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.Account.Verification;
import org.iolaus.detection.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * When a rule applies: all that it names must hold; an empty set names nothing.
 *
 * @param verdicts verdicts of detection
 * @param confirmed whether a person must have confirmed the verdict; null if it does not matter
 * @param types kinds of customer
 * @param plans price plans
 * @param verifications strongest verification passed
 * @param regions of the account
 * @param pathways ways in
 * @param programmes how far the account has proved that it belongs to its programme
 */
public record Conditions(
        Set<Verdict> verdicts,
        @Nullable Boolean confirmed,
        Set<Account.Type> types,
        Set<String> plans,
        Set<Verification> verifications,
        Set<Region> regions,
        Set<String> pathways,
        Set<ProgrammeState> programmes) {
    public Conditions {
        verdicts = Set.copyOf(verdicts);
        types = Set.copyOf(types);
        plans = Set.copyOf(plans);
        verifications = Set.copyOf(verifications);
        regions = Set.copyOf(regions);
        pathways = Set.copyOf(pathways);
        programmes = Set.copyOf(programmes);
    }

    /** Whether all hold. */
    boolean hold(Situation situation, Region region) {
        Account facts = situation.facts();
        return holds(verdicts, situation.verdict())
                && (confirmed == null || confirmed == situation.confirmed())
                && holds(types, facts == null ? null : facts.type())
                && holds(plans, facts == null ? null : facts.plan())
                && holds(verifications, situation.verification())
                && holds(regions, region)
                && holds(pathways, situation.pathway())
                && holds(programmes, situation.programme());
    }

    private static <T> boolean holds(Set<T> wanted, @Nullable T value) {
        return wanted.isEmpty() || (value != null && wanted.contains(value));
    }

    /** The first condition that does not hold, in words; null if all do. */
    @Nullable
    String mismatch(Situation situation, Region region) {
        if (confirmed != null && confirmed != situation.confirmed()) {
            return confirmed ? "no person has confirmed the verdict" : "a person has confirmed the verdict";
        }
        Account facts = situation.facts();
        String[] mismatches = {
            mismatch("verdict", verdicts, situation.verdict()),
            mismatch("account type", types, facts == null ? null : facts.type()),
            mismatch("plan", plans, facts == null ? null : facts.plan()),
            mismatch("verification", verifications, situation.verification()),
            mismatch("region", regions, region),
            mismatch("pathway", pathways, situation.pathway()),
            mismatch("programme", programmes, situation.programme())
        };
        for (String each : mismatches) {
            if (each != null) {
                return each;
            }
        }
        return null;
    }

    private static <T> @Nullable String mismatch(String name, Set<T> wanted, @Nullable T value) {
        if (holds(wanted, value)) {
            return null;
        }
        return name + " " + (value == null ? "is unknown, not" : "is " + label(value) + ", not") + " " + labels(wanted);
    }

    private static String labels(Set<?> values) {
        return values.stream().map(Conditions::label).collect(Collectors.toCollection(TreeSet::new)).stream()
                .collect(Collectors.joining(" or "));
    }

    private static String label(Object value) {
        return value instanceof Enum<?> constant
                ? constant.name().toLowerCase(java.util.Locale.ROOT)
                : value.toString();
    }
}
