package org.iolaus.simulator.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Text in the making, held as what stands between the quotes of a JSON string: UTF-8 with JSON's escapes. Reused; not
 * thread-safe.
 */
public final class Text {
    /** Prompts are said again and again; their escapes are remembered from this length on. */
    private static final int LONG = 64;

    private static final int REMEMBERED = 512;
    private static final byte[] HEX = "0123456789abcdef".getBytes(UTF_8);

    private byte[] bytes = new byte[1 << 8];
    private int size;
    private int length;
    private @Nullable Map<String, Fragment> remembered;

    public void clear() {
        size = 0;
        length = 0;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** Characters, as {@link String#length()} counts them. */
    public int length() {
        return length;
    }

    /** The escaped bytes, of which {@link #size()} count. */
    public byte[] bytes() {
        return bytes;
    }

    public int size() {
        return size;
    }

    public Text append(String text) {
        if (text.length() < LONG) {
            return escape(text);
        }
        Map<String, Fragment> known = remembered == null ? new HashMap<>() : remembered;
        remembered = known;
        Fragment fragment = known.get(text);
        if (fragment != null) {
            return append(fragment);
        }
        int from = size;
        int before = length;
        escape(text);
        if (known.size() == REMEMBERED) {
            known.clear();
        }
        known.put(text, from(from, before));
        return this;
    }

    public Text append(Object value) {
        return append(String.valueOf(value));
    }

    public Text append(char c) {
        reserve(6);
        length++;
        put(c);
        return this;
    }

    Text append(Fragment fragment) {
        int count = fragment.bytes().length;
        reserve(count);
        System.arraycopy(fragment.bytes(), 0, bytes, size, count);
        size += count;
        length += fragment.length();
        return this;
    }

    /** Appends a number in decimal digits. */
    Text append(int number) {
        if (number < 0) {
            return append(Integer.toString(number));
        }
        reserve(10);
        int digits = digits(number);
        for (int i = size + digits - 1, left = number; i >= size; i--, left /= 10) {
            bytes[i] = (byte) ('0' + left % 10);
        }
        size += digits;
        length += digits;
        return this;
    }

    /** What was appended since there were {@code from} bytes of {@code before} characters. */
    Fragment from(int from, int before) {
        return Fragment.copy(bytes, from, size, length - before);
    }

    /** Makes the character at byte {@code at} a capital. */
    void capital(int at) {
        byte first = bytes[at];
        if (first >= 'a' && first <= 'z') {
            bytes[at] = (byte) (first - 0x20);
        } else if (first < 0) {
            char c = decoded(at);
            replace(at, c, Character.toUpperCase(c));
        }
    }

    /** Makes every character lower case. */
    public void lowercase() {
        for (int i = 0; i < size; i++) {
            byte b = bytes[i];
            if (b >= 'A' && b <= 'Z') {
                bytes[i] = (byte) (b + 0x20);
            } else if ((b & 0xc0) == 0xc0) {
                char c = decoded(i);
                replace(i, c, Character.toLowerCase(c));
            }
        }
    }

    /** The text itself, without escapes. */
    @Override
    public String toString() {
        byte[] plain = new byte[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            byte b = bytes[i];
            if (b == '\\') {
                b = bytes[++i];
                if (b == 'u') {
                    b = (byte) Integer.parseInt(new String(bytes, i + 1, 4, UTF_8), 16);
                    i += 4;
                } else {
                    b = b == 'n' ? (byte) '\n' : b == 't' ? (byte) '\t' : b;
                }
            }
            plain[count++] = b;
        }
        return new String(plain, 0, count, UTF_8);
    }

    /** Appends text that is not worth remembering. */
    Text escape(String text) {
        int count = text.length();
        reserve(6 * count);
        length += count;
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < count) {
                supplementary(Character.toCodePoint(c, text.charAt(++i)));
            } else {
                put(c);
            }
        }
        return this;
    }

    private void put(char c) {
        if (c >= 0x20 && c < 0x80 && c != '"' && c != '\\') {
            bytes[size++] = (byte) c;
        } else if (c >= 0x80) {
            size += encode(c, size);
        } else {
            bytes[size++] = '\\';
            if (c == '\n') {
                bytes[size++] = 'n';
            } else if (c == '\t') {
                bytes[size++] = 't';
            } else if (c == '"' || c == '\\') {
                bytes[size++] = (byte) c;
            } else {
                control(c);
            }
        }
    }

    private void control(char c) {
        bytes[size++] = 'u';
        bytes[size++] = '0';
        bytes[size++] = '0';
        bytes[size++] = HEX[c >> 4];
        bytes[size++] = HEX[c & 15];
    }

    private void supplementary(int code) {
        bytes[size++] = (byte) (0xf0 | code >> 18);
        bytes[size++] = (byte) (0x80 | code >> 12 & 0x3f);
        bytes[size++] = (byte) (0x80 | code >> 6 & 0x3f);
        bytes[size++] = (byte) (0x80 | code & 0x3f);
    }

    /** Writes a character as UTF-8 and gives the number of bytes. */
    private int encode(char c, int at) {
        if (c < 0x80) {
            bytes[at] = (byte) c;
            return 1;
        }
        if (c < 0x800) {
            bytes[at] = (byte) (0xc0 | c >> 6);
            bytes[at + 1] = (byte) (0x80 | c & 0x3f);
            return 2;
        }
        bytes[at] = (byte) (0xe0 | c >> 12);
        bytes[at + 1] = (byte) (0x80 | c >> 6 & 0x3f);
        bytes[at + 2] = (byte) (0x80 | c & 0x3f);
        return 3;
    }

    /** The character of two or three bytes at {@code at}; a surrogate for one of four, which has no case. */
    private char decoded(int at) {
        int first = bytes[at] & 0xff;
        if (first >= 0xf0) {
            return Character.MIN_SURROGATE;
        }
        return first < 0xe0
                ? (char) ((first & 0x1f) << 6 | bytes[at + 1] & 0x3f)
                : (char) ((first & 0x0f) << 12 | (bytes[at + 1] & 0x3f) << 6 | bytes[at + 2] & 0x3f);
    }

    private void replace(int at, char before, char after) {
        if (before == after) {
            return;
        }
        int narrow = width(before);
        int wide = width(after);
        reserve(2);
        System.arraycopy(bytes, at + narrow, bytes, at + wide, size - at - narrow);
        size += wide - narrow;
        encode(after, at);
    }

    private static int width(char c) {
        return c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
    }

    private static int digits(int number) {
        int digits = 1;
        for (int left = number; left >= 10; left /= 10) {
            digits++;
        }
        return digits;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
