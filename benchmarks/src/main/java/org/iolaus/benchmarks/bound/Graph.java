package org.iolaus.benchmarks.bound;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;
import java.util.List;
import org.iolaus.benchmarks.recording.ValueKind;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.fingerprint.Fingerprint;

/** Who holds what of one kind of value: distinct pairs of account and value. Not thread-safe while it is filled. */
final class Graph {
    private static final long HOUR_MICROS = 3_600_000_000L;
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private final Long2IntOpenHashMap values = new Long2IntOpenHashMap();
    private final LongOpenHashSet pairs = new LongOpenHashSet();
    private int[][] objects = {};
    private int[][] holders = {};

    /** One graph a kind, in the order of {@link ValueKind}. */
    static List<Graph> empty() {
        return Arrays.stream(ValueKind.values()).map(_ -> new Graph()).toList();
    }

    static void add(List<Graph> graphs, int account, AccountFingerprint facts) {
        graphs.get(ValueKind.SIGN_UP_ADDRESS.ordinal()).add(account, facts.ip());
        graphs.get(ValueKind.PAYMENT.ordinal()).add(account, facts.payment());
        graphs.get(ValueKind.EMAIL_PATTERN.ordinal()).add(account, facts.email());
    }

    static void add(List<Graph> graphs, int account, Fingerprint exchange) {
        graphs.get(ValueKind.EXIT_ADDRESS.ordinal()).add(account, exchange.ip());
        graphs.get(ValueKind.EXIT_PREFIX.ordinal()).add(account, exchange.prefix());
        graphs.get(ValueKind.CLIENT.ordinal()).add(account, exchange.client());
        graphs.get(ValueKind.SYSTEM_PROMPT.ordinal()).add(account, exchange.system());
        graphs.get(ValueKind.TOOLS.ordinal()).add(account, exchange.tools());
        graphs.get(ValueKind.OPENING.ordinal()).add(account, exchange.opening());
        graphs.get(ValueKind.ITEM.ordinal()).add(account, exchange.item());
        for (long shingle : exchange.systemShingles()) {
            graphs.get(ValueKind.SYSTEM_SHINGLES.ordinal()).add(account, shingle);
        }
        for (long shingle : exchange.shingles()) {
            graphs.get(ValueKind.RARE_SHINGLES.ordinal()).add(account, shingle);
        }
        if (exchange.opening() != 0) {
            long hour = Math.floorDiv(exchange.timeMicros(), HOUR_MICROS);
            graphs.get(ValueKind.OPENING_IN_AN_HOUR.ordinal()).add(account, exchange.opening() ^ (hour + 1) * MIX);
        }
    }

    private void add(int account, long value) {
        if (value != 0) {
            int next = values.size();
            int object = values.getOrDefault(value, next);
            if (object == next) {
                values.put(value, next);
            }
            pairs.add((long) account << Integer.SIZE | object);
        }
    }

    /** Ends the filling: from now on rows can be read. */
    void freeze(int accounts) {
        long[] sorted = pairs.toLongArray();
        Arrays.sort(sorted);
        int[] degrees = new int[accounts];
        int[] popularity = new int[values.size()];
        for (long pair : sorted) {
            degrees[(int) (pair >>> Integer.SIZE)]++;
            popularity[(int) pair]++;
        }
        objects = rows(degrees);
        holders = rows(popularity);
        for (long pair : sorted) {
            int account = (int) (pair >>> Integer.SIZE);
            int object = (int) pair;
            objects[account][--degrees[account]] = object;
            holders[object][--popularity[object]] = account;
        }
        pairs.clear();
        pairs.trim();
        values.clear();
        values.trim();
    }

    private static int[][] rows(int[] lengths) {
        return Arrays.stream(lengths).mapToObj(int[]::new).toArray(int[][]::new);
    }

    /** Values of an account. */
    int[] objects(int account) {
        return objects[account];
    }

    /** Accounts that have a value. */
    int[] holders(int object) {
        return holders[object];
    }
}
