package org.iolaus.ingest.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;

/**
 * The unpacked bytes of gzip members one after another (RFC 1952). Unlike its parent it does not end in silence where a
 * further member is damaged or cut off in its header; only zeros may follow the last one.
 */
final class GzipMembers extends GZIPInputStream {
    private static final int TRAILER_BYTES = 8;

    private final Source source;
    private long filled;

    GzipMembers(InputStream packed, int bufferBytes) throws IOException {
        this(new Source(packed), bufferBytes);
    }

    private GzipMembers(Source source, int bufferBytes) throws IOException {
        super(source, bufferBytes);
        this.source = source;
    }

    @Override
    protected void fill() throws IOException {
        super.fill();
        filled = source.position;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read < 0) {
            checkEnd();
        }
        return read;
    }

    private void checkEnd() throws IOException {
        long end = filled - inf.getRemaining() + TRAILER_BYTES;
        source.skipToEnd();
        if (source.lastNonZero > end) {
            throw new IOException("what follows byte " + end + " must be gzip too");
        }
    }

    /** Knows how far it was read, and where the last byte other than zero was. */
    private static final class Source extends FilterInputStream {
        private long position;
        private long lastNonZero;

        Source(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            position += b < 0 ? 0 : 1;
            lastNonZero = b > 0 ? position : lastNonZero;
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            for (int i = read; i > 0; i--) {
                if (bytes[offset + i - 1] != 0) {
                    lastNonZero = position + i;
                    break;
                }
            }
            position += Math.max(0, read);
            return read;
        }

        void skipToEnd() throws IOException {
            transferTo(OutputStream.nullOutputStream());
        }
    }
}
