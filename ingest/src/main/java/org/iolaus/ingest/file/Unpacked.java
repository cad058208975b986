package org.iolaus.ingest.file;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Opens what may be packed with gzip or zstd, told by its first bytes and not by its name. */
public final class Unpacked {
    private static final int MAX_WINDOW_LOG = 31;
    private static final int BUFFER = 1 << 17;
    private static final int MAGIC = 4;

    private Unpacked() {}

    /** The unpacked bytes of {@code packed}, all members or frames one after another. */
    public static InputStream of(InputStream packed) throws IOException {
        return of(packed, MAX_WINDOW_LOG);
    }

    /** The same, refusing zstd that needs a larger window than 2 to the power of {@code maxWindowLog} bytes. */
    public static InputStream of(InputStream packed, int maxWindowLog) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(packed, BUFFER);
        buffered.mark(MAGIC);
        byte[] magic = buffered.readNBytes(MAGIC);
        buffered.reset();
        if (isGzip(magic)) {
            return new GzipMembers(buffered, BUFFER);
        }
        if (isZstd(magic)) {
            ZstdInputStreamNoFinalizer zstd = new ZstdInputStreamNoFinalizer(new LastByteApart(buffered));
            zstd.setLongMax(maxWindowLog);
            return zstd;
        }
        return buffered;
    }

    /** Whether bytes begin as packed ones do. */
    public static boolean isPacked(byte[] bytes) {
        byte[] magic = Arrays.copyOf(bytes, Math.min(MAGIC, bytes.length));
        return isGzip(magic) || isZstd(magic);
    }

    private static boolean isGzip(byte[] magic) {
        return magic.length >= 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
    }

    /** A zstd frame, or a skippable one before it (RFC 8878, section 3.1). */
    private static boolean isZstd(byte[] magic) {
        if (magic.length < MAGIC) {
            return false;
        }
        boolean frame = magic[0] == 0x28 && magic[1] == (byte) 0xb5 && magic[2] == 0x2f && magic[3] == (byte) 0xfd;
        boolean skippable = (magic[0] & 0xf0) == 0x50 && magic[1] == 0x2a && magic[2] == 0x4d && magic[3] == 0x18;
        return frame || skippable;
    }
}
