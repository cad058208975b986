package org.iolaus.simulator.actor;

import org.iolaus.detection.exchange.Account;
import org.jspecify.annotations.Nullable;

/**
 * One account, or one end user of an account, with everything it will do.
 *
 * @param account facts of the paying account
 * @param endUserId end user of that account, or null
 * @param label the truth
 * @param seed seed of everything it says
 * @param script what it says
 * @param route where it calls from
 * @param access how it reaches the models
 * @param times when it calls, ascending
 */
public record Actor(
        Account account,
        @Nullable String endUserId,
        Label label,
        long seed,
        Script script,
        Route route,
        Access access,
        long[] times) {
    private static final long CONVERSATION = 2 * Rhythm.HOUR;

    /** The same with prompts of a corpus in place of some items. */
    public Actor dealt(Deals deals) {
        Script other = script.dealt(deals, seed, times.length);
        return new Actor(account, endUserId, label, seed, other, route, access, times);
    }

    /** Whether the exchange continues the one before it. */
    public boolean followsUp(int ordinal) {
        return ordinal > 0
                && times[ordinal] - times[ordinal - 1] < CONVERSATION
                && Seeds.unit(seed ^ 0x77L, ordinal) < script.followUps();
    }

    /** The model it asks for. */
    public String model(int ordinal) {
        return access.models().at(times[ordinal], Seeds.unit(seed ^ 0x30L, ordinal));
    }

    /** Ordinal of the exchange that opened the conversation. */
    int conversation(int ordinal) {
        int first = ordinal;
        while (followsUp(first)) {
            first--;
        }
        return first;
    }
}
