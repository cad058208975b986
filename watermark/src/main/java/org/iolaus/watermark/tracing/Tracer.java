package org.iolaus.watermark.tracing;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.iolaus.watermark.detection.DistinctPairs;
import org.iolaus.watermark.detection.KeyTest;
import org.iolaus.watermark.detection.Score;
import org.iolaus.watermark.detection.TokensNeeded;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.scheme.SipHash;

/**
 * Names the account whose key marked a text, by testing every key there is.
 *
 * <p>A key fires if its p-value times the number of keys is at most the error: by Bonferroni's bound, any key fires on a
 * text that none of them marked with at most that chance, whatever the keys' scores have in common. An account is named
 * only if exactly one key fires. Whoever lacks an account's key cannot make it fire but by copying that account's text, and
 * whoever splices texts of several accounts makes several fire (Toward Breaking Watermarks in Distortion-free Large
 * Language Models, arXiv 2507.07871, argues for the rule). Immutable.
 *
 * @param error accepted chance to name anybody for an unmarked text, between 0 and 1
 * @param assumedBits entropy of the text in bits a token, for the number of tokens needed
 * @param threads to share the keys among
 */
public record Tracer(Scheme scheme, double error, double assumedBits, int threads) {
    /** Suspects that are kept: enough to tell one from several, and to name those that fire. */
    private static final int KEPT = 100;

    public Tracer {
        if (!(error > 0 && error < 1)) {
            throw new IllegalArgumentException("error is %s, must be between 0 and 1".formatted(error));
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads is %d, must be at least 1".formatted(threads));
        }
        TokensNeeded.checkBits(assumedBits);
    }

    /** Traces a text, pooled from one response or many, to one of these keys, which must all differ. */
    public Trace trace(DistinctPairs pairs, List<MarkKey> keys) {
        return trace(pairs, keys, _ -> {});
    }

    /**
     * Traces a text, pooled from one response or many, to one of these keys, which must all differ.
     *
     * @param tested takes numbers of keys as they are tested, in the caller's thread
     */
    public Trace trace(DistinctPairs pairs, List<MarkKey> keys, IntConsumer tested) {
        check(keys);
        KeyTest test = KeyTest.of(scheme, pairs);
        double[] statistics = new KeySweep(threads).statistics(test, keys, tested);
        List<Suspect> best = best(statistics)
                .mapToObj(i -> suspect(keys.get(i), test, statistics[i], keys.size()))
                .toList();
        int scored = test.scoredTokens();
        return new ExactlyOne(error, () -> TokensNeeded.of(scheme, error / keys.size(), assumedBits))
                .judge(best, scored, pairs.repeated());
    }

    /** The places of the largest statistics, largest first. */
    private static IntStream best(double[] statistics) {
        double[] sorted = statistics.clone();
        Arrays.sort(sorted);
        double least = sorted[Math.max(0, sorted.length - KEPT)];
        return IntStream.range(0, statistics.length)
                .filter(i -> statistics[i] >= least)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -statistics[i]))
                .limit(KEPT)
                .mapToInt(Integer::intValue);
    }

    private static Suspect suspect(MarkKey key, KeyTest test, double statistic, int keys) {
        Score score = test.score(statistic);
        return new Suspect(key, score, score.pValue().amongst(keys));
    }

    /** Keys must differ, or the exactly-one rule could name nobody. */
    static void check(List<MarkKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("keys are empty, must be at least one");
        }
        LongOpenHashSet secrets = new LongOpenHashSet(keys.size());
        for (MarkKey key : keys) {
            if (!secrets.add(SipHash.hash(key, 0))) {
                refuse(key, keys);
            }
        }
    }

    private static void refuse(MarkKey key, List<MarkKey> keys) {
        List<String> same = keys.stream()
                .filter(other -> other.low() == key.low() && other.high() == key.high())
                .map(MarkKey::id)
                .toList();
        if (same.size() > 1) {
            throw new IllegalArgumentException("keys %s have the same secret, must differ".formatted(same));
        }
    }
}
