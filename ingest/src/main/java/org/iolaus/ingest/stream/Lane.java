package org.iolaus.ingest.stream;

import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import org.iolaus.ingest.file.InputFile;
import org.iolaus.ingest.file.LineBlockReader;
import org.jspecify.annotations.Nullable;

/**
 * One file on its way: read by one worker at a time, mapped by several, delivered in order of its blocks. What is
 * shared between threads is guarded by {@link LaneBoard}'s lock; the rest belongs to the consuming thread.
 */
final class Lane<T> {
    final InputFile file;
    final int index;
    final Long2ObjectOpenHashMap<MappedBlock<T>> done = new Long2ObjectOpenHashMap<>();

    @Nullable
    LineBlockReader reader;

    boolean reading;
    boolean exhausted;
    long nextRead;
    long nextDelivery;

    private @Nullable MappedBlock<T> current;
    private int next;
    private long linesBefore;
    private boolean blank = true;
    private long clockMicros;
    private long lastMicros = Long.MIN_VALUE;

    Lane(InputFile file, int index, long firstMicros) {
        this.file = file;
        this.index = index;
        this.clockMicros = firstMicros;
    }

    long undelivered() {
        return nextRead - nextDelivery;
    }

    /** The latest time up to the next item; before the first, what a look into the file said. */
    long clockMicros() {
        return clockMicros;
    }

    boolean unopened() {
        return current == null;
    }

    /** Whether there was nothing in the file up to here. */
    boolean blank() {
        return blank;
    }

    boolean hasItem() {
        return current != null && next < current.items.size();
    }

    /** Whether nothing more will come. */
    boolean ended() {
        return current != null && current.last && !hasItem();
    }

    /** Puts the next block in front; returns the number of lines before it. */
    long enter(MappedBlock<T> block) {
        long before = linesBefore;
        linesBefore += block.lines;
        blank &= block.lines == block.blankLines && block.reasons.isEmpty();
        current = block;
        next = 0;
        moveClock();
        return before;
    }

    void deliver(OrderedSink<T> sink) {
        MappedBlock<T> block = current;
        if (block == null) {
            throw new IllegalStateException("a block must be entered before its items are delivered");
        }
        lastMicros = block.times.getLong(next);
        sink.accept(block.items.get(next), lastMicros);
        next++;
        moveClock();
    }

    /** Moves the clock by the middle one of three neighbours' times, so that a single wrong time does not move it. */
    private void moveClock() {
        if (current == null || !hasItem()) {
            return;
        }
        long time = current.times.getLong(next);
        boolean followed = next + 1 < current.times.size();
        long after = followed ? current.times.getLong(next + 1) : previous(time);
        long before = previous(after);
        long middle = Math.max(Math.min(before, time), Math.min(Math.max(before, time), after));
        clockMicros = Math.max(clockMicros, middle);
    }

    private long previous(long otherwise) {
        return lastMicros == Long.MIN_VALUE ? otherwise : lastMicros;
    }
}
