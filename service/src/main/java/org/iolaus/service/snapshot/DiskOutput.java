package org.iolaus.service.snapshot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.iolaus.service.log.Disk;

/** Writes to a file and sums up what was written. Not thread-safe. */
final class DiskOutput extends OutputStream {
    private final Disk.Appending file;
    private final CRC32C sum = new CRC32C();
    private long bytes;

    DiskOutput(Disk.Appending file) {
        this.file = file;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        sum.update(from, offset, length);
        bytes += length;
        file.write(ByteBuffer.wrap(from, offset, length));
    }

    int sum() {
        return (int) sum.getValue();
    }

    long bytes() {
        return bytes;
    }
}
