package org.iolaus.simulator.actor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.LocalDate;
import java.util.Arrays;
import org.iolaus.simulator.text.Text;

/** A growing buffer of lines of JSON. Reused; not thread-safe. */
public final class JsonBuffer {
    private static final byte[] HEX = "0123456789abcdef".getBytes(US_ASCII);
    private static final long SECOND = 1_000_000L;
    private static final long DAY_SECONDS = 86_400L;

    private final Text scratch = new Text();
    private byte[] bytes = new byte[1 << 16];
    private int size;
    private long day = Long.MIN_VALUE;
    private byte[] date = new byte[0];

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
    @SuppressWarnings("deprecation") // the only bulk copy of a string's low bytes
    JsonBuffer raw(String text) {
        int length = text.length();
        reserve(length);
        text.getBytes(0, length, bytes, size);
        size += length;
        return this;
    }

    JsonBuffer raw(long number) {
        if (number < 0) {
            return raw(Long.toString(number));
        }
        int digits = 1;
        for (long left = number; left >= 10; left /= 10) {
            digits++;
        }
        return padded(number, digits);
    }

    /** Appends a number in hexadecimal digits. */
    JsonBuffer hex(long number) {
        int digits = Math.max(1, (67 - Long.numberOfLeadingZeros(number)) / 4);
        reserve(digits);
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            bytes[size++] = HEX[(int) (number >>> shift) & 15];
        }
        return this;
    }

    /** Appends a time in RFC 3339 with microseconds. */
    JsonBuffer time(long micros) {
        long second = Math.floorDiv(micros, SECOND);
        if (day != Math.floorDiv(second, DAY_SECONDS)) {
            day = Math.floorDiv(second, DAY_SECONDS);
            date = LocalDate.ofEpochDay(day).toString().getBytes(US_ASCII);
        }
        int ofDay = (int) Math.floorMod(second, DAY_SECONDS);
        copy(date, date.length).raw("T").padded(ofDay / 3600, 2).raw(":").padded(ofDay / 60 % 60, 2);
        return raw(":").padded(ofDay % 60, 2)
                .raw(".")
                .padded(Math.floorMod(micros, SECOND), 6)
                .raw("Z");
    }

    /** Appends a quoted JSON string. */
    JsonBuffer quoted(String text) {
        scratch.clear();
        return quoted(scratch.append(text));
    }

    /** Appends a quoted JSON string. */
    JsonBuffer quoted(Text text) {
        return raw("\"").copy(text.bytes(), text.size()).raw("\"");
    }

    /** Appends the lines of a text as quoted JSON strings, joined by commas. */
    JsonBuffer quotedLines(Text text) {
        byte[] from = text.bytes();
        reserve(2 * text.size() + 2);
        bytes[size++] = '"';
        for (int i = 0; i < text.size(); i++) {
            if (from[i] != '\\') {
                bytes[size++] = from[i];
            } else if (from[++i] == 'n') {
                bytes[size++] = '"';
                bytes[size++] = ',';
                bytes[size++] = '"';
            } else {
                bytes[size++] = '\\';
                bytes[size++] = from[i];
            }
        }
        bytes[size++] = '"';
        return this;
    }

    private JsonBuffer copy(byte[] from, int count) {
        reserve(count);
        System.arraycopy(from, 0, bytes, size, count);
        size += count;
        return this;
    }

    private JsonBuffer padded(long number, int digits) {
        reserve(digits);
        long left = number;
        for (int i = size + digits - 1; i >= size; i--) {
            bytes[i] = (byte) ('0' + left % 10);
            left /= 10;
        }
        size += digits;
        return this;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
