package org.iolaus.ingest.stream;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.iolaus.ingest.IngestConfig;
import org.iolaus.ingest.file.InputFile;
import org.iolaus.ingest.file.InputFiles;
import org.iolaus.ingest.file.LineBlockReader;
import org.iolaus.ingest.rejection.Rejection;
import org.iolaus.ingest.rejection.RejectionSink;
import org.iolaus.ingest.shape.Shape;

/**
 * Reads files of exchanges. Workers parse and map blocks of lines; the caller's thread merges the files by each file's
 * clock (the latest time seen in it, single wrong ones left out) and feeds the sink. The order depends on the files alone, never on the workers. A
 * file is opened when the merge reaches its first time, so files that follow one another are not all open at once.
 *
 * @param <T> what exchanges are mapped to
 */
public final class ExchangeStream<T> {
    private static final long WATERMARK_STEP_MICROS = 1_000_000;
    private static final Comparator<Lane<?>> BY_CLOCK =
            Comparator.<Lane<?>>comparingLong(Lane::clockMicros).thenComparingInt(lane -> lane.index);

    private final IngestConfig config;
    private final LaneBoard<T> board;
    private final OrderedSink<T> sink;
    private final RejectionSink rejections;
    private final Progress progress;
    private final LongAdder bytesRead = new LongAdder();
    private final List<InputFile> files;
    private final long bytesTotal;
    private final PriorityQueue<Lane<T>> lanes = new PriorityQueue<>(BY_CLOCK);
    private long watermarkMicros = Long.MIN_VALUE;
    private long lines;
    private long exchanges;
    private long rejected;
    private long skipped;

    private ExchangeStream(
            List<InputFile> files,
            IngestConfig config,
            OrderedSink<T> sink,
            RejectionSink rejections,
            Progress progress) {
        this.files = files;
        this.config = config;
        this.board = new LaneBoard<>(config.workers());
        this.sink = sink;
        this.rejections = rejections;
        this.progress = progress;
        this.bytesTotal = files.stream().mapToLong(InputFile::bytes).sum();
    }

    /**
     * Reads all exchanges of files and folders.
     *
     * @throws IOException if an input does not exist, or a folder holds no exchanges
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static <T> ReadCounts read(
            List<Path> inputs,
            IngestConfig config,
            Supplier<? extends ExchangeMapper<T>> mapperPerWorker,
            OrderedSink<T> sink,
            RejectionSink rejections,
            Progress progress)
            throws IOException, InterruptedException {
        ExchangeStream<T> stream =
                new ExchangeStream<>(InputFiles.exchanges(inputs, config.shape()), config, sink, rejections, progress);
        FirstTimes firstTimes = new FirstTimes(config);
        for (InputFile file : stream.files) {
            stream.lanes.add(new Lane<>(file, stream.lanes.size(), firstTimes.of(file)));
        }
        return stream.run(mapperPerWorker);
    }

    /**
     * Reads all exchanges of a stream as if they lay in a file.
     *
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static <T> ReadCounts read(
            LineStream lines,
            IngestConfig config,
            Supplier<? extends ExchangeMapper<T>> mapperPerWorker,
            OrderedSink<T> sink,
            RejectionSink rejections,
            Progress progress)
            throws InterruptedException {
        InputFile file = new InputFile(Path.of(lines.name()), lines.source(), 0, false, false, Shape.EXCHANGES);
        ExchangeStream<T> stream = new ExchangeStream<>(List.of(file), config, sink, rejections, progress);
        Lane<T> lane = new Lane<>(file, 0, config.minTimeMicros());
        lane.reader = LineBlockReader.of(lines.bytes(), config.blockBytes(), config.maxLineBytes(), stream.bytesRead);
        stream.lanes.add(lane);
        return stream.run(mapperPerWorker);
    }

    private ReadCounts run(Supplier<? extends ExchangeMapper<T>> mapperPerWorker) throws InterruptedException {
        ArrayList<Thread> threads = new ArrayList<>();
        for (int i = 0; i < config.workers(); i++) {
            Worker<T> worker = new Worker<>(board, config, mapperPerWorker.get(), bytesRead);
            threads.add(Thread.ofPlatform().daemon().name("iolaus-read-" + i).start(worker));
        }
        try {
            merge();
        } finally {
            board.stop();
            for (Thread thread : threads) {
                thread.join();
            }
        }
        Map<Shape, Integer> shapes = new EnumMap<>(Shape.class);
        files.forEach(file -> shapes.merge(file.shape(), 1, Integer::sum));
        return new ReadCounts(files.size(), lines, exchanges, rejected, skipped, shapes);
    }

    private void merge() throws InterruptedException {
        for (Lane<T> lane = lanes.poll(); lane != null; lane = lanes.poll()) {
            if (lane.hasItem()) {
                deliver(lane);
            } else if (!lane.ended()) {
                advance(lane);
            }
            if (!lane.ended()) {
                lanes.add(lane);
            }
        }
    }

    /** Delivers a file's items as long as no other file comes first. */
    private void deliver(Lane<T> lane) {
        Lane<T> rival = lanes.peek();
        do {
            moveWatermark(lane.clockMicros());
            lane.deliver(sink);
            exchanges++;
        } while (lane.hasItem() && (rival == null || BY_CLOCK.compare(lane, rival) < 0));
    }

    private void advance(Lane<T> lane) throws InterruptedException {
        if (lane.unopened()) {
            board.open(lane);
        }
        MappedBlock<T> block = board.take(lane);
        long before = lane.enter(block);
        lines += block.lines - block.blankLines;
        skipped += block.skipped;
        for (int i = 0; i < block.reasons.size(); i++) {
            reject(lane, before + block.rejectedLines.getLong(i), block.reasons.get(i));
        }
        if (lane.blank() && lane.ended()) {
            reject(lane, 0, "the file must hold exchanges but is empty");
        }
        progress.update(bytesRead.sum(), bytesTotal, exchanges);
    }

    private void reject(Lane<T> lane, long line, String reason) {
        rejected++;
        rejections.reject(new Rejection(lane.file.path().toString(), line, reason));
    }

    private void moveWatermark(long clockMicros) {
        long floor = Math.floorDiv(clockMicros - config.latenessMicros(), WATERMARK_STEP_MICROS);
        if (floor * WATERMARK_STEP_MICROS > watermarkMicros) {
            watermarkMicros = floor * WATERMARK_STEP_MICROS;
            sink.watermark(watermarkMicros);
        }
    }
}
