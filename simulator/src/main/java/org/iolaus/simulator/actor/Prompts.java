package org.iolaus.simulator.actor;

import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.simulator.text.Grammar;

/**
 * Somebody's own system prompts.
 *
 * @param kept their wordings; empty for somebody who never uses one
 * @param habit how they take turns, conversation by conversation
 * @param bare share of conversations without any
 * @param upkeep how they change
 */
public record Prompts(List<String> kept, Habit habit, double bare, Upkeep upkeep) {
    /** No system prompt at all. */
    public static final Prompts NONE = always("");

    public Prompts {
        kept = kept.stream().filter(each -> !each.isEmpty()).toList();
    }

    /** One prompt that never changes, or none if it is empty. */
    public static Prompts always(String prompt) {
        return new Prompts(List.of(prompt), new Habit(0, 1, 1), 0, Upkeep.NONE);
    }

    /** Prompts that colleagues have in common and leave as they are; each takes turns among them by a habit of its own. */
    public static Prompts common(List<String> prompts, SplittableRandom random) {
        return new Prompts(prompts, Habit.of(random.nextLong()), 0, Upkeep.NONE);
    }

    void write(Draft draft, long seed, Grammar grammar) {
        if (kept.isEmpty() || Seeds.unit(seed ^ 0x73L, draft.opening()) < bare) {
            return;
        }
        int index = habit.at(draft.opening(), kept.size());
        draft.system.append(kept.get(index));
        upkeep.complete(draft, Seeds.mix(habit.seed(), index), grammar);
    }
}
