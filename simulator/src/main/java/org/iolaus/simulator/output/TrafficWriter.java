package org.iolaus.simulator.output;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.iolaus.simulator.actor.Actor;
import org.iolaus.simulator.actor.JsonBuffer;

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

    /** Writes what a cast does between two moments. */
    public TrafficWriter(List<Actor> cast, long start, long end, int threads) {
        this.cast = cast;
        this.timeline = new Timeline(cast, start, end);
        this.threads = threads;
    }

    /** Writes all files into a folder. */
    public void write(Path folder) throws IOException {
        int chunks = (int) Math.ceilDiv(timeline.size(), CHUNK);
        try (ChunkFeed feed = new ChunkFeed(cast, timeline, CHUNK, threads, TrafficWriter::frame)) {
            for (int file = 0; file * CHUNKS_A_FILE < chunks || file == 0; file++) {
                try (OutputStream out = Files.newOutputStream(folder.resolve(name(file, chunks)))) {
                    byte[] frame = feed.next();
                    for (int i = 1; frame != null; i++) {
                        out.write(frame);
                        frame = i < CHUNKS_A_FILE ? feed.next() : null;
                    }
                }
            }
        }
    }

    private static byte[] frame(JsonBuffer lines) {
        byte[] frame = new byte[(int) Zstd.compressBound(lines.size())];
        long size = Zstd.compressByteArray(frame, 0, frame.length, lines.bytes(), 0, lines.size(), LEVEL);
        return Arrays.copyOf(frame, (int) size);
    }

    private static String name(int file, int chunks) {
        return chunks <= CHUNKS_A_FILE ? "exchanges.jsonl.zst" : String.format("exchanges-%03d.jsonl.zst", file);
    }
}
