package org.iolaus.duel.defender;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.Release;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.duel.traffic.Logged;

/**
 * Bans all who share a card, e-mail pattern or address with more others in a window than a threshold, and from then on
 * whoever uses that value. Thresholds are of one attribute each.
 */
final class SharingDefender implements Defender {
    private final Thresholds thresholds;
    private final Sharing sharing = new Sharing();
    private final Set<Long> listed = new HashSet<>();
    private final Set<String> banned = new HashSet<>();
    private final Map<String, Integer> ever = new HashMap<>();
    private final List<Decision> decided = new ArrayList<>();
    private long window;

    SharingDefender(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    @Override
    public void account(Account account) {
        sharing.account(account);
    }

    @Override
    public void release(Release release) {}

    @Override
    public void exchange(Logged exchange) {
        ever.merge(exchange.subject(), 1, Integer::sum);
        long[] values = sharing.values(exchange);
        for (Attribute attribute : Attribute.values()) {
            long value = values[attribute.ordinal()];
            if (value != 0) {
                look(attribute, value, exchange);
            }
        }
    }

    private void look(Attribute attribute, long value, Logged exchange) {
        Set<String> users = sharing.add(attribute, value, exchange.subject());
        if (users.size() > thresholds.shared(attribute) && listed.add(value)) {
            users.stream().sorted().forEach(user -> ban(user, exchange.timeMicros()));
        } else if (listed.contains(value)) {
            ban(exchange.subject(), exchange.timeMicros());
        }
    }

    private void ban(String subject, long micros) {
        if (banned.add(subject)) {
            int before = Math.max(0, ever.getOrDefault(subject, 1) - 1);
            decided.add(new Decision(subject, Verdict.RESTRICT, micros, before));
        }
    }

    @Override
    public List<Decision> close(long endMicros) {
        long now = Math.floorDiv(endMicros - thresholds.originMicros(), thresholds.windowMicros());
        if (now != window) {
            sharing.clear();
            window = now;
        }
        List<Decision> decisions = List.copyOf(decided);
        decided.clear();
        return decisions;
    }
}
