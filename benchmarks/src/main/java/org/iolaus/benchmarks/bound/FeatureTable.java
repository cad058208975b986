package org.iolaus.benchmarks.bound;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.iolaus.benchmarks.recording.Recording;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.fingerprint.AccountFingerprinter;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.detection.pipeline.DetectorConfig;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of each account with an exchange: of itself, of what it shares, and of its closest neighbours: the
 * mean of their own features and how far it lies from them, how far apart they signed up, how alike their clocks are. No
 * label is in it, neither its own nor a neighbour's.
 *
 * @param ids ids of the accounts
 * @param rows features of each
 */
record FeatureTable(List<String> ids, float[][] rows) {
    private static final int AROUND = 5;

    static FeatureTable of(Recording recording) {
        AccountFingerprinter fingerprinter = new AccountFingerprinter(DetectorConfig.DEFAULT.fingerprint());
        Object2IntOpenHashMap<String> numbers = new Object2IntOpenHashMap<>();
        numbers.defaultReturnValue(-1);
        List<String> ids = new ArrayList<>();
        List<OwnFeatures> own = new ArrayList<>();
        List<Graph> graphs = Graph.empty();
        for (Fingerprint exchange : recording.exchanges()) {
            int number = numbers.getInt(exchange.accountId());
            if (number < 0) {
                number = ids.size();
                numbers.put(exchange.accountId(), number);
                ids.add(exchange.accountId());
                own.add(new OwnFeatures());
            }
            own.get(number).add(exchange);
            Graph.add(graphs, number, exchange);
        }
        List<@Nullable AccountFingerprint> facts = new ArrayList<>(Collections.nCopies(ids.size(), null));
        for (Account account : recording.accounts()) {
            int number = numbers.getInt(account.accountId());
            if (number >= 0) {
                AccountFingerprint known = fingerprinter.fingerprint(account);
                facts.set(number, known);
                Graph.add(graphs, number, known);
            }
        }
        graphs.forEach(graph -> graph.freeze(ids.size()));
        long end = recording.exchanges().getLast().timeMicros();
        return new FeatureTable(ids, rows(own, facts, graphs, end));
    }

    private static float[][] rows(
            List<OwnFeatures> own, List<@Nullable AccountFingerprint> facts, List<Graph> graphs, long end) {
        float[][] alone = new float[own.size()][];
        double[][] clocks = new double[own.size()][];
        for (int i = 0; i < alone.length; i++) {
            alone[i] = own.get(i).row(facts.get(i), end);
            clocks[i] = own.get(i).clock();
        }
        Relations relations = new Relations(graphs, alone.length);
        float[][] rows = new float[alone.length][];
        for (int i = 0; i < rows.length; i++) {
            float[] related = relations.row(i);
            float[] around = around(i, relations.nearest(), alone, clocks, facts);
            rows[i] = new float[alone[i].length + related.length + around.length];
            System.arraycopy(alone[i], 0, rows[i], 0, alone[i].length);
            System.arraycopy(related, 0, rows[i], alone[i].length, related.length);
            System.arraycopy(around, 0, rows[i], alone[i].length + related.length, around.length);
        }
        return rows;
    }

    private static float[] around(
            int account, int[] nearest, float[][] alone, double[][] clocks, List<@Nullable AccountFingerprint> facts) {
        int size = OwnFeatures.SIZE;
        float[] around = new float[2 * size + AROUND];
        for (int other : nearest) {
            for (int i = 0; i < size; i++) {
                around[i] += alone[other][i] / nearest.length;
                around[size + i] += Math.abs(alone[other][i] - alone[account][i]) / nearest.length;
            }
        }
        double[] apart = Arrays.stream(nearest)
                .mapToDouble(other -> Math.abs(created(facts.get(other)) - created(facts.get(account))))
                .sorted()
                .toArray();
        double alike = Arrays.stream(nearest)
                .mapToDouble(other -> overlap(clocks[other], clocks[account]))
                .average()
                .orElse(-1);
        around[2 * size] = nearest.length;
        around[2 * size + 1] = (float) (apart.length == 0 ? -1 : apart[0]);
        around[2 * size + 2] = (float) (apart.length == 0 ? -1 : apart[apart.length / 4]);
        around[2 * size + 3] = (float) (apart.length == 0 ? -1 : apart[apart.length / 2]);
        around[2 * size + 4] = (float) alike;
        return around;
    }

    /** Sign-up time in hours. */
    private static double created(@Nullable AccountFingerprint facts) {
        return facts == null ? 0 : facts.account().createdMicros() / 3.6e9;
    }

    private static double overlap(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.min(one[i], other[i]);
        }
        return sum;
    }
}
