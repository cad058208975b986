package org.iolaus.service.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.service.engine.Ruling;
import org.iolaus.service.engine.RulingListener;
import org.jspecify.annotations.Nullable;

/**
 * What accounts of live campaigns signed up and pay with, and how many of them share each value. Only accounts whose
 * verdict is restrict count; a verdict that is withdrawn takes its traces with it. Thread-safe; look-ups take no lock.
 */
public final class CampaignTraces implements RulingListener {
    private final AccountDirectory accounts;
    private final ConcurrentHashMap<String, Integer> holders = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> byAccount = new ConcurrentHashMap<>();

    public CampaignTraces(AccountDirectory accounts) {
        this.accounts = accounts;
    }

    @Override
    public synchronized void ruled(List<Ruling> rulings) {
        for (Ruling ruling : rulings) {
            if (ruling.endUserId() == null) {
                boolean counts = ruling.campaignId() != null && ruling.verdict().atLeast(Verdict.RESTRICT);
                replace(ruling.accountId(), counts ? traces(accounts.find(ruling.accountId())) : Set.of());
            }
        }
    }

    private void replace(String accountId, Set<String> traces) {
        Set<String> before = traces.isEmpty() ? byAccount.remove(accountId) : byAccount.put(accountId, traces);
        if (before != null) {
            before.forEach(trace -> holders.computeIfPresent(trace, (key, count) -> count == 1 ? null : count - 1));
        }
        traces.forEach(trace -> holders.merge(trace, 1, Integer::sum));
    }

    private static Set<String> traces(@Nullable Account account) {
        Set<String> traces = new HashSet<>();
        if (account != null) {
            add(traces, "payment ", account.paymentFingerprint());
            add(traces, "email ", account.emailFingerprint());
            add(traces, "address ", account.signupIp());
        }
        return traces;
    }

    private static void add(Set<String> traces, String kind, @Nullable String value) {
        if (value != null) {
            traces.add(kind + value);
        }
    }

    int payment(@Nullable String fingerprint) {
        return count("payment ", fingerprint);
    }

    int email(@Nullable String fingerprint) {
        return count("email ", fingerprint);
    }

    int address(@Nullable String ip) {
        return count("address ", ip);
    }

    private int count(String kind, @Nullable String value) {
        return value == null ? 0 : holders.getOrDefault(kind + value, 0);
    }
}
