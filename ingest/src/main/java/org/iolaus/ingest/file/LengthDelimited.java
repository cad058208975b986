package org.iolaus.ingest.file;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import org.iolaus.ingest.shape.Shape;

/**
 * A file of protobuf messages, each after its length in four bytes, as the OpenTelemetry collector's file exporter writes
 * them, read as lines: a message each, in Base64. Not thread-safe.
 */
final class LengthDelimited extends InputStream {
    /** Tag of the first field of OTLP's messages: number 1, with a length. */
    private static final byte FIRST_TAG = 0x0a;

    private static final int HEADER_BYTES = 5;

    private final DataInputStream in;
    private final int maxBytes;
    private byte[] line = new byte[0];
    private int next;

    LengthDelimited(InputStream in, int maxLineBytes) {
        this.in = new DataInputStream(in);
        this.maxBytes = maxLineBytes / 4 * 3;
    }

    /** Whether bytes begin as such a file does: no JSON has a 0 in front. */
    static boolean begins(byte[] start) {
        return start.length >= HEADER_BYTES && start[0] == 0 && start[HEADER_BYTES - 1] == FIRST_TAG;
    }

    /** Traces if the first message has spans with ids, otherwise logs. */
    static Shape shape(byte[] start) {
        int length = (start[1] & 0xff) << 16 | (start[2] & 0xff) << 8 | start[3] & 0xff;
        int end = Math.min(start.length, HEADER_BYTES - 1 + length);
        try {
            boolean spans =
                    ExportTraceServiceRequest.parseFrom(Arrays.copyOfRange(start, HEADER_BYTES - 1, end))
                            .getResourceSpansList()
                            .stream()
                            .flatMap(resource -> resource.getScopeSpansList().stream())
                            .flatMap(scope -> scope.getSpansList().stream())
                            .anyMatch(span -> !span.getTraceId().isEmpty());
            return spans ? Shape.OTLP_TRACES : Shape.OTLP_LOGS;
        } catch (IOException e) {
            return Shape.OTLP_TRACES;
        }
    }

    @Override
    public int read() throws IOException {
        return more() ? line[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int read = Math.min(length, line.length - next);
        System.arraycopy(line, next, bytes, offset, read);
        next += read;
        return read;
    }

    private boolean more() throws IOException {
        if (next < line.length) {
            return true;
        }
        int first = in.read();
        if (first < 0) {
            return false;
        }
        int length = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
        if (length < 0 || length > maxBytes) {
            throw new IOException("a message must be at most " + maxBytes + " bytes long");
        }
        byte[] message = in.readNBytes(length);
        if (message.length < length) {
            throw new EOFException("a message of " + length + " bytes must be whole");
        }
        byte[] text = Base64.getEncoder().encode(message);
        line = Arrays.copyOf(text, text.length + 1);
        line[text.length] = '\n';
        next = 0;
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
