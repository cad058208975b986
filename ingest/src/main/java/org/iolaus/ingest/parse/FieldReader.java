package org.iolaus.ingest.parse;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.iolaus.detection.exchange.Utf8;
import org.iolaus.ingest.json.FieldTable;
import org.iolaus.ingest.json.JsonScanner;
import org.iolaus.ingest.json.JsonStrings;
import org.iolaus.ingest.json.LineRejection;
import org.iolaus.ingest.json.StringCache;
import org.iolaus.ingest.json.Utf8Check;
import org.jspecify.annotations.Nullable;

/**
 * Reads typed values of one line's fields. A JSON null counts as absent; a value of another type sets the line aside.
 * Texts are slices of the line, or of a scratch buffer if they have escapes; both are valid until the next
 * {@link #begin}. Not thread-safe.
 */
final class FieldReader {
    private static final int MAX_SHOWN = 40;
    private static final int SLACK = 8;

    final JsonScanner scanner = new JsonScanner();
    private final StringCache cache = new StringCache();
    private byte[] scratch = new byte[1 << 16];
    private int scratchEnd;

    /** Starts on the line in {@code [from, to)}. */
    void begin(byte[] bytes, int from, int to) throws LineRejection {
        // Unescaped texts and the line feeds that join them take less room than their JSON.
        if (scratch.length < to - from + SLACK) {
            scratch = new byte[Math.max(to - from + SLACK, scratch.length * 2)];
        }
        scratchEnd = 0;
        scanner.reset(bytes, from, to);
        if (scanner.peek() != '{') {
            throw new LineRejection("the line must be a JSON object");
        }
    }

    /** Ends the line: nothing must be left, and all of it must be UTF-8. */
    void end() throws LineRejection {
        scanner.end();
        if (scanner.maybeNonAscii()) {
            int error = Utf8Check.firstError(scanner.bytes(), scanner.start(), scanner.limit());
            if (error >= 0) {
                throw new LineRejection("byte " + (error - scanner.start() + 1) + " must be UTF-8");
            }
        }
    }

    /** Index of the field whose name was just read. */
    int field(FieldTable fields) {
        if (!scanner.flagged()) {
            return fields.indexOf(scanner.bytes(), scanner.offset(), scanner.offset() + scanner.length());
        }
        int end = JsonStrings.unescape(scanner.bytes(), scanner.offset(), scanner.length(), scratch, scratchEnd);
        return fields.indexOf(scratch, scratchEnd, end);
    }

    boolean absent() throws LineRejection {
        return scanner.takeLiteral("null");
    }

    /** Whether an object comes next; false for null. */
    boolean object(String name) throws LineRejection {
        return container(name, '{', "an object");
    }

    /** Whether an array comes next; false for null. */
    boolean array(String name) throws LineRejection {
        return container(name, '[', "an array");
    }

    private boolean container(String name, char bracket, String kind) throws LineRejection {
        if (absent()) {
            return false;
        }
        if (scanner.peek() != bracket) {
            throw mistyped(name, kind);
        }
        return true;
    }

    /** A string that comes again in other lines. */
    @Nullable
    String repeated(String name) throws LineRejection {
        if (!slice(name)) {
            return null;
        }
        if (scanner.flagged()) {
            return lastText().toString();
        }
        return cache.get(scanner.bytes(), scanner.offset(), scanner.length());
    }

    /** A string that hardly comes again. */
    @Nullable
    String unique(String name) throws LineRejection {
        return slice(name) ? lastText().toString() : null;
    }

    /** A textual IPv4 or IPv6 address; null for null. */
    @Nullable
    String address(String name) throws LineRejection {
        String address = unique(name);
        if (address != null && !Addresses.valid(scanner.bytes(), scanner.offset(), scanner.length())) {
            throw rejected(name, shownSlice(), "must be an IPv4 or IPv6 address");
        }
        return address;
    }

    /** A text that may be long. */
    Utf8 text(String name) throws LineRejection {
        return slice(name) ? lastText() : Utf8.EMPTY;
    }

    /** Reads a string; false for null. */
    boolean slice(String name) throws LineRejection {
        if (absent()) {
            return false;
        }
        if (scanner.peek() != '"') {
            throw mistyped(name, "a string");
        }
        scanner.string();
        return true;
    }

