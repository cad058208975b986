package org.iolaus.simulator.output;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.iolaus.simulator.actor.Actor;
import org.iolaus.simulator.actor.JsonBuffer;
import org.iolaus.simulator.actor.Renderer;
import org.jspecify.annotations.Nullable;

/**
 * Chunks of the timeline, rendered by workers and handed out in order. At most a few chunks a worker are under way, so
 * whoever takes them slowly holds the workers back. One thread takes at a time.
 */
final class ChunkFeed implements AutoCloseable {
    private static final int CHUNKS_A_WORKER = 3;

    private final List<Actor> cast;
    private final Timeline timeline;
    private final int chunkSize;
    private final Finish finish;
    private final int ahead;
    private final ExecutorService pool;
    private final ThreadLocal<Worker> workers = ThreadLocal.withInitial(Worker::new);
    private final Deque<Future<byte[]>> pending = new ArrayDeque<>();
    private final LongAdder cpuNanos = new LongAdder();

    /** What a worker makes of a chunk's lines, which lie in a buffer that it uses again. */
    @FunctionalInterface
    interface Finish {
        byte[] apply(JsonBuffer lines);
    }

    /** What a worker uses again and again. */
    private static final class Worker {
        private final Renderer renderer = new Renderer();
        private final JsonBuffer lines = new JsonBuffer();
    }

    /** Feeds chunks of {@code chunkSize} exchanges. */
    ChunkFeed(List<Actor> cast, Timeline timeline, int chunkSize, int threads, Finish finish) {
        this.cast = cast;
        this.timeline = timeline;
        this.chunkSize = chunkSize;
        this.finish = finish;
        this.ahead = threads * CHUNKS_A_WORKER;
        this.pool = Executors.newFixedThreadPool(
                threads,
                Thread.ofPlatform().daemon().name("iolaus-simulate-", 0).factory());
    }

    /** The next chunk, or null after the last. */
    byte @Nullable [] next() throws IOException {
        while (pending.size() < ahead && timeline.hasNext()) {
            Timeline.Chunk chunk = timeline.next(chunkSize);
            pending.add(pool.submit(() -> render(chunk)));
        }
        return pending.isEmpty() ? null : result(pending.remove());
    }

    /** Processor time that the workers have spent. */
    long cpuNanos() {
        return cpuNanos.sum();
    }

    private byte[] render(Timeline.Chunk chunk) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Worker worker = workers.get();
        worker.lines.clear();
        for (int i = 0; i < chunk.size(); i++) {
            worker.renderer.render(cast.get(chunk.actors()[i]), chunk.ordinals()[i], chunk.first() + i, worker.lines);
        }
        byte[] finished = finish.apply(worker.lines);
        cpuNanos.add(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
        return finished;
    }

    private static byte[] result(Future<byte[]> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("making exchanges was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("an exchange could not be made: " + e.getCause(), e);
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
