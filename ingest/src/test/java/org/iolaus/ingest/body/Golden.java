package org.iolaus.ingest.body;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Golden files: an input of a shape, the exchanges made of it in our own format, and what was set aside. */
final class Golden {
    private Golden() {}

    static byte[] bytes(String file) {
        try (InputStream in = Golden.class.getResourceAsStream("/org/iolaus/ingest/shape/" + file)) {
            if (in == null) {
                throw new IllegalStateException("golden file " + file + " must exist");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
