package org.iolaus.ingest.stream;

import java.util.ArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Where workers find the file to read next and leave what they mapped, and the consuming thread waits for it. At most
 * a few blocks a file are under way, so a file whose times are ahead of the others' is not read far ahead. Thread-safe.
 */
final class LaneBoard<T> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition claimable = lock.newCondition();
    private final Condition delivered = lock.newCondition();
    private final ArrayList<Lane<T>> open = new ArrayList<>();
    private final int workers;
    private boolean stopped;
    private @Nullable Throwable failure;

    LaneBoard(int workers) {
        this.workers = workers;
    }

    /** Lets workers read a file. */
    void open(Lane<T> lane) {
        lock.lock();
        try {
            open.add(lane);
            claimable.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A file to read a block of, which is then this worker's alone until {@link #release}; null when all is over. */
    @Nullable
    Lane<T> claim() throws InterruptedException {
        lock.lock();
        try {
            while (!stopped) {
                Lane<T> lane = neediest();
                if (lane != null) {
                    lane.reading = true;
                    return lane;
                }
                claimable.await();
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Lane<T> neediest() {
        int limit = Math.max(2, 32 * workers / Math.max(1, open.size()) + 1);
        Lane<T> best = null;
        for (Lane<T> lane : open) {
            boolean free = !lane.reading && !lane.exhausted && lane.undelivered() < limit;
            if (free && (best == null || lane.undelivered() < best.undelivered())) {
                best = lane;
            }
        }
        return best;
    }

    /** Gives a file back after a block was read from it; returns the block's place in the file. */
    long release(Lane<T> lane, boolean last) {
        lock.lock();
        try {
            lane.reading = false;
            lane.exhausted = last;
            claimable.signal();
            return lane.nextRead++;
        } finally {
            lock.unlock();
        }
    }

    void complete(Lane<T> lane, long place, MappedBlock<T> block) {
        lock.lock();
        try {
            lane.done.put(place, block);
            delivered.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a file's next block in order. */
    MappedBlock<T> take(Lane<T> lane) throws InterruptedException {
        lock.lock();
        try {
            while (failure == null) {
                MappedBlock<T> block = lane.done.remove(lane.nextDelivery);
                if (block != null) {
                    lane.nextDelivery++;
                    if (block.last) {
                        open.remove(lane);
                    }
                    claimable.signal();
                    return block;
                }
                delivered.await();
            }
            throw new IllegalStateException("a worker failed: " + failure, failure);
        } finally {
            lock.unlock();
        }
    }

    void fail(Throwable cause) {
        lock.lock();
        try {
            failure = failure == null ? cause : failure;
            delivered.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Sends the workers home. */
    void stop() {
        lock.lock();
        try {
            stopped = true;
            claimable.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
