package org.iolaus.service.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.iolaus.service.fact.Batch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log's files, oldest first. Looks after their order and mends a torn end. Not thread-safe. */
final class Segments {
    private static final Logger LOG = LoggerFactory.getLogger(Segments.class);

    private final Disk disk;
    private final String digest;
    private final List<SegmentHeader> headers = new ArrayList<>();

    private Segments(Disk disk, String digest) {
        this.disk = disk;
        this.digest = digest;
    }

    /** Looks at what lies in the folder. */
    static Segments open(Disk disk, String digest) throws IOException {
        Segments segments = new Segments(disk, digest);
        List<String> names = new ArrayList<>(disk.list());
        names.sort(null);
        for (String name : names) {
            if (SegmentHeader.names(name)) {
                segments.headers.add(segments.header(name));
            }
        }
        return segments;
    }

    private SegmentHeader header(String name) throws IOException {
        SegmentHeader header = new SegmentReader(disk, name).header();
        if (!header.name().equals(name)) {
            throw new DamagedLog(place(name) + ": the name must be that of the first batch, " + header.name()
                    + ".\nMaybe the file was renamed; give it its name back.");
        }
        if (!header.digest().equals(digest)) {
            throw new DamagedLog(
                    place(name) + ": its exchanges were fingerprinted with other settings or another hash key"
                            + " (digest " + header.digest() + ", must be " + digest + ")."
                            + "\nMaybe give the former settings back, or begin with an empty folder.");
        }
        return header;
    }

    /** Cuts off what a crash has left unfinished; the last position. */
    long mend() throws IOException {
        if (headers.isEmpty()) {
            return 0;
        }
        SegmentHeader last = headers.getLast();
        SegmentReader reader = new SegmentReader(disk, last.name());
        long position = last.first() - 1;
        for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
            position = expected(frame, position + 1, last.name());
        }
        if (!reader.ended()) {
            Frame beyond = reader.beyond();
            if (beyond != null && beyond.forced() > position) {
                throw damaged(last.name(), reader.offset());
            }
            LOG.warn(
                    "{}: cut off at offset {} behind batch {}: the rest was unfinished, and nobody was told it was safe",
                    place(last.name()),
                    reader.offset(),
                    position);
            disk.cut(last.name(), reader.offset());
        }
        return position;
    }

    private long expected(Frame frame, long position, String name) throws DamagedLog {
        if (frame.position() != position) {
            throw new DamagedLog(
                    place(name) + " at offset " + frame.at() + ": batch " + frame.position() + " must be batch "
                            + position + ".\nMaybe files of two logs were mixed; restore the folder from a copy.");
        }
        return position;
    }

    private DamagedLog damaged(String name, long offset) {
        return new DamagedLog(
                place(name) + " at offset " + offset + ": a whole batch must begin here, and there are later"
                        + " ones that were acknowledged.\nMaybe the disk is damaged; restore the file from a copy. To go on without"
                        + " what is lost, move the log and the snapshots away and begin anew.");
    }

    /** Hands every batch after a position on, in order; the last position read. */
    long replay(long after, long last, Replay to) throws IOException {
        long position = after;
        for (int i = 0; i < headers.size(); i++) {
            boolean over = i + 1 < headers.size() && headers.get(i + 1).first() <= after + 1;
            if (!over && headers.get(i).first() <= last) {
                position = replay(headers.get(i), after, to);
                SegmentHeader next = i + 1 < headers.size() ? headers.get(i + 1) : null;
                check(headers.get(i), next, position, last);
            }
        }
        return position;
    }

    private long replay(SegmentHeader segment, long after, Replay to) throws IOException {
        SegmentReader reader = new SegmentReader(disk, segment.name());
        long position = segment.first() - 1;
        for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
            position = expected(frame, position + 1, segment.name());
            if (position > after) {
                hand(frame, segment.name(), to);
            }
        }
        if (!reader.ended()) {
            throw damaged(segment.name(), reader.offset());
        }
        return position;
    }

    private void hand(Frame frame, String name, Replay to) throws IOException {
        Batch batch;
        try {
            batch = frame.batch();
        } catch (RuntimeException e) {
            throw new DamagedLog(place(name) + " at offset " + frame.at() + ": the batch must be readable: "
                    + e.getMessage() + "\nMaybe it was written by another version of Iolaus; start that one.");
        }
        to.batch(frame.position(), batch);
    }

    private void check(SegmentHeader segment, @Nullable SegmentHeader next, long position, long last)
            throws DamagedLog {
        long due = next == null ? last : next.first() - 1;
        if (position != due) {
            throw new DamagedLog(place(segment.name()) + ": ends with batch " + position + " and must end with batch "
                    + due + ".\nMaybe a file was cut or removed; restore the folder from a copy.");
        }
    }

    /** Position of the first batch that there is; one that will be the first if there is none. */
    long first() {
        return headers.isEmpty() ? 1 : headers.getFirst().first();
    }

    void add(SegmentHeader header) {
        if (!headers.isEmpty() && headers.getLast().first() == header.first()) {
            headers.removeLast();
        }
        headers.add(header);
    }

    boolean isEmpty() {
        return headers.isEmpty();
    }

    SegmentHeader last() {
        return headers.getLast();
    }

    /** Deletes files that hold nothing after a position and were finished before a time. */
    int forget(long needed, long beforeMicros) throws IOException {
        int count = 0;
        while (headers.size() > 1
                && headers.get(1).first() <= needed + 1
                && headers.get(1).createdMicros() < beforeMicros) {
            disk.delete(headers.getFirst().name());
            headers.removeFirst();
            count++;
        }
        return count;
    }

    String place(String name) {
        return disk.place() + "/" + name;
    }
}
