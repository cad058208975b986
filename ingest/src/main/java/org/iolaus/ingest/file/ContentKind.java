package org.iolaus.ingest.file;

import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;
import org.iolaus.ingest.json.FieldTable;
import org.iolaus.ingest.json.JsonScanner;
import org.iolaus.ingest.json.LineRejection;
import org.iolaus.ingest.json.Words;

/** What the first lines of a file in a folder show it to hold. */
enum ContentKind {
    /** Some line is an object with {@code time} or {@code request}, or no line is an object. */
    EXCHANGES,
    /** Lines are objects of another kind: accounts, labels, releases, findings, truth. */
    OTHER;

    private static final FieldTable FIELDS = FieldTable.of("time", "request");
    private static final int LOOK_BYTES = 1 << 16;
    private static final int MAX_LOOK_BYTES = 1 << 20;

    static ContentKind of(InputFile file) {
        LineBlock block = new LineBlock();
        try (LineBlockReader reader = LineBlockReader.open(file, LOOK_BYTES, MAX_LOOK_BYTES, new LongAdder())) {
            reader.read(block);
        } catch (IOException e) {
            return EXCHANGES;
        }
        return ofLines(block);
    }

    private static ContentKind ofLines(LineBlock block) {
        JsonScanner scanner = new JsonScanner();
        boolean objects = false;
        for (int from = 0; from < block.length(); ) {
            int feed = Words.lineFeed(block.bytes(), from, block.length());
            scanner.reset(block.bytes(), from, feed);
            try {
                if (looksLikeExchange(scanner)) {
                    return EXCHANGES;
                }
                objects = true;
            } catch (LineRejection e) {
                // A broken line says nothing of its file.
            }
            from = feed + 1;
        }
        return objects ? OTHER : EXCHANGES;
    }

    private static boolean looksLikeExchange(JsonScanner scanner) throws LineRejection {
        boolean found = false;
        for (boolean more = scanner.firstField(); more; more = scanner.nextField()) {
            found |= FIELDS.indexOf(scanner.bytes(), scanner.offset(), scanner.offset() + scanner.length()) >= 0;
            scanner.skipValue();
        }
        return found;
    }
}
