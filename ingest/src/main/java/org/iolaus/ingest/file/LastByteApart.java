package org.iolaus.ingest.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Gives out the last byte of a stream in a read of its own. The stream of zstd-jni takes a file for whole that is cut
 * off in a further frame if the end of the frame before it came in the same read.
 */
final class LastByteApart extends FilterInputStream {
    private int held = -1;
    private boolean started;

    LastByteApart(InputStream in) {
        super(in);
    }

    /** Gives out the byte held back, which is the last one if none can be read to hold instead. */
    @Override
    public int read() throws IOException {
        start();
        int b = held;
        held = b < 0 ? -1 : in.read();
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        start();
        if (held < 0) {
            return -1;
        }
        bytes[offset] = (byte) held;
        int read = in.readNBytes(bytes, offset + 1, length - 1);
        held = read > 0 ? bytes[offset + read] & 0xff : in.read();
        return Math.max(1, read);
    }

    private void start() throws IOException {
        held = started ? held : in.read();
        started = true;
    }

    @Override
    public int available() throws IOException {
        return in.available() + (held < 0 ? 0 : 1);
    }
}
