package org.iolaus.service.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.service.policy.Action;
import org.iolaus.service.policy.Judgement;
import org.iolaus.service.policy.Policy;
import org.iolaus.service.policy.ProgrammeState;
import org.iolaus.service.policy.ReasonCode;
import org.iolaus.service.policy.Situation;
import org.jspecify.annotations.Nullable;

/**
 * Turns what is held of a subject into a decision and those that follow it by mere passing of time: an exemption that
 * ends, a machine's restriction that lapses into a request to verify, an action whose duration is over. Immutable.
 */
final class Resolver {
    private static final Instant FOREVER = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final Policy policy;
    private final References references;

    Resolver(Policy policy, References references) {
        this.policy = policy;
        this.references = references;
    }

    Policy policy() {
        return policy;
    }

    /** What is served, by one way in; null stands for every way that no rule names. */
    Decision served(
            Subject subject,
            Standing standing,
            @Nullable Account facts,
            @Nullable ProgrammeState programme,
            @Nullable String pathway,
            Instant now) {
        Situation situation = situation(subject, standing, facts, programme, pathway, now);
        Chain chain = new Chain(subject, standing, policy::served);
        long exemptUntil = standing.exemptUntilMillis();
        if (exemptUntil <= now.toEpochMilli()) {
            return chain.from(situation, later(standing.since(), Instant.ofEpochMilli(exemptUntil)));
        }
        Instant end = Instant.ofEpochMilli(exemptUntil);
        Decision after = exemptUntil == Long.MAX_VALUE ? null : chain.from(situation.at(end), end);
        return chain.decision(
                new Judgement(Action.ALLOW, ReasonCode.OVERTURNED, "review", Duration.ZERO, null),
                situation,
                exemptUntil,
                after);
    }

    /** What would be served if nothing were in shadow and nobody exempt. */
    Decision shadow(
            Subject subject,
            Standing standing,
            @Nullable Account facts,
            @Nullable ProgrammeState programme,
            @Nullable String pathway,
            Instant now) {
        return new Chain(subject, standing, policy::shadow)
                .from(situation(subject, standing, facts, programme, pathway, now), standing.since());
    }

    static Situation situation(
            Subject subject,
            Standing standing,
            @Nullable Account facts,
            @Nullable ProgrammeState programme,
            @Nullable String pathway,
            Instant now) {
        return new Situation(
                subject.accountId(),
                subject.endUserId(),
                facts,
                standing.verdict(),
                standing.confirmed(),
                standing.campaignId(),
                programme,
                pathway,
                now);
    }

    /** The stages of one subject under one way of judging. */
    private final class Chain {
        private final Subject subject;
        private final Standing standing;
        private final Function<Situation, Judgement> judge;

        Chain(Subject subject, Standing standing, Function<Situation, Judgement> judge) {
            this.subject = subject;
            this.standing = standing;
            this.judge = judge;
        }

        /** The stage that stands at a situation's time, with those after it. */
        Decision from(Situation situation, Instant since) {
            Judgement judgement = judge.apply(situation);
            if (judgement.isExempt()) {
                return exempt(judgement, situation, since);
            }
            if (situation.verdict() == Verdict.ALLOW) {
                return decision(judgement, situation, Long.MAX_VALUE, null);
            }
            Instant end = plus(since, duration(judgement, situation));
            Situation after = situation.lapsed(
                    situation.verdict().atLeast(Verdict.RESTRICT) && !situation.confirmed()
                            ? Verdict.VERIFY
                            : Verdict.ALLOW,
                    later(situation.time(), end));
            return end.isAfter(situation.time())
                    ? decision(judgement, situation, millis(end), from(after, end))
                    : from(after, end);
        }

        /** An exemption; what would have been is served when it ends. */
        private Decision exempt(Judgement judgement, Situation situation, Instant since) {
            if (judgement.reason() != ReasonCode.ALLOW_LISTED) {
                return decision(judgement, situation, Long.MAX_VALUE, null);
            }
            Instant end = plus(situation.time(), judgement.duration());
            return decision(judgement, situation, millis(end), from(situation.at(end), since));
        }

        private Duration duration(Judgement judgement, Situation situation) {
            boolean lapses = situation.verdict().atLeast(Verdict.RESTRICT) && !situation.confirmed();
            return lapses && policy.lapse().compareTo(judgement.duration()) < 0 ? policy.lapse() : judgement.duration();
        }

        Decision decision(Judgement judgement, Situation situation, long untilMillis, @Nullable Decision next) {
            boolean plain = judgement.action() == Action.ALLOW && judgement.reason() == ReasonCode.ALLOWED;
            return new Decision(
                    judgement.action(),
                    judgement.reason(),
                    judgement.rule(),
                    situation.verdict(),
                    plain ? null : standing.campaignId(),
                    budgetKey(),
                    judgement.budget(),
                    !plain && standing.provisional(),
                    plain ? "" : reference(judgement, situation),
                    untilMillis,
                    next);
        }

        private String reference(Judgement judgement, Situation situation) {
            return situation.verdict().atLeast(Verdict.VERIFY)
                    ? references.of(
                            subject, standing.group(), situation.verdict().label())
                    : references.of(subject, 0, judgement.reason().label());
        }

        private String budgetKey() {
            return standing.campaignId() != null
                    ? "campaign " + standing.campaignId()
                    : standing.group() != 0 ? "group " + standing.group() : "account " + subject.accountId();
        }
    }

    private static Instant plus(Instant from, Duration duration) {
        return from.compareTo(FOREVER) >= 0 ? FOREVER : from.plus(duration);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static long millis(Instant instant) {
        return instant.compareTo(FOREVER) >= 0 ? Long.MAX_VALUE : instant.toEpochMilli();
    }
}
