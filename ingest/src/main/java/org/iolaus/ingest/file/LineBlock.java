package org.iolaus.ingest.file;

import org.jspecify.annotations.Nullable;

/** A buffer of whole lines that a worker fills from one file and then parses. Reused; owned by one worker. */
public final class LineBlock {
    byte[] bytes = new byte[0];
    int length;
    boolean overlong;
    boolean last;

    @Nullable
    String failure;

    /** The buffer; lines lie in {@code [0, length())}. */
    public byte[] bytes() {
        return bytes;
    }

    /** Bytes of whole lines. */
    public int length() {
        return length;
    }

    /** Whether this block stands for one line, left out because it is too long. */
    public boolean overlong() {
        return overlong;
    }

    /** Whether the file ends here. */
    public boolean last() {
        return last;
    }

    /** Why the file could not be read beyond this block, or null. */
    public @Nullable String failure() {
        return failure;
    }

    /** Makes this an empty last block of a file that could not be read. */
    public void endUnread(String reason) {
        length = 0;
        overlong = false;
        last = true;
        failure = reason;
    }
}
