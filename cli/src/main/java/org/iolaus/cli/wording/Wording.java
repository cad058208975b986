package org.iolaus.cli.wording;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.iolaus.detection.calibration.Calibration;

/** Numbers and times in words and digits, the same on every machine. */
public final class Wording {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SHORT_DAY =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final String[] SMALL = {
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"
    };

    private Wording() {}

    /** {@code 1,234,567}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 9.88 billion}, to three digits; below a million the whole number. */
    public static String large(long number) {
        if (number >= 1_000_000_000) {
            return threeDigits(number / 1e9) + " billion";
        }
        return number >= 1_000_000 ? threeDigits(number / 1e6) + " million" : count(number);
    }

    private static String threeDigits(double number) {
        int decimals = number < 10 ? 2 : number < 100 ? 1 : 0;
        return String.format(Locale.ROOT, "%,." + decimals + "f", number);
    }

    /** {@code 1 account}, {@code 5,380 accounts}. */
    public static String count(long number, String noun) {
        return count(number) + " " + plural(number, noun);
    }

    /** {@code no campaigns}, {@code three campaigns}, {@code 14 campaigns}. */
    public static String spelled(long number, String noun) {
        return spelled(number) + " " + plural(number, noun);
    }

    /** {@code three}, {@code 14}. */
    public static String spelled(long number) {
        return number < SMALL.length ? SMALL[(int) number] : count(number);
    }

    /** {@code campaign} or {@code campaigns}, without the number. */
    public static String plural(long number, String noun) {
        if (number == 1) {
            return noun;
        }
        boolean consonantY = noun.matches(".*[^aeiou]y");
        return consonantY ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }

    /** {@code 41.2}. */
    public static String bits(double bits) {
        return String.format(Locale.ROOT, "%,.1f", bits == 0 ? 0.0 : bits);
    }

    /** {@code 61 %}, {@code 0.4 %}. */
    public static String percent(double share) {
        boolean fine = share > 0 && share < 0.0995;
        return String.format(Locale.ROOT, fine ? "%.1f %%" : "%.0f %%", share * 100);
    }

    /** {@code 0.998}; never rounds to certainty. */
    public static String probability(double probability) {
        if (probability > 0.9995) {
            return "> 0.999";
        }
        return probability < 0.0005 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", probability);
    }

    /** {@code 23 Feb 2026 10:00}, UTC. */
    public static String minute(long micros) {
        return MINUTE.format(instant(micros));
    }

    /** {@code 23 Feb 2026}, UTC. */
    public static String day(long micros) {
        return DAY.format(instant(micros));
    }

    /** {@code 23 Feb}, UTC. */
    public static String shortDay(long micros) {
        return SHORT_DAY.format(instant(micros));
    }

    /** {@code 14 days}, {@code 3 hours}, {@code 5 minutes}, rounded to the nearest. */
    public static String span(long fromMicros, long toMicros) {
        Duration span = Duration.of(Math.max(0, toMicros - fromMicros), ChronoUnit.MICROS);
        long hours = Math.round(span.toSeconds() / 3600.0);
        if (hours >= 48) {
            return count(Math.round(hours / 24.0), "day");
        }
        return hours >= 1 ? count(hours, "hour") : count(Math.max(1, span.toMinutes()), "minute");
    }

    /** What a calibration asks for, and what it vouches for. */
    public static String thresholds(Calibration calibration) {
        return String.format(
                Locale.ROOT,
                "restrict from %s bits, verify from %s; vouches for a rate of %.2g (target %.2g) on %s",
                bits(calibration.restrict().bits()),
                bits(calibration.verify().bits()),
                calibration.restrict().rate(),
                calibration.target(),
                count(calibration.restrict().groups(), "honest group"));
    }

    /** A machine name as words: {@code shared_payment} becomes {@code shared payment}. */
    public static String words(String machineName) {
        return VisibleText.of(machineName).replace('_', ' ');
    }

    /** What was given up at a memory ceiling, in words, by its machine name. */
    public static String loss(String machineName) {
        return switch (machineName) {
            case "single_sightings" -> "pieces of prompts that an account had used once";
            case "single_owner_objects" -> "addresses, cards and prompts that one account alone had";
            case "remembered_identifiers" -> "identifiers remembered against repeats";
            case "crowded_out_exchanges" -> "exchanges that came out of order";
            default -> words(machineName);
        };
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
