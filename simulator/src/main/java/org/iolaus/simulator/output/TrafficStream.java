package org.iolaus.simulator.output;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.iolaus.simulator.actor.Actor;
import org.jspecify.annotations.Nullable;

/**
 * The lines of all exchanges as one stream of bytes, made while it is read: what {@link TrafficWriter} writes, without
 * the files. A slow reader holds the workers back. Read by one thread at a time.
 */
public final class TrafficStream extends InputStream {
    private static final int CHUNK = 1024;

    private final ChunkFeed feed;
    private byte @Nullable [] chunk = new byte[0];
    private int position;

    /** Streams what a cast does between two moments. */
    public TrafficStream(List<Actor> cast, long start, long end, int threads) {
        Timeline timeline = new Timeline(cast, start, end);
        this.feed = new ChunkFeed(cast, timeline, CHUNK, threads, lines -> Arrays.copyOf(lines.bytes(), lines.size()));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (chunk != null && position == chunk.length) {
            chunk = feed.next();
            position = 0;
        }
        if (chunk == null) {
            return -1;
        }
        int count = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, bytes, offset, count);
        position += count;
        return count;
    }

    /** Processor time that the workers have spent so far, in nanoseconds. */
    public long cpuNanos() {
        return feed.cpuNanos();
    }

    @Override
    public void close() {
        feed.close();
    }
}
