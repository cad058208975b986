package org.iolaus.ingest.parse;

/**
 * Times as in RFC 3339, such as {@code 2026-02-23T10:00:00.123456Z}, in microseconds since 1970. A zone is required;
 * digits beyond microseconds are dropped.
 */
public final class Times {
    /** What {@link #parse} answers for anything else. */
    public static final long INVALID = Long.MIN_VALUE;

    private static final int[] MONTH_DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int SECONDS_END = 19;
    /** Microseconds of each digit after the point. */
    private static final int[] MICRO_UNITS = {100_000, 10_000, 1_000, 100, 10, 1};

    private Times() {}

    /** The time, or {@link #INVALID}. */
    public static long parse(byte[] b, int offset, int length) {
        if (length < SECONDS_END + 1 || !punctuated(b, offset)) {
            return INVALID;
        }
        int century = twoDigits(b, offset);
        int yearOfCentury = twoDigits(b, offset + 2);
        int month = twoDigits(b, offset + 5);
        int day = twoDigits(b, offset + 8);
        int hour = twoDigits(b, offset + 11);
        int minute = twoDigits(b, offset + 14);
        int second = twoDigits(b, offset + 17);
        int year = century * 100 + yearOfCentury;
        boolean digits = (century | yearOfCentury | month | day | hour | minute | second) >= 0;
        if (!digits || !dayExists(year, month, day)) {
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
        int fraction = 0;
        if (b[i] == '.') {
            int first = ++i;
            for (; i < to && b[i] >= '0' && b[i] <= '9'; i++) {
                fraction = i < first + MICRO_UNITS.length ? fraction + (b[i] - '0') * MICRO_UNITS[i - first] : fraction;
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
        int hours = twoDigits(b, i + 1);
        int minutes = twoDigits(b, i + 4);
        if ((hours | minutes) < 0 || hours > 23 || minutes > 59) {
            return INVALID;
        }
        long micros = (hours * 60L + minutes) * 60_000_000L;
        return b[i] == '-' ? -micros : micros;
    }

    /** A number of two digits, or -1. */
    private static int twoDigits(byte[] b, int offset) {
        int tens = b[offset] - '0';
        int ones = b[offset + 1] - '0';
        return (tens | ones | 9 - tens | 9 - ones) >= 0 ? tens * 10 + ones : -1;
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
