package org.iolaus.ingest.parse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;
import org.iolaus.ingest.json.LineRejection;

/** The comparison of parsers with their references: both must refuse a line, or make the same of it. */
final class Agreement {
    private static final Instant MIN = Instant.parse("2015-01-01T00:00:00Z");
    private static final Instant MAX = Instant.parse("2027-01-01T00:00:00Z");
    private static final int MARGIN = 7;
    private static final String REJECTED = "rejected";

    private Agreement() {}

    @FunctionalInterface
    private interface Parsing {
        Object parse(byte[] block, int from, int to) throws LineRejection;
    }

    /** Fails if an exchange's parser and reference disagree; returns whether they take the line. */
    static boolean onExchange(byte[] line) {
        ExchangeParser parser = new ExchangeParser(MIN.getEpochSecond() * 1_000_000, MAX.getEpochSecond() * 1_000_000);
        ReferenceExchanges reference = new ReferenceExchanges(MIN, MAX);
        return on(
                line,
                (block, from, to) -> parser.parse(block, from, to, "folder").toString(),
                bytes -> reference.parse(bytes, "folder").toString());
    }

    /** Fails if an account's parser and reference disagree; returns whether they take the line. */
    static boolean onAccount(byte[] line) {
        AccountParser parser = new AccountParser();
        return on(line, parser::parse, ReferenceAccounts::parse);
    }

    private static boolean on(byte[] line, Parsing parser, Function<byte[], Object> reference) {
        Object actual = actual(line, parser);
        Object expected = expected(line, reference);
        if (!actual.equals(expected)) {
            throw new AssertionError(new String(line, UTF_8) + "\nmust give " + expected + "\nbut gives " + actual);
        }
        return !expected.equals(REJECTED);
    }

    /** Parses the line in the middle of a larger buffer, as in a block. */
    private static Object actual(byte[] line, Parsing parser) {
        byte[] block = new byte[line.length + 2 * MARGIN];
        Arrays.fill(block, (byte) '"');
        System.arraycopy(line, 0, block, MARGIN, line.length);
        try {
            return parser.parse(block, MARGIN, MARGIN + line.length);
        } catch (LineRejection e) {
            return REJECTED;
        }
    }

    private static Object expected(byte[] line, Function<byte[], Object> reference) {
        try {
            return reference.apply(line);
        } catch (RuntimeException e) {
            return REJECTED;
        }
    }
}
