package org.iolaus.watermark.tracing;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.iolaus.watermark.detection.GumbelSum;
import org.iolaus.watermark.detection.KeyTest;
import org.iolaus.watermark.scheme.MarkKey;

/**
 * The statistics of many keys on the same pairs. Blocks of keys are shared out among threads; each writes its own part of
 * the result, so the number of threads changes nothing in it.
 * Safe for threads.
 */
public final class KeySweep {
    private final int threads;

    /** @param threads to share the keys among, at least 1 */
    public KeySweep(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads is %d, must be at least 1".formatted(threads));
        }
        this.threads = threads;
    }

    /** The statistic of each key. */
    public double[] statistics(KeyTest test, List<MarkKey> keys) {
        return statistics(test, keys, _ -> {});
    }

    /**
     * The statistic of each key.
     *
     * @param tested takes the number of keys of each block that is done, in the caller's thread
     */
    double[] statistics(KeyTest test, List<MarkKey> keys, IntConsumer tested) {
        double[] statistics = new double[keys.size()];
        if (test instanceof GumbelSum gumbel) {
            long[] words = gumbel.pairs().toArray();
            eachBlock(keys.size(), from -> new KeyBlock(block(keys, from)).sums(words, statistics, from), tested);
        } else {
            eachBlock(keys.size(), from -> fill(test, keys, statistics, from), tested);
        }
        return statistics;
    }

    private static void fill(KeyTest test, List<MarkKey> keys, double[] statistics, int from) {
        List<MarkKey> block = block(keys, from);
        for (int i = 0; i < block.size(); i++) {
            statistics[from + i] = test.statistic(block.get(i));
        }
    }

    private static List<MarkKey> block(List<MarkKey> keys, int from) {
        return keys.subList(from, Math.min(keys.size(), from + KeyBlock.SIZE));
    }

    private void eachBlock(int keys, IntConsumer work, IntConsumer tested) {
        int blocks = (keys + KeyBlock.SIZE - 1) / KeyBlock.SIZE;
        if (threads == 1) {
            for (int block = 0; block < blocks; block++) {
                work.accept(block * KeyBlock.SIZE);
                tested.accept(Math.min(KeyBlock.SIZE, keys - block * KeyBlock.SIZE));
            }
            return;
        }
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<? extends Future<?>> results = IntStream.range(0, blocks)
                    .mapToObj(block -> executor.submit(() -> work.accept(block * KeyBlock.SIZE)))
                    .toList();
            for (int block = 0; block < blocks; block++) {
                results.get(block).get();
                tested.accept(Math.min(KeyBlock.SIZE, keys - block * KeyBlock.SIZE));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("tracing was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("tracing failed", e.getCause());
        }
    }
}
