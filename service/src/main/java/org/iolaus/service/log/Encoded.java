package org.iolaus.service.log;

import com.github.luben.zstd.Zstd;
import org.iolaus.service.fact.Batch;

/**
 * A batch ready to be written.
 *
 * @param batch the batch
 * @param bytes what is written of it, in an array that may be longer
 * @param length how much of the array that is
 * @param unpackedLength how long it is once unpacked, or 0 if it is not packed
 */
public record Encoded(Batch batch, byte[] bytes, int length, int unpackedLength) {
    private static final int LEVEL = 1;
    /** Longest batch taken, unpacked. */
    public static final int MAX_BYTES = 1 << 28;

    /**
     * Encodes a batch; costs most of what logging costs, so it is done on the sender's thread.
     *
     * @throws IllegalArgumentException if the batch is longer than {@link #MAX_BYTES}
     */
    public static Encoded of(Batch batch, LogConfig config) {
        ByteSink sink = BatchCodec.encode(batch);
        if (sink.size() > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "a batch of " + sink.size() + " bytes must be at most " + MAX_BYTES + " bytes long");
        }
        if (sink.size() < config.compressFromBytes()) {
            return new Encoded(batch, sink.array(), sink.size(), 0);
        }
        byte[] packed = new byte[(int) Zstd.compressBound(sink.size())];
        long length = Zstd.compressByteArray(packed, 0, packed.length, sink.array(), 0, sink.size(), LEVEL);
        return Zstd.isError(length) || length >= sink.size()
                ? new Encoded(batch, sink.array(), sink.size(), 0)
                : new Encoded(batch, packed, (int) length, sink.size());
    }

    /** Bytes that it takes in the log's file. */
    public int fileBytes() {
        return Frame.OVERHEAD + length;
    }
}
