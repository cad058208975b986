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

/** Bans whoever makes more exchanges in one day of event time than a threshold. */
final class VolumeDefender implements Defender {
    static final long DAY_MICROS = 86_400_000_000L;

    private final int threshold;
    private final Map<String, Integer> today = new HashMap<>();
    private final Map<String, Integer> ever = new HashMap<>();
    private final Set<String> banned = new HashSet<>();
    private final List<Decision> decided = new ArrayList<>();

    /** @param threshold most exchanges a day that are let pass */
    VolumeDefender(int threshold) {
        this.threshold = threshold;
    }

    @Override
    public void account(Account account) {}

    @Override
    public void release(Release release) {}

    @Override
    public void exchange(Logged exchange) {
        String subject = exchange.subject();
        int before = ever.merge(subject, 1, Integer::sum) - 1;
        if (today.merge(subject, 1, Integer::sum) > threshold && banned.add(subject)) {
            decided.add(new Decision(subject, Verdict.RESTRICT, exchange.timeMicros(), before));
        }
    }

    @Override
    public List<Decision> close(long endMicros) {
        if (Math.floorMod(endMicros, DAY_MICROS) == 0) {
            today.clear();
        }
        List<Decision> decisions = List.copyOf(decided);
        decided.clear();
        return decisions;
    }
}
