package org.iolaus.detection.fingerprint;

import org.jspecify.annotations.Nullable;

/**
 * An IP address as 128 bits; IPv4 in its IPv4-mapped IPv6 form (RFC 4291, 2.5.5.2), so both spellings are one address.
 *
 * @param high first 64 bits
 * @param low last 64 bits
 */
record Address(long high, long low) {
    private static final long MAPPED = 0xffffL << 32;

    boolean isV4() {
        return high == 0 && low >>> 32 == 0xffff;
    }

    /** The network that stands for one subscriber or small site: /24 of IPv4, /48 of IPv6. */
    Address prefix() {
        return isV4() ? new Address(0, low & ~0xffL) : new Address(high & ~0xffffL, 0);
    }

    /** The range that an operator announces and shares out, as far as an address tells: /16 of IPv4, /32 of IPv6. */
    Address supernet() {
        return isV4() ? new Address(0, low & ~0xffffL) : new Address(high & ~0xffff_ffffL, 0);
    }

    /** Reads textual IPv4 or IPv6, with or without a zone; null if it is neither. */
    static @Nullable Address parse(String text) {
        return text.indexOf(':') < 0 ? parseV4(text, 0, text.length()) : parseV6(text);
    }

    private static @Nullable Address parseV4(String text, int from, int to) {
        long address = 0;
        int part = -1;
        int dots = 0;
        for (int i = from; i < to; i++) {
            int c = text.charAt(i);
            if (c == '.' && part >= 0) {
                address = address << 8 | part;
                part = -1;
                dots++;
            } else if (c >= '0' && c <= '9') {
                part = Math.max(part, 0) * 10 + c - '0';
            } else {
                return null;
            }
            if (part > 255) {
                return null;
            }
        }
        return dots == 3 && part >= 0 ? new Address(0, MAPPED | address << 8 | part) : null;
    }

    private static @Nullable Address parseV6(String text) {
        int zone = text.indexOf('%');
        int end = zone < 0 ? text.length() : zone;
        int[] groups = new int[8];
        int count = 0;
        int gap = -1;
        int i = 0;
        if (text.startsWith("::")) {
            gap = 0;
            i = 2;
        }
        while (i < end) {
            int next = text.indexOf(':', i);
            int stop = next < 0 || next > end ? end : next;
            int dot = text.indexOf('.', i);
            if (dot >= 0 && dot < end && stop == end) {
                Address tail = count <= 6 ? parseV4(text, i, end) : null;
                if (tail == null) {
                    return null;
                }
                groups[count++] = (int) (tail.low >>> 16) & 0xffff;
                groups[count++] = (int) tail.low & 0xffff;
                break;
            }
            int group = count < 8 ? parseGroup(text, i, stop) : -1;
            if (group < 0) {
                return null;
            }
            groups[count++] = group;
            i = stop + 1;
            if (i == end && stop < end) {
                return null;
            }
            if (i < end && text.charAt(i) == ':') {
                if (gap >= 0) {
                    return null;
                }
                gap = count;
                i++;
            }
        }
        return assemble(groups, count, gap);
    }

    private static int parseGroup(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return to > from && to - from <= 4 ? value : -1;
    }

    private static @Nullable Address assemble(int[] groups, int count, int gap) {
        if (gap < 0 ? count != 8 : count > 7) {
            return null;
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < 8; i++) {
            int from = gap < 0 || i < gap ? i : i - (8 - count);
            int group = gap >= 0 && i >= gap && from < gap ? 0 : groups[from];
            if (i < 4) {
                high = high << 16 | group;
            } else {
                low = low << 16 | group;
            }
        }
        return new Address(high, low);
    }
}
