package org.iolaus.service.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.service.engine.Ruling;
import org.iolaus.service.policy.MemoryProgrammeLedger;
import org.iolaus.service.policy.Policy;
import org.iolaus.service.policy.PolicyReader;
import org.jspecify.annotations.Nullable;

/** Decisions with a clock, accounts and a record to look into. */
public final class Scene implements InstantSource, AccountDirectory {
    private static final String HEAD = """
            version: 1
            mode: enforce
            appeal: "Quote {reference}."
            """;

    /** Refuses what detection would restrict, and asks whom it would ask. */
    public static final String ENFORCED = """
            rules:
              - {name: restricted, verdict: [restrict, block], action: restrict, mode: enforce}
              - {name: asked, verdict: verify, verification: [none, email, payment], action: require_verification, mode: enforce}
            """;

    public Instant now = Instant.parse("2026-11-01T10:00:00Z");
    public final Map<String, Account> accounts = new LinkedHashMap<>();
    public final List<Change> recorded = new ArrayList<>();
    public final MemoryProgrammeLedger programmes = new MemoryProgrammeLedger();
    public final Decisions decisions;

    /** A scene under a policy that enforces, given without its head. */
    public Scene(String rules) {
        this(policy(HEAD + rules), WatermarkKeys.NONE);
    }

    public Scene(Policy policy, WatermarkKeys watermarks) {
        Decisions.Sources sources = new Decisions.Sources(
                this,
                programmes,
                new References("a secret of the tests".getBytes(UTF_8)),
                watermarks,
                recorded::addAll);
        decisions = new Decisions(policy, sources, this);
    }

    public static Policy policy(String text) {
        try {
            return PolicyReader.parse(text, Path.of("."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A policy that enforces, given without its head. */
    public static Policy enforced(String rules) {
        return policy(HEAD + rules);
    }

    public void rule(String accountId, Verdict verdict) {
        rule(accountId, null, verdict, "cmp-1");
    }

    public void rule(String accountId, @Nullable String endUserId, Verdict verdict, @Nullable String campaignId) {
        decisions.ruled(
                List.of(new Ruling(accountId, endUserId, verdict, 1, campaignId, now.toEpochMilli() * 1000, 5, false)));
    }

    public void account(Account account) {
        accounts.put(account.accountId(), account);
        decisions.accountChanged(account.accountId());
    }

    public Answer look(String accountId) {
        return decisions.look(Query.of(accountId));
    }

    public void pass(Duration time) {
        now = now.plus(time);
        decisions.tick();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public @Nullable Account find(String accountId) {
        return accounts.get(accountId);
    }

    @Override
    public void forEach(Consumer<Account> consumer) {
        accounts.values().forEach(consumer);
    }
}
