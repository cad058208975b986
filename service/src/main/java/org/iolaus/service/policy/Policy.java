package org.iolaus.service.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.ingest.enrich.DomainList;
import org.jspecify.annotations.Nullable;

/**
 * An operator's policy. Allow-lists come first and are absolute for action; then the region's rule and the first rule
 * that applies, the stricter of both. Immutable; judging does no I/O.
 */
public final class Policy {
    private final PolicyTerms terms;
    private final List<Rule> rules;
    private final Regions regions;
    private final DomainList disposable;
    private final Map<String, List<Allowance>> byAccount = new HashMap<>();
    private final Map<String, List<Allowance>> byOrganization = new HashMap<>();

    Policy(PolicyTerms terms, List<Allowance> allowances, List<Rule> rules, Regions regions, DomainList disposable) {
        this.terms = terms;
        this.rules = List.copyOf(rules);
        this.regions = regions;
        this.disposable = disposable;
        for (Allowance each : allowances) {
            if (each.accountId() != null) {
                byAccount
                        .computeIfAbsent(each.accountId(), id -> new ArrayList<>())
                        .add(each);
            } else {
                byOrganization
                        .computeIfAbsent(String.valueOf(each.organizationId()), id -> new ArrayList<>())
                        .add(each);
            }
        }
    }

    public PolicyTerms terms() {
        return terms;
    }

    public List<Rule> rules() {
        return rules;
    }

    public Regions regions() {
        return regions;
    }

    /** E-mail domains that anyone can have for an hour. */
    public DomainList disposable() {
        return disposable;
    }

    /** The ways in that rules name. */
    public Set<String> pathways() {
        return rules.stream()
                .flatMap(rule -> rule.conditions().pathways().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What is served: exemptions, and otherwise only what is enforced. */
    public Judgement served(Situation situation) {
        Judgement exemption = exemption(situation);
        if (exemption != null) {
            return exemption;
        }
        return terms.mode() == Mode.SHADOW ? Judgement.NOTHING : judge(situation, true);
    }

    /** What would be served if nothing were in shadow and nobody exempt. */
    public Judgement shadow(Situation situation) {
        return judge(situation, false);
    }

    /** What is served to requests from an address, whoever sends them. */
    public Judgement servedAddress(String ip) {
        boolean enforced = terms.mode() == Mode.ENFORCE && regions.rules().mode() == Mode.ENFORCE;
        return enforced ? regions.judgeAddress(ip) : Judgement.NOTHING;
    }

    /** Why the situation is exempt from every rule; null if it is not. */
    public @Nullable Judgement exemption(Situation situation) {
        Account facts = situation.facts();
        List<Allowance> own = byAccount.getOrDefault(situation.accountId(), List.of());
        List<Allowance> shared = facts == null || facts.organizationId() == null
                ? List.of()
                : byOrganization.getOrDefault(facts.organizationId(), List.of());
        for (List<Allowance> each : List.of(own, shared)) {
            for (Allowance allowance : each) {
                if (allowance.covers(situation)) {
                    return Judgement.exempt(
                            ReasonCode.ALLOW_LISTED,
                            "allow: " + allowance.subject(),
                            Duration.between(situation.time(), allowance.until()));
                }
            }
        }
        for (String use : situation.sanctionedUse()) {
            if (terms.sanctionedUse().contains(use)) {
                return Judgement.exempt(ReasonCode.SANCTIONED_USE, "sanctioned_use: " + use, Judgement.LONG);
            }
        }
        return null;
    }

    Region region(Situation situation) {
        return regions.of(situation.facts());
    }

    private Judgement judge(Situation situation, boolean enforcedOnly) {
        Region region = region(situation);
        Judgement byRule = byRule(situation, region, enforcedOnly);
        boolean applies = !enforcedOnly || regions.rules().mode() == Mode.ENFORCE;
        return applies ? byRule.orStricter(regions.judge(region)) : byRule;
    }

    private Judgement byRule(Situation situation, Region region, boolean enforcedOnly) {
        for (Rule rule : rules) {
            if ((!enforcedOnly || rule.mode() == Mode.ENFORCE)
                    && rule.conditions().hold(situation, region)) {
                return new Judgement(
                        rule.action(), reason(rule, situation), rule.name(), rule.duration(), rule.budget());
            }
        }
        return Judgement.NOTHING;
    }

    private static ReasonCode reason(Rule rule, Situation situation) {
        if (rule.action() == Action.ALLOW) {
            return ReasonCode.ALLOWED;
        }
        boolean accused = situation.verdict().atLeast(Verdict.VERIFY)
                || (situation.verdict() == Verdict.OBSERVE
                        && rule.conditions().verdicts().contains(Verdict.OBSERVE));
        if (accused) {
            return situation.campaignId() == null ? ReasonCode.USE_PATTERN : ReasonCode.COORDINATED_USE;
        }
        if (rule.conditions().regions().contains(Region.UNSUPPORTED)) {
            return ReasonCode.REGION_UNSUPPORTED;
        }
        return rule.conditions().programmes().isEmpty() ? ReasonCode.OPERATOR_RULE : ReasonCode.PROGRAMME_UNVERIFIED;
    }

    /** How long a machine's restriction holds. */
    public Duration lapse() {
        return terms.lapse();
    }
}
