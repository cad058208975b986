package org.iolaus.service.snapshot;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows of hashes that are never changed, some null at the end; equal ones that come soon after each other are read as one. */
final class LongRows extends Serializer<long[][]> {
    private static final int SLOTS = 1 << 14;

    private final long[] @Nullable [] recent = new long[SLOTS][];

    @Override
    public void write(Kryo kryo, Output output, long[][] rows) {
        output.writeVarInt(rows.length, true);
        for (long[] row : rows) {
            output.writeVarInt(row == null ? 0 : row.length + 1, true);
            if (row != null) {
                output.writeLongs(row, 0, row.length);
            }
        }
    }

    @Override
    public long[][] read(Kryo kryo, Input input, Class<? extends long[][]> type) {
        long[][] rows = new long[input.readVarInt(true)][];
        for (int i = 0; i < rows.length; i++) {
            int length = input.readVarInt(true);
            if (length > 0) {
                rows[i] = known(input.readLongs(length - 1));
            }
        }
        return rows;
    }

    private long[] known(long[] row) {
        int slot = Arrays.hashCode(row) & SLOTS - 1;
        long[] known = recent[slot];
        if (known != null && Arrays.equals(known, row)) {
            return known;
        }
        recent[slot] = row;
        return row;
    }
}
