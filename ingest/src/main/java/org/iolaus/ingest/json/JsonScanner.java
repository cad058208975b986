package org.iolaus.ingest.json;

/**
 * A pull scanner over one JSON document (strict RFC 8259) in a slice of a byte array. The caller
 * walks objects with {@code for (boolean more = firstField(); more; more = nextField())} and takes or skips each value.
 * Whether strings are UTF-8 is left to {@link Utf8Check}, which most documents need not see. Reusable; not thread-safe.
 */
public final class JsonScanner {
    /** Deepest nesting that is read. */
    public static final int MAX_DEPTH = 128;

    private byte[] bytes = new byte[0];
    private int start;
    private int end;
    private int position;
    private int depth;
    private int sliceOffset;
    private int sliceLength;
    private boolean flagged;
    private long seen;

    /** Starts on another document. */
    public void reset(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        start = from;
        end = to;
        position = from;
        depth = 0;
        seen = 0;
    }

    /** The array that offsets refer to. */
    public byte[] bytes() {
        return bytes;
    }

    /** Offset of the document's first byte. */
    public int start() {
        return start;
    }

    /** Offset after the document's last byte. */
    public int limit() {
        return end;
    }

    /** Offset of the last string (without quotes), field name or number. */
    public int offset() {
        return sliceOffset;
    }

    /** Length of the last string, field name or number. */
    public int length() {
        return sliceLength;
    }

    /** Whether the last string has escapes, or the last number a fraction or exponent. */
    public boolean flagged() {
        return flagged;
    }

    /** Whether a string so far may hold bytes above 0x7F; if not, the document is ASCII or malformed. */
    public boolean maybeNonAscii() {
        return Words.hasNonAscii(seen);
    }

