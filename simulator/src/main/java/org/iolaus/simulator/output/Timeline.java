package org.iolaus.simulator.output;

import java.util.Arrays;
import java.util.List;
import org.iolaus.simulator.actor.Actor;

/** All exchanges in order of time: for each its actor and its position among that actor's exchanges. */
final class Timeline {
    private static final int ACTOR_BITS = 21;

    private final int[] actors;
    private final int[] ordinals;

    Timeline(List<Actor> cast, long start) {
        if (cast.size() >= 1 << ACTOR_BITS) {
            throw new IllegalArgumentException("actors " + cast.size() + " must be below " + (1 << ACTOR_BITS));
        }
        int size = cast.stream().mapToInt(actor -> actor.times().length).sum();
        long[] keys = new long[size];
        int at = 0;
        for (int i = 0; i < cast.size(); i++) {
            for (long time : cast.get(i).times()) {
                keys[at++] = (time - start) << ACTOR_BITS | i;
            }
        }
        Arrays.parallelSort(keys);
        actors = new int[size];
        ordinals = new int[size];
        int[] seen = new int[cast.size()];
        for (int i = 0; i < size; i++) {
            actors[i] = (int) (keys[i] & ((1 << ACTOR_BITS) - 1));
            ordinals[i] = seen[actors[i]]++;
        }
    }

    int size() {
        return actors.length;
    }

    int actor(int index) {
        return actors[index];
    }

    int ordinal(int index) {
        return ordinals[index];
    }
}
