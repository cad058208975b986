package org.iolaus.ingest.parse;

/** Tells textual IPv4 and IPv6 addresses (RFC 4291, section 2.2) from anything else. Zones are refused. */
public final class Addresses {
    private static final int IPV6_GROUPS = 8;

    private Addresses() {}

    /** Whether the slice is an address. */
    public static boolean valid(byte[] b, int offset, int length) {
        int end = offset + length;
        for (int i = offset; i < end && i < offset + 5; i++) {
            if (b[i] == ':') {
                return ipv6(b, offset, end);
            }
        }
        return ipv4(b, offset, end);
    }

    private static boolean ipv4(byte[] b, int from, int end) {
        int i = from;
        for (int part = 0; part < 4; part++) {
            if (part > 0 && (i >= end || b[i++] != '.')) {
                return false;
            }
            int first = i;
            int value = 0;
            while (i < end && i < first + 3 && b[i] >= '0' && b[i] <= '9') {
                value = value * 10 + (b[i++] - '0');
            }
            if (i == first || value > 255 || (i > first + 1 && b[first] == '0')) {
                return false;
            }
        }
        return i == end;
    }

    private static boolean ipv6(byte[] b, int from, int end) {
        int i = from;
        int groups = 0;
        boolean shortened = false;
        if (i + 1 < end && b[i] == ':' && b[i + 1] == ':') {
            shortened = true;
            i += 2;
        }
        while (i < end) {
            int group = groupEnd(b, i, end);
            if (group < end && group > i && b[group] == '.') {
                return groupsFit(groups + 2, shortened) && ipv4(b, i, end);
            }
            if (group == i) {
                return false;
            }
            groups++;
            i = group;
            if (i == end) {
                break;
            }
            if (b[i++] != ':' || i == end) {
                return false;
            }
            if (b[i] == ':') {
                if (shortened) {
                    return false;
                }
                shortened = true;
                i++;
            }
        }
        return groupsFit(groups, shortened);
    }

    private static boolean groupsFit(int groups, boolean shortened) {
        return shortened ? groups < IPV6_GROUPS : groups == IPV6_GROUPS;
    }

    private static int groupEnd(byte[] b, int from, int end) {
        int i = from;
        while (i < end && i < from + 4 && Character.digit(b[i], 16) >= 0) {
            i++;
        }
        return i;
    }
}
