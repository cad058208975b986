package org.iolaus.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

/**
 * Cuts one file into blocks of whole lines, in memory bounded by the longest line taken. Block borders depend on the
 * unpacked bytes alone. What can be unpacked before a file's damage is read; the damage ends it. Not thread-safe.
 */
public final class LineBlockReader implements AutoCloseable {
    private final InputStream in;
    private final int blockBytes;
    private final int maxLineBytes;
    private byte[] carry = new byte[0];
    private int carried;
    private boolean first = true;

    /** Reads lines from {@code in}. */
    public LineBlockReader(InputStream in, int blockBytes, int maxLineBytes) {
        this.in = in;
        this.blockBytes = blockBytes;
        this.maxLineBytes = maxLineBytes;
    }

    /** Opens a file; {@code counter} grows by the packed bytes read. */
    public static LineBlockReader open(InputFile file, int blockBytes, int maxLineBytes, LongAdder counter)
            throws IOException {
        if (file.parquet()) {
            counter.add(file.bytes());
            return new LineBlockReader(ParquetLines.open(file.path()), blockBytes, maxLineBytes);
        }
        InputStream packed = new CountedInput(Files.newInputStream(file.path()), counter);
        try {
            return new LineBlockReader(lines(Unpacked.of(packed), file, maxLineBytes), blockBytes, maxLineBytes);
        } catch (IOException e) {
            packed.close();
            throw e;
        }
    }

    private static InputStream lines(InputStream unpacked, InputFile file, int maxLineBytes) throws IOException {
        return switch (file.shape()) {
            case EXCHANGES -> unpacked;
            case OTLP_TRACES, OTLP_LOGS -> new LengthDelimited(unpacked, maxLineBytes);
            case OTLP_JSON, LITELLM, BEDROCK -> JsonValueLines.of(unpacked);
        };
    }

    /** Reads plain bytes; {@code counter} grows by those read. */
    public static LineBlockReader of(InputStream plain, int blockBytes, int maxLineBytes, LongAdder counter) {
        return new LineBlockReader(new CountedInput(plain, counter), blockBytes, maxLineBytes);
    }

    /** Fills the block with the next lines. */
    public void read(LineBlock block) {
        block.overlong = false;
        block.last = false;
        block.failure = null;
        reserve(block, Math.max(blockBytes, carried));
        System.arraycopy(carry, 0, block.bytes, 0, carried);
        block.length = carried;
        int target = Math.max(blockBytes, carried);
        int searched = 0;
        while (true) {
            fill(block, target);
            blankByteOrderMark(block);
            if (block.last) {
                finish(block);
                return;
            }
            int feed = lastFeed(block, searched);
            if (feed >= 0) {
                carryFrom(block, feed + 1);
                return;
            }
            if (block.length > maxLineBytes) {
                discardLine(block);
                return;
            }
            searched = block.length;
            target = (int) Math.min(2L * block.length, maxLineBytes + 1L);
            reserve(block, target);
        }
    }

    private static void reserve(LineBlock block, int size) {
        if (block.bytes.length < size) {
            block.bytes = Arrays.copyOf(block.bytes, size);
        }
    }

    private void fill(LineBlock block, int target) {
        try {
            while (block.length < target && !block.last) {
                int read = in.read(block.bytes, block.length, target - block.length);
                block.last = read < 0;
                block.length += Math.max(0, read);
            }
        } catch (IOException e) {
            fail(block, e);
        }
    }

    private static void fail(LineBlock block, IOException e) {
        block.last = true;
        block.failure = "the file must be whole but is cut off or damaged here: " + e.getMessage();
    }

    private void blankByteOrderMark(LineBlock block) {
        byte[] b = block.bytes;
        if (first && block.length >= 3 && b[0] == (byte) 0xef && b[1] == (byte) 0xbb && b[2] == (byte) 0xbf) {
            Arrays.fill(b, 0, 3, (byte) ' ');
        }
        first = false;
    }

    private static void finish(LineBlock block) {
        if (block.failure != null) {
            block.length = lastFeed(block, 0) + 1;
        }
    }

    private static int lastFeed(LineBlock block, int from) {
        int i = block.length - 1;
        while (i >= from && block.bytes[i] != '\n') {
            i--;
        }
        return i >= from ? i : -1;
    }

    private void carryFrom(LineBlock block, int from) {
        carried = block.length - from;
        if (carry.length < carried) {
            carry = new byte[carried * 2];
        }
        System.arraycopy(block.bytes, from, carry, 0, carried);
        block.length = from;
    }

    private void discardLine(LineBlock block) {
        block.overlong = true;
        carried = 0;
        while (!block.last) {
            block.length = 0;
            fill(block, blockBytes);
            int feed = 0;
            while (feed < block.length && block.bytes[feed] != '\n') {
                feed++;
            }
            if (feed < block.length) {
                carryFrom(block, feed + 1);
                block.last = false;
                block.failure = null;
                break;
            }
        }
        block.length = 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
