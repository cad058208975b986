package org.iolaus.simulator.campaign.method;

import java.util.List;
import org.iolaus.simulator.actor.ItemScript;
import org.iolaus.simulator.actor.Task;

/**
 * One account's share of a campaign's work.
 *
 * @param tasks frames
 * @param dataset seed of the data set
 * @param seat place among the campaign's accounts, replaced ones included
 * @param seats accounts alive at once
 */
public record Share(List<Task> tasks, long dataset, int seat, int seats) {
    /** Far above any number of accounts, so that no two are dealt the same item. */
    public static final long STRIDE = 1_000_003;

    public Share {
        tasks = List.copyOf(tasks);
    }

    /** The frame that the account's habit uses at a position. */
    Task frame(int ordinal) {
        return tasks.get(ItemScript.habit(dataset, seat).at(ordinal, tasks.size()));
    }

    /** Index of an item that nobody else is dealt. */
    long item(int ordinal) {
        return seat + STRIDE * ordinal;
    }
}
