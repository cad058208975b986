package org.iolaus.service.snapshot;

import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.iolaus.service.log.Disk;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the last two snapshots of a state in a folder. A snapshot is written under another name, forced and renamed, so
 * one is whole or not there; a trailer holds its length and checksum all the same. Not thread-safe.
 *
 * @param <T> the state
 */
public final class SnapshotStore<T> {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotStore.class);
    private static final int KEPT = 2;
    private static final int LEVEL = 1;
    private static final int TRAILER_BYTES = 12;
    private static final String UNFINISHED = ".new";
    private static final String ASIDE = ".set-aside";

    private final Disk disk;
    private final StateCodec<T> codec;
    private final String layout;
    private final String configuration;

    /** @param configuration digest of the configuration that the state rests on, in hexadecimal, 64 digits */
    public SnapshotStore(Disk disk, StateCodec<T> codec, String configuration) {
        this.disk = disk;
        this.codec = codec;
        this.layout = codec.layout();
        this.configuration = configuration;
    }

    /**
     * A state as it was saved.
     *
     * @param state the state
     * @param position last batch of the log that is in it
     * @param atMicros when it was saved, microseconds since the epoch
     */
    public record Saved<T>(T state, long position, long atMicros) {}

    /**
     * Reads the latest snapshot that can be used. Those that cannot are set aside under another name, and why is logged.
     *
     * @param first position of the log's first batch; a snapshot that ends earlier leaves a gap
     */
    public Optional<Saved<T>> load(long first) throws IOException {
        for (String name : names().reversed()) {
            SnapshotHeader header = SnapshotHeader.read(disk.read(name, 0, SnapshotHeader.BYTES));
            String fault = header == null ? "it must begin as a snapshot does" : fault(header, name, first);
            if (header != null && fault == null) {
                try {
                    return Optional.of(new Saved<>(read(name), header.position(), header.atMicros()));
                } catch (KryoException | IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
                    fault = "its content must be readable: " + e;
                }
            }
            LOG.warn("{}/{} is set aside: {}", disk.place(), name, fault);
            disk.rename(name, name + ASIDE);
        }
        return Optional.empty();
    }

    private @Nullable String fault(SnapshotHeader header, String name, long first) throws IOException {
        if (!header.layout().equals(layout)) {
            return "it was written by another version of Iolaus";
        }
        if (!header.configuration().equals(configuration)) {
            return "the detector's configuration has changed since";
        }
        if (header.position() < first - 1) {
            return "the log begins with batch " + first + " and must reach back to batch " + (header.position() + 1);
        }
        return whole(name) ? null : "its checksum must fit";
    }

    private boolean whole(String name) throws IOException {
        long size = disk.size(name);
        if (size < SnapshotHeader.BYTES + TRAILER_BYTES) {
            return false;
        }
        ByteBuffer trailer =
                disk.read(name, size - TRAILER_BYTES, TRAILER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        CRC32C sum = new CRC32C();
        try (InputStream bytes = new DiskInput(disk, name, 0, size - TRAILER_BYTES)) {
            byte[] chunk = new byte[StateCodec.bufferBytes()];
            for (int length = bytes.read(chunk); length > 0; length = bytes.read(chunk)) {
                sum.update(chunk, 0, length);
            }
        }
        return trailer.getLong() == size - TRAILER_BYTES && trailer.getInt() == (int) sum.getValue();
    }

    private T read(String name) throws IOException {
        long end = disk.size(name) - TRAILER_BYTES;
        try (Input input = new Input(
                new ZstdInputStream(new DiskInput(disk, name, SnapshotHeader.BYTES, end)), StateCodec.bufferBytes())) {
            return codec.read(input);
        }
    }

    /**
     * Saves a state.
     *
     * @param position last batch of the log that is in it
     * @param atMicros the time now, microseconds since the epoch
     * @return length of the file in bytes
     */
    public long save(T state, long position, long atMicros) throws IOException {
        String name = SnapshotHeader.name(position);
        disk.delete(name + UNFINISHED);
        long bytes;
        try (Disk.Appending file = disk.create(name + UNFINISHED)) {
            bytes = write(state, new SnapshotHeader(layout, configuration, position, atMicros), file);
            file.force();
        }
        disk.rename(name + UNFINISHED, name);
        disk.force();
        forgetOlder();
        return bytes;
    }

    private long write(T state, SnapshotHeader header, Disk.Appending file) throws IOException {
        DiskOutput bytes = new DiskOutput(file);
        byte[] head = new byte[SnapshotHeader.BYTES];
        header.bytes().get(head);
        bytes.write(head, 0, head.length);
        try (Output output = new Output(new ZstdOutputStream(bytes, LEVEL), StateCodec.bufferBytes())) {
            codec.write(state, output);
        } catch (KryoException e) {
            throw new IOException(e);
        }
        ByteBuffer trailer = ByteBuffer.allocate(TRAILER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        file.write(trailer.putLong(bytes.bytes()).putInt(bytes.sum()).flip());
        return bytes.bytes() + TRAILER_BYTES;
    }

    private void forgetOlder() throws IOException {
        List<String> names = names();
        for (String name : names.subList(0, Math.max(0, names.size() - KEPT))) {
            disk.delete(name);
        }
    }

    /** Position of the oldest snapshot that is kept; the log must reach back to it. 0 if there are fewer than two. */
    public long oldest() throws IOException {
        List<String> names = names();
        return names.size() < KEPT ? 0 : Long.parseLong(names.getFirst().replaceFirst("\\..*", ""));
    }

    private List<String> names() throws IOException {
        List<String> names = new ArrayList<>(disk.list());
        names.removeIf(name -> !SnapshotHeader.names(name));
        names.sort(Comparator.naturalOrder());
        return names;
    }
}
