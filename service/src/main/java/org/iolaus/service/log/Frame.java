package org.iolaus.service.log;

import com.github.luben.zstd.Zstd;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.iolaus.service.fact.Batch;
import org.jspecify.annotations.Nullable;

/**
 * One batch as it lies in a segment: a mark, the body's length, the body's CRC-32C, and the body. The body is the batch's
 * position, the last position known to be on disk when this was written, the unpacked length or 0, and the batch. By the
 * second of these a reader tells a torn end, which nobody was told was safe, from damage to what was.
 *
 * @param position number of the batch, from 1
 * @param forced last position forced to disk before
 * @param at offset in the file
 * @param end offset behind it
 * @param unpackedLength length of the batch once unpacked, or 0 if it is not packed
 * @param bytes the file's bytes from the batch's first to its last
 */
record Frame(long position, long forced, long at, long end, int unpackedLength, ByteBuffer bytes) {
    private static final int MARK = 0x1F0A_10A5;
    private static final int HEAD = 12;
    private static final int BODY_HEAD = 20;
    static final int OVERHEAD = HEAD + BODY_HEAD;

    /** Writes what comes before a batch's own bytes. */
    static void head(Encoded batch, long position, long forced, ByteBuffer into) {
        int start = into.position();
        into.order(ByteOrder.LITTLE_ENDIAN).putInt(MARK).putInt(BODY_HEAD + batch.length());
        into.putInt(0).putLong(position).putLong(forced).putInt(batch.unpackedLength());
        CRC32C sum = new CRC32C();
        sum.update(into.slice(start + HEAD, BODY_HEAD));
        sum.update(batch.bytes(), 0, batch.length());
        into.putInt(start + 8, (int) sum.getValue());
    }

    /**
     * The frame that begins at the buffer's position, or null if there is no whole one.
     *
     * @param bytes the file's bytes; their order is little end first
     * @param at the position's offset in the file
     */
    static @Nullable Frame read(ByteBuffer bytes, long at) {
        int start = bytes.position();
        int length = length(bytes);
        if (length < BODY_HEAD || bytes.remaining() < HEAD + length) {
            return null;
        }
        CRC32C sum = new CRC32C();
        sum.update(bytes.slice(start + HEAD, length));
        if ((int) sum.getValue() != bytes.getInt(start + 8)) {
            return null;
        }
        ByteBuffer body = bytes.slice(start + HEAD, length).order(ByteOrder.LITTLE_ENDIAN);
        return new Frame(body.getLong(), body.getLong(), at, at + HEAD + length, body.getInt(), body.slice());
    }

    /** Length of the body that the buffer's position announces; -1 if no frame begins there. */
    static int length(ByteBuffer bytes) {
        boolean begins = bytes.remaining() >= HEAD && bytes.getInt(bytes.position()) == MARK;
        return begins ? bytes.getInt(bytes.position() + 4) : -1;
    }

    /** Bytes from the mark to the end of the body. */
    static int bytes(int length) {
        return HEAD + length;
    }

    /**
     * The batch.
     *
     * @throws RuntimeException if the bytes are none
     */
    Batch batch() {
        byte[] packed = new byte[bytes.remaining()];
        bytes.get(bytes.position(), packed);
        if (unpackedLength == 0) {
            return BatchCodec.decode(packed, 0, packed.length);
        }
        if (unpackedLength < 0 || unpackedLength > Encoded.MAX_BYTES) {
            throw new IllegalArgumentException(
                    "an unpacked length " + unpackedLength + " must be at most " + Encoded.MAX_BYTES);
        }
        byte[] unpacked = Zstd.decompress(packed, unpackedLength);
        return BatchCodec.decode(unpacked, 0, unpacked.length);
    }
}
