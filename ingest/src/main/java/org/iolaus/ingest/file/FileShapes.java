package org.iolaus.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.iolaus.ingest.json.Words;
import org.iolaus.ingest.shape.FirstRecord;
import org.iolaus.ingest.shape.Shape;

/** Tells the shape of a file by its first records. What cannot be told, or not be read twice, is taken for our own. */
final class FileShapes {
    private static final int LOOK_BYTES = 1 << 20;
    private static final int LOOK_LINES = 100;

    private FileShapes() {}

    static Shape of(InputFile file) {
        if (file.parquet() || !file.rereadable()) {
            return Shape.EXCHANGES;
        }
        try (InputStream in = Unpacked.of(Files.newInputStream(file.path()))) {
            return of(in.readNBytes(LOOK_BYTES));
        } catch (IOException e) {
            return Shape.EXCHANGES;
        }
    }

    private static Shape of(byte[] start) {
        if (LengthDelimited.begins(start)) {
            return LengthDelimited.shape(start);
        }
        int line = 0;
        for (int from = 0; from < start.length && line < LOOK_LINES; line++) {
            Shape shape = FirstRecord.shape(start, from, start.length);
            if (shape != null) {
                return shape;
            }
            from = Words.lineFeed(start, from, start.length) + 1;
        }
        return Shape.EXCHANGES;
    }
}
