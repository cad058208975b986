package org.iolaus.service.configuration;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes and lengths of time as people write them. */
final class Amounts {
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,12})([a-zA-Z]?)");

    private Amounts() {}

    static long bytes(String text) {
        Matcher matcher = matched(text);
        int unit = "kmg".indexOf(matcher.group(2).toLowerCase(Locale.ROOT));
        long number = Long.parseLong(matcher.group(1));
        if (unit < 0) {
            throw new IllegalArgumentException(text);
        }
        int shift = matcher.group(2).isEmpty() ? 0 : 10 * (unit + 1);
        return Math.multiplyExact(number, 1L << shift);
    }

    static Duration duration(String text) {
        if (text.startsWith("P")) {
            try {
                return Duration.parse(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(text, e);
            }
        }
        Matcher matcher = matched(text);
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Matcher matched(String text) {
        Matcher matcher = AMOUNT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        return matcher;
    }
}
