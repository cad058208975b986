package org.iolaus.service.intake.tail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** One part of a followed file, open at a position. Stays readable when it is renamed or deleted. Not thread-safe. */
final class TailedFile implements AutoCloseable {
    private static final int HEAD_BYTES = 1024;
    private static final int NONE = -1;

    private final String key;
    private final FileChannel channel;
    private final int maxLineBytes;
    private byte[] buffer;
    private long offset;
    private int length;
    private boolean inLongLine;
    private List<Long> tooLong = new ArrayList<>();
    private int headBytes;
    private long headHash;

    private TailedFile(String key, FileChannel channel, TailConfig config) {
        this.key = key;
        this.channel = channel;
        this.maxLineBytes = config.maxLineBytes();
        this.buffer = new byte[config.blockBytes()];
    }

    /** Opens a file at its beginning; nothing if there is none. */
    static Optional<TailedFile> open(Path path, TailConfig config) throws IOException {
        try {
            String before = key(path);
            FileChannel channel = FileChannel.open(path);
            if (Objects.equals(before, key(path))) {
                return Optional.of(new TailedFile(Objects.requireNonNull(before), channel, config));
            }
            channel.close();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** The file system's key of what lies there now, or null. */
    static @Nullable String key(Path path) throws IOException {
        try {
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return key == null ? path.toString() : key.toString();
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    String key() {
        return key;
    }

    /** Goes to a position if this file, or the one it is a copy of, is where it was taken. */
    boolean resume(TailPosition position) throws IOException {
        boolean same = channel.size() >= position.offset() && hash(position.headBytes()) == position.headHash();
        if (same) {
            offset = position.offset();
            headBytes = position.headBytes();
            headHash = position.headHash();
        }
        return same;
    }

    TailPosition position() {
        return new TailPosition(key, offset, headBytes, headHash);
    }

    /** Whether what was read has since been cut off, or replaced in place. */
    boolean emptied() throws IOException {
        return channel.size() < offset || hash(headBytes) != headHash;
    }

    private long hash(int bytes) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(bytes);
        while (head.hasRemaining()) {
            if (channel.read(head, head.position()) < 0) {
                return NONE;
            }
        }
        CRC32C crc = new CRC32C();
        crc.update(head.flip());
        return crc.getValue();
    }

    /**
     * Reads on to the last line feed there is, or to the end of the file.
     *
     * @param toEnd whether what follows the last line feed is a line too, as in a file that will not grow
     * @return bytes of lines in {@link #buffer()}, 0 if there are none yet
     */
    int read(boolean toEnd) throws IOException {
        length = fill();
        int lines = lastFeed() + 1;
        if (lines == 0 && length == buffer.length && length < maxLineBytes) {
            buffer = new byte[(int) Math.min(2L * length, maxLineBytes)];
            return read(toEnd);
        }
        if (lines == 0 && length == buffer.length) {
            if (!inLongLine) {
                tooLong.add(offset);
            }
            inLongLine = true;
            offset += length;
            return read(toEnd);
        }
        return toEnd && lines < length && length < buffer.length ? length : lines;
    }

    private int fill() throws IOException {
        ByteBuffer target = ByteBuffer.wrap(buffer);
        while (target.hasRemaining() && channel.read(target, offset + target.position()) >= 0) {
            // A short read may be followed by more.
        }
        return target.position();
    }

    private int lastFeed() {
        int i = length - 1;
        while (i >= 0 && buffer[i] != '\n') {
            i--;
        }
        return i;
    }

    /** Where lines began that were too long, since the last call. */
    List<Long> takeTooLong() {
        List<Long> taken = tooLong;
        tooLong = new ArrayList<>();
        return taken;
    }

    byte[] buffer() {
        return buffer;
    }

    /** Where lines begin: after the rest of a line that was too long. */
    int linesFrom(int lines) {
        if (!inLongLine) {
            return 0;
        }
        int i = 0;
        while (i < lines && buffer[i] != '\n') {
            i++;
        }
        return i;
    }

    /** Passes over what was read; the position is then to be logged. */
    TailPosition advance(int lines) throws IOException {
        offset += lines;
        inLongLine = false;
        if (headBytes < HEAD_BYTES) {
            headBytes = (int) Math.min(HEAD_BYTES, offset);
            headHash = hash(headBytes);
        }
        return position();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
