package org.iolaus.ingest.parse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import org.iolaus.ingest.json.LineRejection;

/**
 * Compares the parser with its reference on any bytes. Jazzer drives it by {@link #fuzzerTestOneInput}, as
 * docs/decisions/byte-level-reader.md says.
 */
public final class ExchangeParserFuzzer {
    private static final Instant MIN = Instant.parse("2015-01-01T00:00:00Z");
    private static final Instant MAX = Instant.parse("2027-01-01T00:00:00Z");
    private static final int MARGIN = 7;
    private static final String REJECTED = "rejected";

    private ExchangeParserFuzzer() {}

    /** Fails if the two disagree. */
    public static void fuzzerTestOneInput(byte[] line) {
        String actual = actual(line);
        String expected = expected(line);
        if (!actual.equals(expected)) {
            throw new AssertionError(new String(line, UTF_8) + "\nmust give " + expected + "\nbut gives " + actual);
        }
    }

    static boolean accepts(byte[] line) {
        return !expected(line).equals(REJECTED);
    }

    /** Parses the line in the middle of a larger buffer, as in a block. */
    private static String actual(byte[] line) {
        byte[] block = new byte[line.length + 2 * MARGIN];
        Arrays.fill(block, (byte) '"');
        System.arraycopy(line, 0, block, MARGIN, line.length);
        ExchangeParser parser = new ExchangeParser(MIN.getEpochSecond() * 1_000_000, MAX.getEpochSecond() * 1_000_000);
        try {
            return parser.parse(block, MARGIN, MARGIN + line.length, "folder").toString();
        } catch (LineRejection e) {
            return REJECTED;
        }
    }

    private static String expected(byte[] line) {
        try {
            return new ReferenceExchanges(MIN, MAX).parse(line, "folder").toString();
        } catch (RuntimeException e) {
            return REJECTED;
        }
    }
}
