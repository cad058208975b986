package org.iolaus.simulator.output;

import java.util.Arrays;
import java.util.List;
import org.iolaus.simulator.actor.Actor;

/**
 * All exchanges in order of time, cut into chunks as they are asked for. Only one slice of the window is sorted at a
 * time, so memory grows with the cast and not with the exchanges. Not thread-safe.
 */
final class Timeline {
    private static final int ACTOR_BITS = 21;
    private static final int MASK = (1 << ACTOR_BITS) - 1;
    /** Exchanges in a slice, on average. */
    private static final int SLICE = 1 << 15;

    private final List<Actor> cast;
    private final long start;
    private final long sliceMicros;
    private final long size;
    /** Exchanges of each actor that are in a slice already. */
    private final int[] gathered;
    /** Time of each actor's next exchange; {@link Long#MAX_VALUE} after the last one. */
    private final long[] due;
    /** Exchanges of each actor that are in a chunk already. */
    private final int[] delivered;
    /** Keys of the slice: time since the start, then place in the cast. */
    private long[] slice = new long[2 * SLICE];

    private int sliced;
    private int position;
    private long sliceEnd;
    private long number;

    Timeline(List<Actor> cast, long start, long end) {
        if (cast.size() > MASK) {
            throw new IllegalArgumentException("actors " + cast.size() + " must be below " + (MASK + 1));
        }
        this.cast = cast;
        this.start = start;
        this.size = cast.stream().mapToLong(actor -> actor.times().length).sum();
        this.sliceMicros = Math.max(1, (end - start) / Math.max(1, size / SLICE));
        this.gathered = new int[cast.size()];
        this.delivered = new int[cast.size()];
        this.due = new long[cast.size()];
        this.sliceEnd = start;
        for (int i = 0; i < due.length; i++) {
            due[i] = time(i);
        }
    }

    /** Exchanges in all. */
    long size() {
        return size;
    }

    boolean hasNext() {
        return number < size;
    }

    /** The next exchanges, {@code most} of them or as many as are left. */
    Chunk next(int most) {
        int count = (int) Math.min(most, size - number);
        Chunk chunk = new Chunk(number, new int[count], new int[count]);
        for (int i = 0; i < count; i++) {
            if (position == sliced) {
                gather();
            }
            int actor = (int) (slice[position++] & MASK);
            chunk.actors()[i] = actor;
            chunk.ordinals()[i] = delivered[actor]++;
        }
        number += count;
        return chunk;
    }

    /** Sorts the next slice that is not empty; equal times are in order of the cast. */
    private void gather() {
        position = 0;
        sliced = 0;
        while (sliced == 0) {
            sliceEnd += sliceMicros;
            for (int i = 0; i < due.length; i++) {
                while (due[i] < sliceEnd) {
                    add((due[i] - start) << ACTOR_BITS | i);
                    gathered[i]++;
                    due[i] = time(i);
                }
            }
        }
        Arrays.sort(slice, 0, sliced);
    }

    private void add(long key) {
        if (sliced == slice.length) {
            slice = Arrays.copyOf(slice, 2 * sliced);
        }
        slice[sliced++] = key;
    }

    private long time(int actor) {
        long[] times = cast.get(actor).times();
        return gathered[actor] < times.length ? times[gathered[actor]] : Long.MAX_VALUE;
    }

    /**
     * Exchanges that follow one another.
     *
     * @param first number of the first one
     * @param actors place of each one's actor in the cast
     * @param ordinals its position among that actor's exchanges
     */
    record Chunk(long first, int[] actors, int[] ordinals) {
        int size() {
            return actors.length;
        }
    }
}
