package org.iolaus.evaluation.baseline;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.iolaus.detection.campaign.ColumnScore;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.detection.profile.Recurrence;
import org.jspecify.annotations.Nullable;

/** Traffic being taken in. Not thread-safe. */
final class TrafficTally {
    private static final long HOUR_MICROS = 3_600_000_000L;
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private final long maxPairs;
    private final Long2IntOpenHashMap accounts = new Long2IntOpenHashMap();
    private final List<String> ids = new ArrayList<>();
    private final IntArrayList exchanges = new IntArrayList();
    private final List<@Nullable AccountFingerprint> facts = new ArrayList<>();
    private final List<@Nullable Fingerprint> first = new ArrayList<>();
    private final List<Recurrence> openings = new ArrayList<>();
    private long endMicros = Long.MIN_VALUE;
    private final Map<Column, Pairs> columns = new EnumMap<>(Column.class);
    private long held;

    /** An empty tally that holds at most {@code maxPairs} distinct pairs of account and value. */
    TrafficTally(long maxPairs) {
        this.maxPairs = maxPairs;
        for (Column column : Column.values()) {
            columns.put(column, new Pairs());
        }
    }

    /** Distinct pairs of one column, with objects numbered as they come. */
    private static final class Pairs {
        private final Long2IntOpenHashMap objects = new Long2IntOpenHashMap();
        private final LongOpenHashSet edges = new LongOpenHashSet();

        boolean add(int account, long value) {
            int next = objects.size();
            int object = objects.getOrDefault(value, next);
            if (object == next) {
                objects.put(value, next);
            }
            return edges.add((long) account << 32 | object);
        }

        Sharing sharing(int accountCount) {
            long[] sorted = edges.toLongArray();
            Arrays.sort(sorted);
            return Sharing.of(accountCount, objects.size(), sorted);
        }
    }

    void account(long account, AccountFingerprint known) {
        int number = number(account, known.account().accountId());
        facts.set(number, known);
        add(Column.PAYMENT, number, known.payment());
        add(Column.EMAIL_PATTERN, number, known.email());
        add(Column.SIGNUP_ADDRESS, number, known.ip());
    }

    void exchange(Fingerprint exchange) {
        int number = number(exchange.account(), exchange.accountId());
        exchanges.set(number, exchanges.getInt(number) + 1);
        if (first.get(number) == null) {
            first.set(number, exchange);
        }
        endMicros = Math.max(endMicros, exchange.timeMicros());
        add(Column.EXIT_ADDRESS, number, exchange.ip());
        add(Column.EXIT_PREFIX, number, exchange.prefix());
        add(Column.CLIENT, number, exchange.client());
        add(Column.SYSTEM_PROMPT, number, exchange.system());
        add(Column.TOOLS, number, exchange.tools());
        if (exchange.opening() != 0 && openings.get(number).recurs(exchange.opening())) {
            add(Column.OPENING, number, exchange.opening());
        }
        long hour = Math.floorDiv(exchange.timeMicros(), HOUR_MICROS);
        long quarter = Math.floorDiv(hour, 6);
        add(Column.OPENING_IN_AN_HOUR, number, inWindow(exchange.opening(), hour));
        add(Column.OPENING_IN_SIX_HOURS, number, inWindow(exchange.opening(), quarter));
        add(Column.PROMPT_IN_AN_HOUR, number, inWindow(exchange.system(), hour));
        add(Column.PROMPT_IN_SIX_HOURS, number, inWindow(exchange.system(), quarter));
    }

    /** @param scores scores of each account's group in a scan, by id */
    Traffic traffic(Map<String, List<ColumnScore>> scores) {
        Map<Column, Sharing> sharing = new EnumMap<>(Column.class);
        columns.forEach((column, pairs) -> sharing.put(column, pairs.sharing(ids.size())));
        return new Traffic(ids, exchanges.toIntArray(), sharing, facts, first, endMicros, scores);
    }

    private static long inWindow(long content, long window) {
        return content == 0 ? 0 : content ^ (window + 1) * MIX;
    }

    private int number(long account, String id) {
        int next = ids.size();
        int number = accounts.getOrDefault(account, next);
        if (number == next) {
            accounts.put(account, next);
            ids.add(id);
            exchanges.add(0);
            facts.add(null);
            first.add(null);
            openings.add(new Recurrence());
        }
        return number;
    }

    private void add(Column column, int account, long value) {
        Pairs pairs = columns.get(column);
        if (value != 0 && pairs != null && pairs.add(account, value) && ++held > maxPairs) {
            throw new IllegalStateException("distinct pairs of account and value must be at most " + maxPairs
                    + " for the baselines, which hold them in memory");
        }
    }
}
