package org.iolaus.service.findings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object in the order added, with numbers rounded alike everywhere; absent values stay out. */
public final class Fields {
    private static final int BITS_DIGITS = 1;
    private static final int SHARE_DIGITS = 6;

    private final Map<String, Object> fields = new LinkedHashMap<>();

    public Fields put(String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
        return this;
    }

    /** Adds a count; negative means unknown. */
    public Fields count(String name, long count) {
        return put(name, count < 0 ? null : count);
    }

    /** Adds an event time in RFC 3339; negative means unknown. */
    public Fields time(String name, long micros) {
        return put(name, micros < 0 ? null : time(micros));
    }

    public Fields bits(String name, double bits) {
        return put(name, rounded(bits, BITS_DIGITS));
    }

    /** Adds a share or probability in 0..1. */
    public Fields share(String name, double share) {
        return put(name, rounded(share, SHARE_DIGITS));
    }

    /** Adds a number rounded to so many digits after the point. */
    public Fields number(String name, double value, int digits) {
        return put(name, rounded(value, digits));
    }

    /** Adds shares by name, largest first, equal ones by name. */
    public Fields shares(String name, Map<String, Double> shares) {
        Fields object = new Fields();
        shares.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .forEach(entry -> object.share(entry.getKey(), entry.getValue()));
        return put(name, object.asMap());
    }

    public <T> Fields list(String name, List<T> values, Function<T, Fields> each) {
        return put(name, values.stream().map(value -> each.apply(value).asMap()).toList());
    }

    /** This object as pretty-printed JSON, without a final line break. */
    public String json() {
        return JsonText.pretty(fields);
    }

    public Map<String, Object> asMap() {
        return fields;
    }

    public static String time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }

    public static @Nullable BigDecimal rounded(double value, int digits) {
        if (!Double.isFinite(value)) {
            return null;
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN);
        BigDecimal stripped = rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
        return stripped.scale() < 1 ? stripped.setScale(1) : stripped;
    }
}
