package org.iolaus.service.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A disk in memory that tells what was written from what was forced. {@link #crash} keeps what was forced, and of the rest
 * what chance leaves: whole, torn, with zeros in it, or nothing. It fails from a chosen call on, if wanted. Thread-safe.
 */
public final class MemoryDisk implements Disk {
    private final Map<String, Content> files = new HashMap<>();
    private Map<String, Content> forced = new HashMap<>();
    private long calls;
    private long failFrom = Long.MAX_VALUE;
    private String failure = "";
    private long room = Long.MAX_VALUE;

    /** Bytes of a file, which two names may share. */
    private static final class Content {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private byte[] forced = {};

        byte[] now() {
            return bytes.toByteArray();
        }

        void set(byte[] to) {
            bytes.reset();
            bytes.writeBytes(to);
        }
    }

    /** Fails every call that writes, from so many calls on. */
    public synchronized void failAfter(long more, String reason) {
        failFrom = calls + more;
        failure = reason;
    }

    /** Works again. */
    public synchronized void mend() {
        failFrom = Long.MAX_VALUE;
        room = Long.MAX_VALUE;
    }

    /** Leaves room for so many bytes more. */
    public synchronized void leave(long bytes) {
        room = bytes;
    }

    public synchronized long calls() {
        return calls;
    }

    /** Changes a byte. */
    public synchronized void damage(String name, long at) throws IOException {
        Content content = content(name);
        byte[] bytes = content.now();
        bytes[(int) at] ^= 1;
        content.set(bytes);
        content.forced = bytes;
    }

    /** What is there after the power has failed. */
    public synchronized MemoryDisk crash(SplittableRandom random) {
        MemoryDisk left = new MemoryDisk();
        forced.forEach((name, content) -> {
            Content kept = new Content();
            kept.set(remains(content, random));
            kept.forced = kept.now();
            left.files.put(name, kept);
        });
        left.forced = new HashMap<>(left.files);
        return left;
    }

    /** What was forced, and of what was not a part, in which blocks may be missing. */
    private static byte[] remains(Content content, SplittableRandom random) {
        byte[] now = content.now();
        byte[] kept = content.forced;
        int longer = now.length - kept.length;
        if (longer <= 0 || random.nextInt(4) == 0) {
            return kept;
        }
        byte[] remains = Arrays.copyOf(now, kept.length + random.nextInt(longer + 1));
        int hole = kept.length + random.nextInt(remains.length - kept.length + 1);
        if (random.nextBoolean()) {
            Arrays.fill(remains, hole, Math.min(remains.length, hole + random.nextInt(2_000)), (byte) 0);
        }
        return remains;
    }

    private void write(long bytes) throws IOException {
        if (calls++ >= failFrom) {
            throw new IOException(failure);
        }
        if (bytes > room) {
            throw new IOException("No space left on device");
        }
        room -= bytes;
    }

    private Content content(String name) throws NoSuchFileException {
        Content content = files.get(name);
        if (content == null) {
            throw new NoSuchFileException(name);
        }
        return content;
    }

    @Override
    public String place() {
        return "memory";
    }

    @Override
    public synchronized List<String> list() {
        return new ArrayList<>(files.keySet());
    }

    @Override
    public synchronized long size(String name) throws IOException {
        return content(name).bytes.size();
    }

    @Override
    public synchronized ByteBuffer read(String name, long from, int most) throws IOException {
        byte[] bytes = content(name).now();
        int start = (int) Math.min(from, bytes.length);
        return ByteBuffer.wrap(Arrays.copyOfRange(bytes, start, (int) Math.min(bytes.length, from + most)));
    }

    @Override
    public synchronized Appending create(String name) throws IOException {
        write(0);
        if (files.containsKey(name)) {
            throw new FileAlreadyExistsException(name);
        }
        Content content = new Content();
        files.put(name, content);
        return new Written(content);
    }

    @Override
    public synchronized void cut(String name, long size) throws IOException {
        write(0);
        Content content = content(name);
        content.set(Arrays.copyOf(content.now(), (int) size));
        content.forced = content.now();
    }

    @Override
    public synchronized void rename(String from, String to) throws IOException {
        write(0);
        files.put(to, content(from));
        files.remove(from);
    }

    @Override
    public synchronized void delete(String name) throws IOException {
        write(0);
        files.remove(name);
    }

    @Override
    public synchronized void force() throws IOException {
        write(0);
        forced = new HashMap<>(files);
    }

    /** A file that is being written. */
    private final class Written implements Appending {
        private final Content content;

        Written(Content content) {
            this.content = content;
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            synchronized (MemoryDisk.this) {
                byte[] more = new byte[bytes.remaining()];
                bytes.get(more);
                int fits = (int) Math.min(more.length, room);
                content.bytes.write(more, 0, fits);
                MemoryDisk.this.write(more.length);
            }
        }

        @Override
        public void force() throws IOException {
            synchronized (MemoryDisk.this) {
                MemoryDisk.this.write(0);
                content.forced = content.now();
            }
        }

        @Override
        public void close() {}
    }
}
