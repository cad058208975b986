package org.iolaus.ingest.json;

/** Escapes inside JSON strings (RFC 8259, section 7). Lone surrogates are refused, for they have no UTF-8. */
public final class JsonStrings {
    /** What stands for itself or for a control character after a backslash; 0 for all else. */
    private static final byte[] ESCAPED = new byte[128];

    static {
        String codes = "\"\\/bfnrt";
        String values = "\"\\/\b\f\n\r\t";
        for (int i = 0; i < codes.length(); i++) {
            ESCAPED[codes.charAt(i)] = (byte) values.charAt(i);
        }
    }

    private JsonStrings() {}

    /**
     * Checks one escape.
     *
     * @return index after it, or -1 if it is malformed
     */
    static int escapeEnd(byte[] bytes, int backslash, int to) {
        if (backslash + 1 >= to) {
            return -1;
        }
        byte code = bytes[backslash + 1];
        if (code == 'u') {
            return unicodeEnd(bytes, backslash, to);
        }
        return code >= 0 && ESCAPED[code] != 0 ? backslash + 2 : -1;
    }

    private static int unicodeEnd(byte[] bytes, int backslash, int to) {
        int unit = unit(bytes, backslash, to);
        if (unit < 0 || Character.isLowSurrogate((char) unit)) {
            return -1;
        }
        if (!Character.isHighSurrogate((char) unit)) {
            return backslash + 6;
        }
        int low = unit(bytes, backslash + 6, to);
        return low >= 0 && Character.isLowSurrogate((char) low) ? backslash + 12 : -1;
    }

    /** The code unit of the escape backslash-u-XXXX at {@code i}, or -1. */
    private static int unit(byte[] bytes, int i, int to) {
        if (i + 6 > to || bytes[i] != '\\' || bytes[i + 1] != 'u') {
            return -1;
        }
        int unit = 0;
        for (int k = i + 2; k < i + 6; k++) {
            int digit = bytes[k] < 0 ? -1 : Character.digit(bytes[k], 16);
            if (digit < 0) {
                return -1;
            }
            unit = (unit << 4) | digit;
        }
        return unit;
    }

    /**
     * Writes a checked string without its escapes.
     *
     * @param target at least {@code at + length + 8} long
     * @return index after the last byte written
     */
    public static int unescape(byte[] source, int offset, int length, byte[] target, int at) {
        int i = offset;
        int o = at;
        int end = offset + length;
        while (i + 8 <= end) {
            long word = Words.at(source, i);
            Words.put(target, o, word);
            long marks = Words.backslashes(word);
            int plain = marks == 0 ? 8 : Words.firstByte(marks);
            i += plain;
            o += plain;
            if (marks != 0) {
                o = escape(source, i, target, o);
                i += escapeLength(source, i);
            }
        }
        while (i < end) {
            if (source[i] != '\\') {
                target[o++] = source[i++];
                continue;
            }
            o = escape(source, i, target, o);
            i += escapeLength(source, i);
        }
        return o;
    }

    private static int escapeLength(byte[] source, int i) {
        if (source[i + 1] != 'u') {
            return 2;
        }
        return Character.isHighSurrogate((char) unit(source, i, source.length)) ? 12 : 6;
    }

    private static int escape(byte[] source, int i, byte[] target, int o) {
        byte code = source[i + 1];
        if (code == 'u') {
            return unicode(source, i, target, o);
        }
        target[o] = ESCAPED[code];
        return o + 1;
    }

    private static int unicode(byte[] source, int i, byte[] target, int o) {
        int point = unit(source, i, source.length);
        if (Character.isHighSurrogate((char) point)) {
            point = Character.toCodePoint((char) point, (char) unit(source, i + 6, source.length));
        }
        if (point < 0x80) {
            target[o++] = (byte) point;
            return o;
        }
        int continuations = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
        int lead = continuations == 1 ? 0xc0 : continuations == 2 ? 0xe0 : 0xf0;
        target[o++] = (byte) (lead | (point >> (6 * continuations)));
        for (int k = continuations - 1; k >= 0; k--) {
            target[o++] = (byte) (0x80 | ((point >> (6 * k)) & 0x3f));
        }
        return o;
    }
}
