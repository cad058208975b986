package org.iolaus.service.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** What is needed of one folder of a file system. Tests stand in for it with disks that lose, fail or fill up. */
public interface Disk {
    /** Where it is, for messages. */
    String place();

    /** Names of the files, in no order. */
    List<String> list() throws IOException;

    /** Length of a file in bytes. */
    long size(String name) throws IOException;

    /** Bytes of a file from an offset on, at most so many; fewer only at its end. */
    ByteBuffer read(String name, long from, int most) throws IOException;

    /** A file that did not exist, to be written from its start. */
    Appending create(String name) throws IOException;

    /** Cuts a file off and forces that to disk. */
    void cut(String name, long size) throws IOException;

    /** Gives a file another name, in place of one that may have it. */
    void rename(String from, String to) throws IOException;

    void delete(String name) throws IOException;

    /** Forces what files there are, and their names, to disk. */
    void force() throws IOException;

    /** A file that is written at its end. */
    interface Appending extends Closeable {
        /** Writes all of some bytes. */
        void write(ByteBuffer bytes) throws IOException;

        /** Forces what was written to disk. */
        void force() throws IOException;
    }
}
