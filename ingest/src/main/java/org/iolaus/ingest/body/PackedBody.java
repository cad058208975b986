package org.iolaus.ingest.body;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.iolaus.ingest.file.Unpacked;

/** A body that may be packed with gzip or zstd, told by its first bytes, in bounded memory. */
public final class PackedBody {
    /** 8 MiB, the window that every decoder must support (RFC 8878, section 3.1.1.1.2). */
    private static final int MAX_WINDOW_LOG = 23;

    private PackedBody() {}

    /** Why a body is refused as a whole. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
        private final boolean tooLarge;

        Refused(String reason, boolean tooLarge) {
            super(reason, null, false, false);
            this.tooLarge = tooLarge;
        }

        /** Rule and value in a sentence. */
        public String reason() {
            return String.valueOf(getMessage());
        }

        /** Whether it is too large; otherwise it is damaged. */
        public boolean tooLarge() {
            return tooLarge;
        }
    }

    /**
     * The unpacked bytes, or the body itself if it is not packed.
     *
     * @param maxBytes most bytes that it may unpack to; no more than that is ever unpacked
     * @throws Refused if it is larger than that, or damaged
     */
    public static byte[] unpacked(byte[] body, int maxBytes) throws Refused {
        if (!Unpacked.isPacked(body)) {
            return checked(body, maxBytes);
        }
        try (InputStream in = Unpacked.of(new ByteArrayInputStream(body), MAX_WINDOW_LOG)) {
            byte[] bytes = in.readNBytes(maxBytes);
            if (bytes.length == maxBytes && in.read() >= 0) {
                throw tooLarge(maxBytes);
            }
            return bytes;
        } catch (IOException e) {
            throw new Refused("the body must be whole but is cut off or damaged: " + e.getMessage(), false);
        }
    }

    private static byte[] checked(byte[] body, int maxBytes) throws Refused {
        if (body.length > maxBytes) {
            throw tooLarge(maxBytes);
        }
        return body;
    }

    private static Refused tooLarge(int maxBytes) {
        return new Refused("the body must be at most " + maxBytes + " bytes when unpacked", true);
    }
}
