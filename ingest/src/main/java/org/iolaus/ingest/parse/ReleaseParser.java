package org.iolaus.ingest.parse;

import static org.iolaus.ingest.parse.FieldReader.required;

import org.iolaus.detection.exchange.Release;
import org.iolaus.ingest.json.FieldTable;
import org.iolaus.ingest.json.JsonScanner;
import org.iolaus.ingest.json.LineRejection;

/** Parses releases of models from lines of JSON. Not thread-safe. */
public final class ReleaseParser {
    private static final FieldTable FIELDS = FieldTable.of("model", "provider", "released");

    private final FieldReader in = new FieldReader();
    private final JsonScanner scanner = in.scanner;
    private final ObjectFields fields = new ObjectFields(in, FIELDS);

    /**
     * Parses the line in {@code [from, to)}.
     *
     * @throws LineRejection if the line breaks the format
     */
    public Release parse(byte[] bytes, int from, int to) throws LineRejection {
        String model = null;
        String provider = null;
        long releasedMicros = Times.INVALID;
        in.begin(bytes, from, to);
        for (int field = fields.first(); field != ObjectFields.END; field = fields.next()) {
            switch (field) {
                case 0 -> model = in.repeated("model");
                case 1 -> provider = in.repeated("provider");
                case 2 -> releasedMicros = in.time("released");
                default -> scanner.skipValue();
            }
        }
        in.end();
        if (releasedMicros == Times.INVALID) {
            throw new LineRejection("released is missing and must be given");
        }
        return new Release(required(model, "model"), provider, releasedMicros);
    }
}
