package org.iolaus.service.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes secrets into files that only their owner may read. */
public final class PrivateFile {
    private PrivateFile() {}

    /**
     * Writes a new file and forces it to disk.
     *
     * @throws java.nio.file.FileAlreadyExistsException if it exists
     */
    public static void create(Path file, byte[] secret) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owner = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (FileChannel channel = FileChannel.open(file, Set.of(CREATE_NEW, WRITE), owner)) {
            ByteBuffer left = ByteBuffer.wrap(secret);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    /** The same from text. */
    public static void create(Path file, String secret) throws IOException {
        create(file, secret.getBytes(UTF_8));
    }
}
