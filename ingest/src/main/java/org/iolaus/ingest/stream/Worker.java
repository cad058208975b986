package org.iolaus.ingest.stream;

import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;
import org.iolaus.ingest.IngestConfig;
import org.iolaus.ingest.file.LineBlock;
import org.iolaus.ingest.file.LineBlockReader;

/** A thread's work: reads a block from whichever file needs it, then parses and maps it while it is in the cache. */
final class Worker<T> implements Runnable {
    private final LaneBoard<T> board;
    private final IngestConfig config;
    private final BlockMapper<T> mapper;
    private final LongAdder bytesRead;
    private final LineBlock block = new LineBlock();

    Worker(LaneBoard<T> board, IngestConfig config, ExchangeMapper<T> mapper, LongAdder bytesRead) {
        this.board = board;
        this.config = config;
        this.mapper = new BlockMapper<>(config, mapper);
        this.bytesRead = bytesRead;
    }

    @Override
    public void run() {
        try {
            work();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            board.fail(e);
        }
    }

    private void work() throws InterruptedException {
        for (Lane<T> lane = board.claim(); lane != null; lane = board.claim()) {
            read(lane);
            long place = board.release(lane, block.last());
            board.complete(lane, place, mapper.map(block, lane.file));
        }
    }

    private void read(Lane<T> lane) {
        try {
            if (lane.reader == null) {
                lane.reader = LineBlockReader.open(
                        lane.file, config.blockBytes(), config.maxLineBytes(lane.file.shape()), bytesRead);
            }
            lane.reader.read(block);
            if (block.last()) {
                lane.reader.close();
            }
        } catch (IOException e) {
            block.endUnread("the file must be readable: " + e.getMessage());
        }
    }
}
