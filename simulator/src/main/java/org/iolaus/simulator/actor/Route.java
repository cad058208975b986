package org.iolaus.simulator.actor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The exits an actor calls from and how it changes between them.
 *
 * @param exits exits, the usual one first
 * @param loyalty share of stretches spent at the first exit
 * @param stretchMicros how long one exit is kept; 0 changes with every request
 * @param move change to other exits for good, or null
 */
public record Route(
        List<Exit> exits,
        double loyalty,
        long stretchMicros,
        @Nullable Move move) {
    private static final long HOUR = 3_600_000_000L;

    public Route {
        exits = List.copyOf(exits);
        if (exits.isEmpty()) {
            throw new IllegalArgumentException("exits must not be empty");
        }
    }

    public Route(List<Exit> exits, double loyalty, long stretchMicros) {
        this(exits, loyalty, stretchMicros, null);
    }

    /**
     * A change to other exits.
     *
     * @param atMicros time of the change
     */
    public record Move(long atMicros, List<Exit> exits) {}

    /** One fixed address. */
    public static Route fixed(Exit exit) {
        return new Route(List.of(exit), 1, HOUR);
    }

    /** Home most of the time, elsewhere now and then. */
    public static Route homely(List<Exit> exits) {
        return new Route(exits, 0.75, 3 * HOUR);
    }

    /** All exits alike, changed after each stretch. */
    public static Route rotating(List<Exit> exits, long stretchMicros) {
        return new Route(exits, 0, stretchMicros);
    }

    Exit at(long seed, long timeMicros) {
        return move != null && timeMicros >= move.atMicros
                ? rotating(move.exits, stretchMicros).at(seed, timeMicros)
                : among(seed, timeMicros);
    }

    private Exit among(long seed, long timeMicros) {
        if (exits.size() == 1) {
            return exits.getFirst();
        }
        long stretch = stretchMicros == 0 ? timeMicros : Math.floorDiv(timeMicros, stretchMicros);
        long mixed = Seeds.mix(seed ^ 0x5bd1L, stretch);
        if ((mixed >>> 40) * 0x1.0p-24 < loyalty) {
            return exits.getFirst();
        }
        return exits.get((int) ((mixed & 0x7fffffff) % exits.size()));
    }
}
