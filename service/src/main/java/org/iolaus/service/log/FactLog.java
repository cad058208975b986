package org.iolaus.service.log;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The write-ahead log. Any number of threads append; one thread writes what has come meanwhile and forces it to disk
 * together, so a batch waits for the force in progress and its own. After a failure nothing that was not forced is
 * trusted: the file is cut back to what was, read again, and another one is begun. Thread-safe.
 */
public final class FactLog implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(FactLog.class);
    /** Bytes forced together, so that a great many do not keep the first waiting. */
    private static final long GROUP_BYTES = 16L << 20;

    private final Disk disk;
    private final LogConfig config;
    private final String digest;
    private final InstantSource clock;
    private final Segments segments;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Thread thread =
            Thread.ofPlatform().name("iolaus-log").daemon().unstarted(this::run);
    private final Waiting end = new Waiting(null, new CompletableFuture<>());
    private @Nullable Durable then;
    private volatile Consumer<Optional<String>> health = problem -> {};
    private volatile long position;
    private volatile @Nullable Unwritable unwritable;
    private volatile boolean closed;
    private @Nullable SegmentWriter writer;
    /** The segment whose end is not trusted, or null. */
    private @Nullable SegmentWriter broken;

    private FactLog(Disk disk, LogConfig config, String digest, InstantSource clock, Segments segments, long position) {
        this.disk = disk;
        this.config = config;
        this.digest = digest;
        this.clock = clock;
        this.segments = segments;
        this.position = position;
    }

    /** A batch and who waits for it; no batch at the end of all. */
    private record Waiting(@Nullable Encoded batch, CompletableFuture<Void> durable) {}

    /** Why the disk cannot be written, and until when it is left alone, by {@link System#nanoTime}. */
    private record Unwritable(String reason, long untilNanos) {}

    /**
     * Opens the log in a folder and mends its end.
     *
     * @param digest digest of how exchanges are fingerprinted, in hexadecimal
     * @throws DamagedLog if it holds what it must not
     * @throws IOException if it cannot be read
     */
    public static FactLog open(Disk disk, LogConfig config, String digest, InstantSource clock) throws IOException {
        Segments segments = Segments.open(disk, digest);
        return new FactLog(disk, config, digest, clock, segments, segments.mend());
    }

    /** Position of the first batch that is kept; one more than {@link #position} if none is. */
    public synchronized long first() {
        return segments.isEmpty() ? position + 1 : segments.first();
    }

    /** Last position that is on disk, or 0. */
    public long position() {
        return position;
    }

    /**
     * Hands on every batch after a position, in order, on the caller's thread; to be called before {@link #start}.
     *
     * @throws DamagedLog if a batch is missing or damaged
     */
    public void replay(long after, Replay to) throws IOException {
        segments.replay(after, position, to);
    }

    /**
     * Begins to write.
     *
     * @param next takes each batch once it is on disk, in order, on the log's thread; must not wait
     */
    public void start(Durable next) {
        then = next;
        thread.start();
    }

    /**
     * Lets somebody hear at once why the log cannot be written any more, and that it can again. It is told on the log's
     * thread and must not wait.
     */
    public void listen(Consumer<Optional<String>> listener) {
        health = listener;
    }

    /** Why nothing can be appended now, if so. */
    public Optional<String> unwritable() {
        Unwritable now = unwritable;
        return Optional.ofNullable(now == null ? null : now.reason());
    }

    /** Whether the disk failed a moment ago and is not to be tried again yet. */
    public boolean resting() {
        Unwritable now = unwritable;
        return now != null && System.nanoTime() - now.untilNanos() < 0;
    }

    /**
     * Appends a batch; returns at once. How much waits is the caller's to bound.
     *
     * @return completes on the log's thread once the batch is on disk and has been handed on; fails with an {@link
     *     IOException} if it is not
     */
    public CompletableFuture<Void> append(Encoded batch) {
        CompletableFuture<Void> durable = new CompletableFuture<>();
        queue.add(new Waiting(batch, durable));
        if (closed) {
            failRest();
        }
        return durable;
    }

    private void run() {
        try {
            for (List<Waiting> group = take(); !group.isEmpty(); group = take()) {
                write(group);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closed = true;
            failRest();
        }
    }

    /** What waits, but no more than is forced together; nothing at the end. */
    private List<Waiting> take() throws InterruptedException {
        List<Waiting> group = new ArrayList<>();
        long bytes = 0;
        for (Waiting next = queue.take(); next != null; next = bytes < GROUP_BYTES ? queue.poll() : null) {
            if (next.batch() == null) {
                queue.add(end);
                break;
            }
            group.add(next);
            bytes += next.batch().fileBytes();
        }
        return group;
    }

    private void write(List<Waiting> group) {
        try {
            SegmentWriter to = writer == null ? begin() : writer;
            to.write(group.stream().map(Waiting::batch).toList());
            boolean mended = unwritable != null;
            unwritable = null;
            handOn(group);
            if (mended) {
                health.accept(Optional.empty());
            }
            if (to.forcedSize() >= config.segmentBytes()) {
                writer = null;
                to.close();
            }
        } catch (IOException e) {
            fail(group, e);
        }
    }

    private void handOn(List<Waiting> group) {
        long last = position;
        for (Waiting waiting : group) {
            last++;
            if (then != null && waiting.batch() != null) {
                then.durable(last, waiting.batch());
            }
        }
        position = last;
        group.forEach(waiting -> waiting.durable().complete(null));
    }

    private void fail(List<Waiting> group, IOException cause) {
        String reason = "the log in " + disk.place() + " must be writable: " + cause.getMessage();
        boolean news = unwritable == null;
        if (news) {
            LOG.error("{}; nothing is acknowledged until it is. Free space or mend the disk.", reason, cause);
        }
        broken = writer == null ? broken : writer;
        writer = null;
        unwritable =
                new Unwritable(reason, System.nanoTime() + config.retryAfter().toNanos());
        group.forEach(waiting -> waiting.durable().completeExceptionally(new IOException(reason, cause)));
        if (news) {
            health.accept(Optional.of(reason));
        }
    }

    /** Begins a segment, after what went wrong with the last one has been put right. */
    private SegmentWriter begin() throws IOException {
        SegmentWriter last = broken;
        if (last != null) {
            restore(last);
            broken = null;
        }
        SegmentHeader header = new SegmentHeader(position + 1, micros(clock.instant()), digest);
        SegmentWriter begun = SegmentWriter.begin(disk, header);
        synchronized (this) {
            segments.add(header);
        }
        writer = begun;
        return begun;
    }

    /** Cuts a segment back to what was forced, and reads it to see that this is there. */
    private void restore(SegmentWriter last) throws IOException {
        try {
            last.close();
        } catch (IOException e) {
            LOG.debug("closing after a failure", e);
        }
        disk.cut(last.header().name(), last.forcedSize());
        SegmentReader reader = new SegmentReader(disk, last.header().name());
        long read = last.header().first() - 1;
        for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
            read = frame.position();
        }
        if (read != last.forcedPosition()) {
            throw new DamagedLog(segments.place(last.header().name()) + ": ends with batch " + read
                    + " and must end with batch " + last.forcedPosition() + ", which was acknowledged.");
        }
    }

    /**
     * Deletes files that nobody needs any more: that hold nothing after a position and are older than the retention.
     *
     * @return how many were deleted
     */
    public synchronized int forget(long needed) throws IOException {
        return segments.forget(needed, micros(clock.instant().minus(config.retention())));
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private void failRest() {
        for (Waiting next = queue.poll(); next != null; next = queue.poll()) {
            next.durable().completeExceptionally(new IOException("the log in " + disk.place() + " is closed"));
        }
    }

    /** Writes what waits and ends. */
    @Override
    public void close() throws IOException {
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        queue.add(end);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (writer != null) {
            writer.close();
        }
    }
}
