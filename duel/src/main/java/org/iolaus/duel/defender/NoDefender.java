package org.iolaus.duel.defender;

import java.util.List;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.Release;
import org.iolaus.duel.traffic.Logged;

/** Lets everybody do everything. */
final class NoDefender implements Defender {
    @Override
    public void account(Account account) {}

    @Override
    public void release(Release release) {}

    @Override
    public void exchange(Logged exchange) {}

    @Override
    public List<Decision> close(long endMicros) {
        return List.of();
    }
}
