package org.iolaus.simulator.output;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.iolaus.simulator.actor.Actor;
import org.iolaus.simulator.actor.JsonBuffer;
import org.iolaus.simulator.actor.Renderer;

/**
 * Writes exchanges into zstd files. Workers render and compress chunks of the timeline independently; chunks are
 * written in order as frames of one file, so the files do not depend on the number of workers.
 */
public final class TrafficWriter {
    private static final int CHUNK = 8192;
    private static final int CHUNKS_A_FILE = 128;
    private static final int LEVEL = 1;

    private final List<Actor> cast;
    private final Timeline timeline;
    private final int threads;

    public TrafficWriter(List<Actor> cast, long start, int threads) {
        this.cast = cast;
        this.timeline = new Timeline(cast, start);
        this.threads = threads;
    }

    /** A worker's buffers. */
    private static final class Worker {
        private final Renderer renderer = new Renderer();
        private final JsonBuffer buffer = new JsonBuffer();
    }

    /** Writes all files into a folder and gives the number of exchanges. */
    public int write(Path folder) throws IOException {
        int chunks = Math.ceilDiv(timeline.size(), CHUNK);
        ThreadLocal<Worker> workers = ThreadLocal.withInitial(Worker::new);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            Deque<Future<byte[]>> pending = new ArrayDeque<>();
            int submitted = 0;
            for (int file = 0; file * CHUNKS_A_FILE < chunks || file == 0; file++) {
                try (OutputStream out = Files.newOutputStream(folder.resolve(name(file, chunks)))) {
                    int last = Math.min(chunks, (file + 1) * CHUNKS_A_FILE);
                    for (int chunk = file * CHUNKS_A_FILE; chunk < last; chunk++) {
                        while (submitted < chunks && pending.size() < threads * 3) {
                            pending.add(pool.submit(job(submitted++, workers)));
                        }
                        out.write(result(pending.remove()));
                    }
                }
            }
        }
        return timeline.size();
    }

    private Callable<byte[]> job(int chunk, ThreadLocal<Worker> workers) {
        return () -> {
            Worker worker = workers.get();
            worker.buffer.clear();
            int end = Math.min(timeline.size(), (chunk + 1) * CHUNK);
            for (int i = chunk * CHUNK; i < end; i++) {
                worker.renderer.render(cast.get(timeline.actor(i)), timeline.ordinal(i), i, worker.buffer);
            }
            byte[] frame = new byte[(int) Zstd.compressBound(worker.buffer.size())];
            long size = Zstd.compressByteArray(
                    frame, 0, frame.length, worker.buffer.bytes(), 0, worker.buffer.size(), LEVEL);
            return Arrays.copyOf(frame, (int) size);
        };
    }

    private static byte[] result(Future<byte[]> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("writing exchanges was interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException("an exchange could not be written: " + e.getCause(), e);
        }
    }

    private static String name(int file, int chunks) {
        return chunks <= CHUNKS_A_FILE ? "exchanges.jsonl.zst" : String.format("exchanges-%03d.jsonl.zst", file);
    }
}
