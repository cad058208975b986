package org.iolaus.simulator.actor;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prompts of a corpus that take the place of some items of a data set. Each part of the data set has a range of them to
 * itself, spread evenly over its items, so nobody is dealt what somebody else has.
 */
public final class Deal {
    /** No prompts. */
    public static final Deal NONE = new Deal(List.of(), Map.of());

    private final List<Prompt> prompts;
    private final Map<Long, Part> parts;

    /** A deal whose parts may be added until it is first used. */
    public Deal(List<Prompt> prompts, Map<Long, Part> parts) {
        this.prompts = prompts;
        this.parts = Collections.unmodifiableMap(parts);
    }

    /**
     * What a part of a data set has.
     *
     * @param first its first prompt
     * @param count its prompts
     * @param items its items, at least as many
     */
    public record Part(long first, long count, long items) {
        public Part {
            if (count > items) {
                throw new IllegalArgumentException("count " + count + " must be at most items " + items);
            }
        }
    }

    /** What a part of a data set is dealt for each kind of work that some frames are of. */
    public static Map<String, Deal> byKind(List<Task> frames, Deals dealer, long dataset, long part, long items) {
        Map<String, Deal> dealt = new HashMap<>();
        for (Task task : frames) {
            dealt.computeIfAbsent(task.kind(), kind -> dealer.deal(kind, dataset, part, items));
        }
        return dealt;
    }

    /** The prompt for the item at a position of a part, or null if the item is its own. */
    public @Nullable Prompt at(long part, long position) {
        Part own = parts.get(part);
        if (own == null || position >= own.items) {
            return null;
        }
        long before = position * own.count / own.items;
        return (position + 1) * own.count / own.items > before ? prompts.get((int) (own.first + before)) : null;
    }
}
