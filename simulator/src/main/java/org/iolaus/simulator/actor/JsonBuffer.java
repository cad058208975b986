package org.iolaus.simulator.actor;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing byte buffer that knows JSON's escapes. Reused; not thread-safe. */
public final class JsonBuffer {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[1 << 16];
    private char[] characters = new char[1 << 12];
    private int size;

    public void clear() {
        size = 0;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int size() {
        return size;
    }

    /** Appends text that needs no escape and is ASCII. */
    JsonBuffer raw(String text) {
        reserve(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[size++] = (byte) text.charAt(i);
        }
        return this;
    }

    JsonBuffer raw(long number) {
        return raw(Long.toString(number));
    }

    /** Appends a quoted JSON string. */
    JsonBuffer quoted(CharSequence text) {
        int length = text.length();
        reserve(6 * length + 2);
        if (characters.length < length) {
            characters = new char[2 * length];
        }
        text.getChars(0, length, characters, 0);
        bytes[size++] = '"';
        for (int i = 0; i < length; i++) {
            char c = characters[i];
            if (c >= 0x20 && c < 0x80 && c != '"' && c != '\\') {
                bytes[size++] = (byte) c;
            } else if (Character.isHighSurrogate(c) && i + 1 < length) {
                supplementary(Character.toCodePoint(c, characters[++i]));
            } else {
                other(c);
            }
        }
        bytes[size++] = '"';
        return this;
    }

    private void other(char c) {
        if (c >= 0x800) {
            bytes[size++] = (byte) (0xe0 | c >> 12);
            bytes[size++] = (byte) (0x80 | c >> 6 & 0x3f);
            bytes[size++] = (byte) (0x80 | c & 0x3f);
        } else if (c >= 0x80) {
            bytes[size++] = (byte) (0xc0 | c >> 6);
            bytes[size++] = (byte) (0x80 | c & 0x3f);
        } else if (c == '\n') {
            escaped('n');
        } else if (c == '\t') {
            escaped('t');
        } else if (c == '"' || c == '\\') {
            escaped(c);
        } else {
            raw("\\u00");
            bytes[size++] = HEX[c >> 4];
            bytes[size++] = HEX[c & 15];
        }
    }

    private void escaped(char c) {
        bytes[size++] = '\\';
        bytes[size++] = (byte) c;
    }

    private void supplementary(int code) {
        bytes[size++] = (byte) (0xf0 | code >> 18);
        bytes[size++] = (byte) (0x80 | code >> 12 & 0x3f);
        bytes[size++] = (byte) (0x80 | code >> 6 & 0x3f);
        bytes[size++] = (byte) (0x80 | code & 0x3f);
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
