package org.iolaus.benchmarks.bound;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;
import java.util.List;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.fingerprint.Fingerprint;

/** Who holds what in one layer: distinct pairs of account and value. Not thread-safe while it is filled. */
final class Graph {
    /** Kinds of value that accounts share. */
    enum Layer {
        EXIT_ADDRESS,
        EXIT_PREFIX,
        SIGN_UP_ADDRESS,
        CLIENT,
        PAYMENT,
        EMAIL_PATTERN,
        SYSTEM_PROMPT,
        SYSTEM_SHINGLES,
        TOOLS,
        OPENING,
        SHINGLES,
        ITEM,
        OPENING_IN_AN_HOUR
    }

    private static final long HOUR_MICROS = 3_600_000_000L;
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private final Long2IntOpenHashMap values = new Long2IntOpenHashMap();
    private final LongOpenHashSet pairs = new LongOpenHashSet();
    private int[][] objects = {};
    private int[][] holders = {};

    /** One graph a layer, in the order of {@link Layer}. */
    static List<Graph> empty() {
        return Arrays.stream(Layer.values()).map(_ -> new Graph()).toList();
    }

    static void add(List<Graph> graphs, int account, AccountFingerprint facts) {
        graphs.get(Layer.SIGN_UP_ADDRESS.ordinal()).add(account, facts.ip());
        graphs.get(Layer.PAYMENT.ordinal()).add(account, facts.payment());
        graphs.get(Layer.EMAIL_PATTERN.ordinal()).add(account, facts.email());
    }

    static void add(List<Graph> graphs, int account, Fingerprint exchange) {
        graphs.get(Layer.EXIT_ADDRESS.ordinal()).add(account, exchange.ip());
        graphs.get(Layer.EXIT_PREFIX.ordinal()).add(account, exchange.prefix());
        graphs.get(Layer.CLIENT.ordinal()).add(account, exchange.client());
        graphs.get(Layer.SYSTEM_PROMPT.ordinal()).add(account, exchange.system());
        graphs.get(Layer.TOOLS.ordinal()).add(account, exchange.tools());
        graphs.get(Layer.OPENING.ordinal()).add(account, exchange.opening());
        graphs.get(Layer.ITEM.ordinal()).add(account, exchange.item());
        for (long shingle : exchange.systemShingles()) {
            graphs.get(Layer.SYSTEM_SHINGLES.ordinal()).add(account, shingle);
        }
        for (long shingle : exchange.shingles()) {
            graphs.get(Layer.SHINGLES.ordinal()).add(account, shingle);
        }
        if (exchange.opening() != 0) {
            long hour = Math.floorDiv(exchange.timeMicros(), HOUR_MICROS);
            graphs.get(Layer.OPENING_IN_AN_HOUR.ordinal()).add(account, exchange.opening() ^ (hour + 1) * MIX);
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
