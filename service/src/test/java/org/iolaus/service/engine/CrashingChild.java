package org.iolaus.service.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.detection.pipeline.DetectorConfig;
import org.iolaus.service.fact.Batch;
import org.iolaus.service.log.LogConfig;
import org.iolaus.service.snapshot.SnapshotConfig;

/**
 * A process that submits the demo's batches one after another and notes each one that was acknowledged in a file; to be
 * killed. Started again, it goes on behind what the file holds, the first of it once more: a client that was not answered
 * sends again.
 */
final class CrashingChild {
    private static final long MINUTE = 60_000_000L;

    private CrashingChild() {}

    static LiveConfig config() {
        return new LiveConfig(
                EngineConfig.DEFAULT,
                new LogConfig(1 << 20, 2048, Duration.ZERO, Duration.ofMillis(100)),
                new SnapshotConfig(Duration.ofMillis(700), 5_000, false),
                DetectorConfig.DEFAULT);
    }

    static List<Batch> batches(long seed) {
        return Traffic.demo(seed).batches(new SplittableRandom(seed), 9 * MINUTE, 3, 400);
    }

    /** How many batches a file says were acknowledged. */
    static int acknowledged(Path file) throws IOException {
        byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        return bytes.length / Integer.BYTES;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Path file = folder.resolve("acknowledged");
        List<Batch> batches = batches(Long.parseLong(arguments[1]));
        try (LiveDetector live = LiveDetector.open(folder.resolve("live"), config(), InstantSource.system());
                FileChannel notes = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            live.start().join();
            Files.writeString(folder.resolve("started"), "");
            for (int i = acknowledged(file); i < batches.size(); i++) {
                if (live.submit(batches.get(i)) instanceof Submission.Taken(var durable)) {
                    durable.join();
                    notes.write(ByteBuffer.allocate(Integer.BYTES).putInt(i).flip());
                } else {
                    i--;
                    Thread.sleep(5);
                }
                Thread.sleep(2);
            }
        }
    }
}
