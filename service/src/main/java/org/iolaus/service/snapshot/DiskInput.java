package org.iolaus.service.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.iolaus.service.log.Disk;

/** Reads part of a file. Not thread-safe. */
final class DiskInput extends InputStream {
    private static final int CHUNK = 1 << 20;

    private final Disk disk;
    private final String name;
    private final long end;
    private long next;
    private ByteBuffer bytes = ByteBuffer.allocate(0);

    DiskInput(Disk disk, String name, long from, long end) {
        this.disk = disk;
        this.name = name;
        this.next = from;
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.remaining());
        bytes.get(into, offset, count);
        return count;
    }

    private boolean fill() throws IOException {
        if (!bytes.hasRemaining() && next < end) {
            bytes = disk.read(name, next, Math.clamp(end - next, 0, CHUNK));
            next += bytes.remaining();
        }
        return bytes.hasRemaining();
    }
}