    private Utf8 lastText() {
        return text(scanner.offset(), scanner.length(), scanner.flagged());
    }

    /** The text of a string that was scanned before. */
    Utf8 text(int offset, int length, boolean escaped) {
        if (length == 0) {
            return Utf8.EMPTY;
        }
        if (!escaped) {
            return new Utf8(scanner.bytes(), offset, length);
        }
        int from = scratchEnd;
        append(offset, length, true);
        return appended(from);
    }

    /** Where the next {@link #append} will write. */
    int mark() {
        return scratchEnd;
    }

    void append(int offset, int length, boolean escaped) {
        if (escaped) {
            scratchEnd = JsonStrings.unescape(scanner.bytes(), offset, length, scratch, scratchEnd);
        } else {
            System.arraycopy(scanner.bytes(), offset, scratch, scratchEnd, length);
            scratchEnd += length;
        }
    }

    void appendLineFeed() {
        scratch[scratchEnd++] = '\n';
    }

    /** All that was appended since {@code from}. */
    Utf8 appended(int from) {
        return new Utf8(scratch, from, scratchEnd - from);
    }

    /** A whole number in {@code 0..max}; -1 for null. */
    long whole(String name, long max) throws LineRejection {
        if (absent()) {
            return -1;
        }
        number(name);
        if (scanner.flagged()) {
            throw rejected(name, shownSlice(), "must be a whole number");
        }
        long value = magnitude();
        if (value < 0 || value > max) {
            throw rejected(name, shownSlice(), "must be a whole number from 0 to " + max);
        }
        return value;
    }

    private long magnitude() {
        if (scanner.length() > 18) {
            return -1;
        }
        byte[] bytes = scanner.bytes();
        long value = 0;
        for (int i = scanner.offset(); i < scanner.offset() + scanner.length(); i++) {
            if (bytes[i] == '-') {
                return -1;
            }
            value = value * 10 + (bytes[i] - '0');
        }
        return value;
    }

    /** A number; {@code NaN} for null. */
    double decimal(String name) throws LineRejection {
        if (absent()) {
            return Double.NaN;
        }
        number(name);
        return Decimals.parse(scanner.bytes(), scanner.offset(), scanner.length());
    }

    private void number(String name) throws LineRejection {
        byte first = scanner.peek();
        if (first != '-' && (first < '0' || first > '9')) {
            throw mistyped(name, "a number");
        }
        scanner.number();
    }

    /** A truth value; null for null. */
    @Nullable
    Boolean flag(String name) throws LineRejection {
        if (absent()) {
            return null;
        }
        if (scanner.takeLiteral("true")) {
            return true;
        }
        if (scanner.takeLiteral("false")) {
            return false;
        }
        throw mistyped(name, "true or false");
    }

    /** A time (RFC 3339) in microseconds since 1970; {@link Long#MIN_VALUE} for null. */
    long time(String name) throws LineRejection {
        if (!slice(name)) {
            return Long.MIN_VALUE;
        }
        long micros = Times.parse(scanner.bytes(), scanner.offset(), scanner.length());
        if (micros == Times.INVALID) {
            throw rejected(name, shownSlice(), "must be a time as in RFC 3339 with its zone");
        }
        return micros;
    }

    /** The last string or number, shortened. Not for prompts. */
    String shownSlice() {
        int length = Math.min(scanner.length(), MAX_SHOWN);
        String shown = new String(scanner.bytes(), scanner.offset(), length, UTF_8);
        return length < scanner.length() ? shown + "..." : shown;
    }

    LineRejection rejected(String name, String value, String rule) {
        return new LineRejection(name + " " + value + " " + rule);
    }

    LineRejection mistyped(String name, String wanted) throws LineRejection {
        String found = switch (scanner.peek()) {
            case '"' -> "a string";
            case '{' -> "an object";
            case '[' -> "an array";
            case 't', 'f' -> "true or false";
            case 'n' -> "null";
            default -> {
                scanner.number();
                yield "the number " + shownSlice();
            }
        };
        return new LineRejection(name + " must be " + wanted + ", not " + found);
    }

    static String required(@Nullable String value, String name) throws LineRejection {
        if (value == null) {
            throw new LineRejection(name + " is missing and must be given");
        }
        if (value.isEmpty()) {
            throw new LineRejection(name + " is empty and must not be");
        }
        return value;
    }
}
