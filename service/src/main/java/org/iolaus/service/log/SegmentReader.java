package org.iolaus.service.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Reads a segment frame by frame. Not thread-safe. */
final class SegmentReader {
    private static final int CHUNK = 4 << 20;

    private final Disk disk;
    private final String name;
    private final SegmentHeader header;
    private ByteBuffer bytes = ByteBuffer.allocate(0);
    /** Offset in the file of the buffer's first byte. */
    private long from;

    private long next;

    SegmentReader(Disk disk, String name) throws IOException {
        this.disk = disk;
        this.name = name;
        header = SegmentHeader.read(disk.read(name, 0, SegmentHeader.BYTES), disk.place() + "/" + name);
        next = SegmentHeader.BYTES;
    }

    SegmentHeader header() {
        return header;
    }

    /** Offset of what comes next. */
    long offset() {
        return next;
    }

    /** The next frame; null at the end of the file, or where no whole frame begins. */
    @Nullable
    Frame next() throws IOException {
        Frame frame = at(next);
        next = frame == null ? next : frame.end();
        return frame;
    }

    /** Whether nothing follows the last frame. */
    boolean ended() throws IOException {
        return next == disk.size(name);
    }

    /** A whole frame that begins somewhere behind the place where none was found, or null. */
    @Nullable
    Frame beyond() throws IOException {
        long size = disk.size(name);
        for (long at = next + 1; at < size; at++) {
            Frame frame = at(at);
            if (frame != null) {
                return frame;
            }
        }
        return null;
    }

    private @Nullable Frame at(long offset) throws IOException {
        fill(offset, SegmentHeader.BYTES);
        int length = Frame.length(bytes);
        if (length > Encoded.MAX_BYTES) {
            return null;
        }
        if (length >= 0) {
            fill(offset, Frame.bytes(length));
        }
        return Frame.read(bytes, offset);
    }

    /** Puts the buffer's position at an offset, with so many bytes behind it unless the file ends. */
    private void fill(long offset, int needed) throws IOException {
        boolean held = offset >= from && offset + needed <= from + bytes.limit();
        if (!held) {
            bytes = disk.read(name, offset, Math.max(CHUNK, needed)).order(ByteOrder.LITTLE_ENDIAN);
            from = offset;
        }
        bytes.position((int) (offset - from));
    }
}
