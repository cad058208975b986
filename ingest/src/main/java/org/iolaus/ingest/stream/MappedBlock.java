package org.iolaus.ingest.stream;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;

/** What a worker made of one block: items with their times, and what it set aside, in the order of the lines. */
final class MappedBlock<T> {
    final ArrayList<T> items = new ArrayList<>();
    final LongArrayList times = new LongArrayList();
    final LongArrayList rejectedLines = new LongArrayList();
    final ArrayList<String> reasons = new ArrayList<>();
    long lines;
    long blankLines;
    long skipped;
    boolean last;

    void add(T item, long timeMicros) {
        items.add(item);
        times.add(timeMicros);
    }

    /** Sets aside the line counted last. */
    void reject(String reason) {
        rejectAt(lines, reason);
    }

    void rejectAt(long line, String reason) {
        rejectedLines.add(line);
        reasons.add(reason);
    }
}
