package org.iolaus.ingest.parse;

/**
 * Times as in RFC 3339, such as {@code 2026-02-23T10:00:00.123456Z}, in microseconds since 1970. A zone is required;
 * digits beyond microseconds are dropped.
 */
final class Times {
    /** What {@link #parse} answers for anything else. */
    static final long INVALID = Long.MIN_VALUE;

    private static final int[] MONTH_DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int SECONDS_END = 19;

    private Times() {}

    static long parse(byte[] b, int offset, int length) {
        if (length < SECONDS_END + 1 || !punctuated(b, offset)) {
            return INVALID;
        }
        int year = digits(b, offset, 4);
        int month = digits(b, offset + 5, 2);
        int day = digits(b, offset + 8, 2);
        int hour = digits(b, offset + 11, 2);
        int minute = digits(b, offset + 14, 2);
        int second = digits(b, offset + 17, 2);
        if ((year | month | day | hour | minute | second) < 0 || !dayExists(year, month, day)) {
            return INVALID;
        }
        if (hour > 23 || minute > 59 || second > 60) {
            return INVALID;
        }
        long seconds = daysSince1970(year, month, day) * 86_400 + hour * 3_600L + minute * 60L + second;
        return fractionAndZone(b, offset + SECONDS_END, offset + length, seconds * 1_000_000);
    }

    private static boolean punctuated(byte[] b, int o) {
        byte separator = b[o + 10];
        return b[o + 4] == '-'
                && b[o + 7] == '-'
                && (separator == 'T' || separator == 't' || separator == ' ')
                && b[o + 13] == ':'
                && b[o + 16] == ':';
    }

    private static long fractionAndZone(byte[] b, int from, int to, long micros) {
        int i = from;
        long fraction = 0;
        if (b[i] == '.') {
            int first = ++i;
            long unit = 100_000;
            for (; i < to && b[i] >= '0' && b[i] <= '9'; i++, unit /= 10) {
                fraction += (b[i] - '0') * unit;
            }
            if (i == first) {
                return INVALID;
            }
        }
        long zone = zoneMicros(b, i, to);
        return zone == INVALID ? INVALID : micros + fraction - zone;
    }

    private static long zoneMicros(byte[] b, int i, int to) {
        if (to - i == 1) {
            return b[i] == 'Z' || b[i] == 'z' ? 0 : INVALID;
        }
        if (to - i != 6 || (b[i] != '+' && b[i] != '-') || b[i + 3] != ':') {
            return INVALID;
        }
        int hours = digits(b, i + 1, 2);
        int minutes = digits(b, i + 4, 2);
        if ((hours | minutes) < 0 || hours > 23 || minutes > 59) {
            return INVALID;
        }
        long micros = (hours * 60L + minutes) * 60_000_000L;
        return b[i] == '-' ? -micros : micros;
    }

    private static int digits(byte[] b, int offset, int count) {
        int value = 0;
        for (int i = offset; i < offset + count; i++) {
            int digit = b[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static boolean dayExists(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > MONTH_DAYS[month - 1]) {
            return false;
        }
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month != 2 || day < 29 || leap;
    }

    /** Days from 1970-01-01 in the proleptic Gregorian calendar, counting years from March. */
    private static long daysSince1970(int year, int month, int day) {
        long y = month <= 2 ? year - 1 : year;
        long era = Math.floorDiv(y, 400L);
        long yearOfEra = y - era * 400;
        long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097 + dayOfEra - 719_468;
    }
}
