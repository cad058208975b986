package org.iolaus.ingest.json;

/** Tells well-formed UTF-8 (Unicode 16, table 3-7) from the rest. */
public final class Utf8Check {
    private Utf8Check() {}

    /** Index of the first byte in {@code [from, to)} that breaks UTF-8, or -1 if all is well. */
    public static int firstError(byte[] bytes, int from, int to) {
        int i = Words.nonAscii(bytes, from, to);
        while (i < to) {
            int length = sequenceLength(bytes, i, to);
            if (length == 0) {
                return i;
            }
            i += length;
            if (i < to && bytes[i] >= 0) {
                i = Words.nonAscii(bytes, i, to);
            }
        }
        return -1;
    }

    private static int sequenceLength(byte[] bytes, int i, int to) {
        int lead = bytes[i] & 0xff;
        if (lead < 0xc2 || lead > 0xf4) {
            return 0;
        }
        if (lead < 0xe0) {
            return continues(bytes, i + 1, to) ? 2 : 0;
        }
        if (i + 2 >= to || !secondFits(lead, bytes[i + 1] & 0xff) || !continues(bytes, i + 2, to)) {
            return 0;
        }
        if (lead < 0xf0) {
            return 3;
        }
        return continues(bytes, i + 3, to) ? 4 : 0;
    }

    private static boolean secondFits(int lead, int second) {
        return switch (lead) {
            case 0xe0 -> second >= 0xa0 && second <= 0xbf;
            case 0xed -> second >= 0x80 && second <= 0x9f;
            case 0xf0 -> second >= 0x90 && second <= 0xbf;
            case 0xf4 -> second >= 0x80 && second <= 0x8f;
            default -> second >= 0x80 && second <= 0xbf;
        };
    }

    private static boolean continues(byte[] bytes, int i, int to) {
        return i < to && bytes[i] < (byte) 0xc0;
    }
}
