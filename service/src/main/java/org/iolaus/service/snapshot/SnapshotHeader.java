package org.iolaus.service.snapshot;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a snapshot begins with.
 *
 * @param layout digest of the shape of the classes in it
 * @param configuration digest of the configuration that the state rests on
 * @param position last batch of the log that is in it
 * @param atMicros when it was taken, microseconds since the epoch
 */
record SnapshotHeader(String layout, String configuration, long position, long atMicros) {
    private static final long MARK = 0x504e_5353_554c_4f49L;
    private static final int FORMAT = 1;
    private static final int DIGEST_BYTES = 32;
    static final int BYTES = 8 + 4 + 2 * DIGEST_BYTES + 8 + 8;
    private static final String SUFFIX = ".snapshot";

    static String name(long position) {
        return String.format("%019d", position) + SUFFIX;
    }

    static boolean names(String file) {
        return file.length() == 19 + SUFFIX.length() && file.endsWith(SUFFIX);
    }

    ByteBuffer bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(MARK).putInt(FORMAT);
        bytes.put(HexFormat.of().parseHex(layout)).put(HexFormat.of().parseHex(configuration));
        return bytes.putLong(position).putLong(atMicros).flip();
    }

    /** Reads one; null if the bytes are none. */
    static @Nullable SnapshotHeader read(ByteBuffer bytes) {
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.remaining() < BYTES || bytes.getLong() != MARK || bytes.getInt() != FORMAT) {
            return null;
        }
        byte[] layout = new byte[DIGEST_BYTES];
        byte[] configuration = new byte[DIGEST_BYTES];
        bytes.get(layout).get(configuration);
        return new SnapshotHeader(
                HexFormat.of().formatHex(layout),
                HexFormat.of().formatHex(configuration),
                bytes.getLong(),
                bytes.getLong());
    }
}