    /** First byte of what comes next, or 0 at the end. */
    public byte peek() {
        int i = position;
        if (i < end && bytes[i] > ' ') {
            return bytes[i];
        }
        while (i < end && isSpace(bytes[i])) {
            i++;
        }
        position = i;
        return i < end ? bytes[i] : 0;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    /** Enters an object and reads its first field name; false if it is empty. */
    public boolean firstField() throws LineRejection {
        if (!enterObject()) {
            return false;
        }
        name();
        return true;
    }

    /** Reads the next field name; false at the object's end. */
    public boolean nextField() throws LineRejection {
        if (!moreFields()) {
            return false;
        }
        name();
        return true;
    }

    /** Enters an object; false if it is empty. A name must be read next. */
    public boolean enterObject() throws LineRejection {
        open('{');
        if (peek() == '}') {
            close();
            return false;
        }
        return true;
    }

    /** Moves on to the next field; false at the object's end. A name must be read next. */
    public boolean moreFields() throws LineRejection {
        return more('}');
    }

    /** Reads a field name if it is this one, plainly written; if not, nothing is read. */
    public boolean takeName(FieldTable fields, int index) throws LineRejection {
        peek();
        int length = fields.quotedLength(index, bytes, position, end);
        if (length == 0) {
            return false;
        }
        position += length;
        expect(':');
        return true;
    }

    /** Enters an array; false if it is empty. */
    public boolean firstElement() throws LineRejection {
        open('[');
        if (peek() == ']') {
            close();
            return false;
        }
        return true;
    }

    /** Moves on to the next element; false at the array's end. */
    public boolean nextElement() throws LineRejection {
        return more(']');
    }

    private void open(char bracket) throws LineRejection {
        expect(bracket);
        if (++depth > MAX_DEPTH) {
            throw new LineRejection("nesting must be at most " + MAX_DEPTH + " levels deep");
        }
    }

    private void close() {
        depth--;
        position++;
    }

    private boolean more(char closing) throws LineRejection {
        byte b = peek();
        if (b == ',') {
            position++;
            return true;
        }
        if (b != closing) {
            throw malformed("a comma or '" + closing + "' must follow");
        }
        close();
        return false;
    }

    /** Reads a field name; {@link #offset} and {@link #length} then give its raw bytes. */
    public void name() throws LineRejection {
        string();
        expect(':');
    }

    private void expect(char wanted) throws LineRejection {
        if (peek() != wanted) {
            throw malformed("'" + wanted + "' must follow");
        }
        position++;
    }

    /** Reads a string and checks its escapes; {@link #offset} and {@link #length} then give its raw bytes. */
    public void string() throws LineRejection {
        expect('"');
        sliceOffset = position;
        flagged = false;
        int i = stringEnd(position);
        while (i < end && bytes[i] == '\\') {
            flagged = true;
            int after = JsonStrings.escapeEnd(bytes, i, end);
            if (after < 0) {
                position = i;
                throw malformed("an escape must be valid and a surrogate must be one of a pair");
            }
            i = stringEnd(after);
        }
        position = i;
        if (i >= end || bytes[i] != '"') {
            throw malformed(i >= end ? "a string must end" : "a control character in a string must be escaped");
        }
        sliceLength = i - sliceOffset;
        position = i + 1;
    }

    private int stringEnd(int from) {
        int i = from;
        long all = 0;
        for (; i + 8 <= end; i += 8) {
            long word = Words.at(bytes, i);
            all |= word;
            long marks = Words.stringEnds(word);
            if (marks != 0) {
                seen |= all;
                return i + Words.firstByte(marks);
            }
        }
        while (i < end && bytes[i] != '"' && bytes[i] != '\\' && (bytes[i] & 0xff) >= ' ') {
            all |= bytes[i++];
        }
        seen |= all;
        return i;
    }

    /** Reads a number and checks its grammar; {@link #offset} and {@link #length} then give its text. */
    public void number() throws LineRejection {
        peek();
        sliceOffset = position;
        flagged = false;
        skip('-');
        if (!skip('0')) {
            digits();
        }
        if (skip('.')) {
            flagged = true;
            digits();
        }
        if (skip('e') || skip('E')) {
            flagged = true;
            if (!skip('+')) {
                skip('-');
            }
            digits();
        }
        sliceLength = position - sliceOffset;
    }

    private boolean skip(char wanted) {
        boolean found = position < end && bytes[position] == wanted;
        position += found ? 1 : 0;
        return found;
    }

    private void digits() throws LineRejection {
        int first = position;
        while (position < end && bytes[position] >= '0' && bytes[position] <= '9') {
            position++;
        }
        if (position == first) {
            throw malformed("a value must follow");
        }
    }

    /** Consumes the literal {@code true}, {@code false} or {@code null} if it comes next. */
    public boolean takeLiteral(String literal) throws LineRejection {
        if (peek() != literal.charAt(0)) {
            return false;
        }
        for (int i = 0; i < literal.length(); i++) {
            if (position + i >= end || bytes[position + i] != literal.charAt(i)) {
                throw malformed("'" + literal + "' must follow");
            }
        }
        position += literal.length();
        return true;
    }

    /** Checks and drops the next value, of whatever kind. */
    public void skipValue() throws LineRejection {
        switch (peek()) {
            case '"' -> string();
            case '{' -> {
                for (boolean more = firstField(); more; more = nextField()) {
                    skipValue();
                }
            }
            case '[' -> {
                for (boolean more = firstElement(); more; more = nextElement()) {
                    skipValue();
                }
            }
            case 't' -> takeLiteral("true");
            case 'f' -> takeLiteral("false");
            case 'n' -> takeLiteral("null");
            default -> number();
        }
    }

    /** Checks that nothing but white space is left. */
    public void end() throws LineRejection {
        peek();
        if (position < end) {
            throw malformed("the line must end after its object");
        }
    }

    private LineRejection malformed(String rule) {
        return new LineRejection("malformed JSON at byte " + (position - start + 1) + ": " + rule);
    }
}
