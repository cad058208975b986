package org.iolaus.service.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Writes batches at the end of one segment. Not thread-safe. */
final class SegmentWriter {
    private static final String UNFINISHED = ".new";

    private final Disk.Appending file;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
    private final SegmentHeader header;
    private long forcedPosition;
    private long forcedSize = SegmentHeader.BYTES;
    private long position;
    private long size = SegmentHeader.BYTES;

    private SegmentWriter(Disk.Appending file, SegmentHeader header) {
        this.file = file;
        this.header = header;
        position = header.first() - 1;
        forcedPosition = position;
    }

    /** Begins a segment; it has its name, and the folder knows it, only once its header is on disk. */
    static SegmentWriter begin(Disk disk, SegmentHeader header) throws IOException {
        String unfinished = header.name() + UNFINISHED;
        disk.delete(unfinished);
        Disk.Appending file = disk.create(unfinished);
        try {
            file.write(header.bytes());
            file.force();
            disk.rename(unfinished, header.name());
            disk.force();
            return new SegmentWriter(file, header);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Writes batches and forces them to disk together. */
    void write(List<Encoded> batches) throws IOException {
        for (Encoded batch : batches) {
            write(batch);
        }
        flush();
        file.force();
        forcedPosition = position;
        forcedSize = size;
    }

    private void write(Encoded batch) throws IOException {
        if (buffer.remaining() < Frame.OVERHEAD) {
            flush();
        }
        Frame.head(batch, ++position, forcedPosition, buffer);
        size += batch.fileBytes();
        for (int from = 0; from < batch.length(); ) {
            int length = Math.min(buffer.remaining(), batch.length() - from);
            buffer.put(batch.bytes(), from, length);
            from += length;
            if (!buffer.hasRemaining()) {
                flush();
            }
        }
    }

    private void flush() throws IOException {
        file.write(buffer.flip());
        buffer.clear();
    }

    SegmentHeader header() {
        return header;
    }

    /** Last position that is on disk. */
    long forcedPosition() {
        return forcedPosition;
    }

    /** Length of the file up to there. */
    long forcedSize() {
        return forcedSize;
    }

    void close() throws IOException {
        file.close();
    }
}
