package org.iolaus.ingest.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.LongAdder;

/** Adds the number of bytes read to a counter that several files share. */
public final class CountedInput extends FilterInputStream {
    private final LongAdder counter;

    public CountedInput(InputStream in, LongAdder counter) {
        super(in);
        this.counter = counter;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        counter.add(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        counter.add(Math.max(0, read));
        return read;
    }
}
