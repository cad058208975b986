package org.iolaus.ingest.stream;

/** Hears how far reading has come. Called from one thread, about once a block. */
@FunctionalInterface
public interface Progress {
    /** Hears nothing. */
    Progress NONE = (bytesRead, bytesTotal, exchanges) -> {};

    /**
     * Hears it.
     *
     * @param bytesRead bytes read, as they lie in the files
     * @param bytesTotal bytes of all files, 0 if unknown
     * @param exchanges exchanges delivered
     */
    void update(long bytesRead, long bytesTotal, long exchanges);
}
