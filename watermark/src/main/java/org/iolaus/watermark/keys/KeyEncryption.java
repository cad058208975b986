package org.iolaus.watermark.keys;

import java.io.IOException;

/**
 * Whoever holds the key-encryption key: a file, the environment, or a key management service that never gives it away.
 * It sees data keys of 32 bytes and nothing else.
 */
public interface KeyEncryption {
    /** A public name of the key-encryption key, kept beside what it wraps. */
    String id();

    /**
     * The data key, encrypted and authenticated.
     *
     * @throws IOException if the service cannot be reached or refuses
     */
    byte[] wrap(byte[] dataKey) throws IOException;

    /**
     * The data key that was wrapped.
     *
     * @throws IOException if the service cannot be reached, or this key-encryption key did not wrap it
     */
    byte[] unwrap(byte[] wrapped) throws IOException;
}
