package org.iolaus.service.policy;

import java.util.ArrayList;
import java.util.List;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.Account.Verification;
import org.iolaus.detection.exchange.AccountDraft;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.service.findings.Fields;

/**
 * Why a policy says of a situation what it says, and what would change that.
 *
 * @param served what is served
 * @param shadow what would be served if nothing were in shadow and nobody exempt
 * @param steps the rules in order, up to the one that decides, each with why it does not apply or that it does
 * @param remedies what would change what is served, or would be
 */
public record Explanation(Judgement served, Judgement shadow, List<Step> steps, List<String> remedies) {
    public Explanation {
        steps = List.copyOf(steps);
        remedies = List.copyOf(remedies);
    }

    /** One rule that was looked at. */
    public record Step(String rule, Mode mode, boolean applies, String reason) {}

    public static Explanation of(Policy policy, Situation situation) {
        return new Explanation(
                policy.served(situation),
                policy.shadow(situation),
                steps(policy, situation),
                remedies(policy, situation));
    }

    private static List<Step> steps(Policy policy, Situation situation) {
        List<Step> steps = new ArrayList<>();
        Judgement exemption = policy.exemption(situation);
        if (exemption != null) {
            steps.add(new Step(exemption.rule(), Mode.ENFORCE, true, "it exempts from every rule"));
        }
        Region region = policy.region(situation);
        steps.add(new Step(
                "regions",
                policy.regions().rules().mode(),
                region == Region.UNSUPPORTED,
                "the region is " + region.label()));
        for (Rule rule : policy.rules()) {
            String mismatch = rule.conditions().mismatch(situation, region);
            steps.add(new Step(
                    rule.name(), rule.mode(), mismatch == null, mismatch == null ? "all conditions hold" : mismatch));
            if (mismatch == null && rule.mode() == Mode.ENFORCE) {
                break;
            }
        }
        return steps;
    }

    private static List<String> remedies(Policy policy, Situation situation) {
        Action now = policy.shadow(situation).action();
        List<String> remedies = new ArrayList<>();
        for (Verification each : Verification.values()) {
            if (each.compareTo(situation.verification()) > 0) {
                Account verified = facts(situation, each);
                tell(
                        remedies,
                        "verification " + each.name().toLowerCase(java.util.Locale.ROOT),
                        now,
                        policy.shadow(situation.with(verified)).action());
            }
        }
        if (situation.programme() != null && situation.programme() != ProgrammeState.VERIFIED) {
            tell(
                    remedies,
                    "an accepted proof of the programme",
                    now,
                    policy.shadow(situation.with(ProgrammeState.VERIFIED)).action());
        }
        if (situation.verdict().atLeast(Verdict.RESTRICT) && !situation.confirmed()) {
            tell(
                    remedies,
                    policy.lapse().toHours() + " h without a person's confirmation",
                    now,
                    policy.shadow(situation.lapsed(Verdict.VERIFY, situation.time()))
                            .action());
        }
        if (situation.verdict() != Verdict.ALLOW) {
            tell(
                    remedies,
                    "a reviewer who overturns the verdict",
                    now,
                    policy.shadow(situation.lapsed(Verdict.ALLOW, situation.time()))
                            .action());
        }
        if (policy.exemption(situation) == null && now != Action.ALLOW) {
            remedies.add("an entry in the allow-list: allow");
        }
        return remedies;
    }

    private static Account facts(Situation situation, Verification verification) {
        AccountDraft draft = situation.facts() == null
                ? AccountDraft.created(situation.accountId(), Long.MIN_VALUE)
                : AccountDraft.like(situation.facts());
        return draft.verification(verification).account();
    }

    private static void tell(List<String> remedies, String what, Action now, Action then) {
        if (then != now) {
            remedies.add(what + ": " + then.label());
        }
    }

    /** The JSON object that the command line and the service print. */
    public Fields fields() {
        return new Fields()
                .put("action", served.action().label())
                .put("reason", served.reason().label())
                .put("rule", served.rule().isEmpty() ? null : served.rule())
                .put("shadow_action", shadow.action().label())
                .put("shadow_rule", shadow.rule().isEmpty() ? null : shadow.rule())
                .list(
                        "steps",
                        steps,
                        step -> new Fields()
                                .put("rule", step.rule())
                                .put("mode", step.mode().label())
                                .put("applies", step.applies())
                                .put("reason", step.reason()))
                .put("remedies", remedies);
    }
}
