package org.iolaus.ingest.file;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.iolaus.ingest.json.LineRejection;
import org.iolaus.ingest.json.Words;
import org.iolaus.ingest.shape.Trees;

/**
 * JSON of a whole file as a line a record: elements of an array, or records that each take several lines. A file that has
 * a record a line already is left as it is. Not thread-safe.
 */
final class JsonValueLines extends FilterInputStream {
    private static final int LOOK_BYTES = 1 << 20;

    private int depth;
    private int base;
    private boolean inString;
    private boolean escaped;

    private JsonValueLines(InputStream in) {
        super(in);
    }

    static InputStream of(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, LOOK_BYTES);
        buffered.mark(LOOK_BYTES);
        byte[] start = buffered.readNBytes(LOOK_BYTES);
        buffered.reset();
        return hasRecordALine(start) ? buffered : new JsonValueLines(buffered);
    }

    private static boolean hasRecordALine(byte[] start) {
        int feed = Words.lineFeed(start, 0, start.length);
        int first = 0;
        while (first < feed && start[first] <= ' ' && start[first] >= 0) {
            first++;
        }
        if (first < feed && start[first] == '[') {
            return false;
        }
        try {
            return feed == start.length || Trees.parse(start, 0, feed).isObject();
        } catch (LineRejection e) {
            return false;
        }
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        return b < 0 ? b : mapped((byte) b) & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        for (int i = offset; i < offset + read; i++) {
            bytes[i] = mapped(bytes[i]);
        }
        return read;
    }

    private byte mapped(byte b) {
        if (inString) {
            inString = escaped || b != '"';
            escaped = !escaped && b == '\\';
            return b;
        }
        return switch (b) {
            case '"' -> {
                inString = true;
                yield b;
            }
            case '[', '{' -> open(b);
            case ']', '}' -> close(b);
            case ',' -> depth == base && base > 0 ? (byte) '\n' : b;
            case '\n', '\r' -> depth == 0 ? b : (byte) ' ';
            default -> b;
        };
    }

    private byte open(byte b) {
        boolean outer = depth == 0 && b == '[';
        base = depth == 0 ? (outer ? 1 : 0) : base;
        depth++;
        return outer ? (byte) ' ' : b;
    }

    private byte close(byte b) {
        depth = Math.max(0, depth - 1);
        return depth == 0 && base == 1 ? (byte) ' ' : b;
    }
}
