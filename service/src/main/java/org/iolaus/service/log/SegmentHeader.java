package org.iolaus.service.log;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * What a segment begins with.
 *
 * @param first position of the first batch
 * @param createdMicros when it was begun, microseconds since the epoch
 * @param digest digest of how exchanges were fingerprinted, in hexadecimal; 64 digits
 */
record SegmentHeader(long first, long createdMicros, String digest) {
    private static final long MARK = 0x474f_4c53_554c_4f49L;
    private static final int DIGEST_BYTES = 32;
    static final int BYTES = 8 + 4 + 8 + 8 + DIGEST_BYTES + 4;
    private static final String SUFFIX = ".log";

    /** Name of its file. */
    String name() {
        return name(first);
    }

    static String name(long first) {
        return String.format("%019d", first) + SUFFIX;
    }

    static boolean names(String file) {
        return file.length() == 19 + SUFFIX.length() && file.endsWith(SUFFIX);
    }

    ByteBuffer bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(MARK).putInt(BatchCodec.FORMAT).putLong(first).putLong(createdMicros);
        bytes.put(Arrays.copyOf(HexFormat.of().parseHex(digest), DIGEST_BYTES));
        return bytes.putInt(sum(bytes)).flip();
    }

    private static int sum(ByteBuffer bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes.slice(0, BYTES - 4));
        return (int) sum.getValue();
    }

    /**
     * Reads one.
     *
     * @param file where it was read, for messages
     */
    static SegmentHeader read(ByteBuffer read, String file) throws DamagedLog {
        byte[] held = new byte[BYTES];
        read.get(0, held, 0, Math.min(BYTES, read.limit()));
        ByteBuffer bytes = ByteBuffer.wrap(held).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.getLong() != MARK) {
            throw new DamagedLog(file + " at offset 0: a segment of the log must begin with its mark."
                    + "\nMaybe the file does not belong here; move it away.");
        }
        int format = bytes.getInt();
        if (format != BatchCodec.FORMAT) {
            throw new DamagedLog(
                    file + ": format " + format + " of the log must be " + BatchCodec.FORMAT
                            + ".\nMaybe it was written by another version of Iolaus; start that one, or begin with an empty folder.");
        }
        if (bytes.getInt(BYTES - 4) != sum(bytes)) {
            throw new DamagedLog(file + " at offset " + (BYTES - 4) + ": the header's checksum must fit."
                    + "\nMaybe the disk is damaged; restore the folder from a copy.");
        }
        long first = bytes.getLong();
        long created = bytes.getLong();
        byte[] digest = new byte[DIGEST_BYTES];
        bytes.get(digest);
        return new SegmentHeader(first, created, HexFormat.of().formatHex(digest));
    }
}
