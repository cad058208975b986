package org.iolaus.watermark.selection;

import java.util.Arrays;
import java.util.List;
import org.iolaus.watermark.detection.DistinctPairs;
import org.iolaus.watermark.detection.KeyTest;
import org.iolaus.watermark.scheme.GumbelNoise;
import org.iolaus.watermark.scheme.Keying;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.scheme.SipHash;
import org.iolaus.watermark.statistics.PValue;

/**
 * A mark by choice: of n genuine candidates for one response, the one that the key would least likely prefer by luck.
 *
 * <p>Averaged over keys every candidate is as likely as any other, however long, because a candidate's p-value under a
 * key that knows nothing of it is uniform; one that is too short to be scored draws a uniform number from the key, and
 * candidates that say the same count as often as they were drawn, by the Gumbel-max rule. So the response has the model's
 * own law where different candidates share no pairs, and n times its price. Where they share many, their p-values go
 * together, and from n = 3 on the odd one out is chosen more often than its share.
 *
 * <p>What n = 4 gains a response is about one standard deviation of its score, little where candidates are nearly alike.
 * The idea is that of WaterMax (E. Giboulot and T. Furon, NeurIPS 2024), with whole responses and exact p-values.
 *
 * <p>The chosen texts are traced like any that were marked in sampling.
 *
 * @param scheme by which candidates are scored; its window counts words where candidates are words
 * @param keying the key of an account or a campaign, or both
 */
public record BestOfN(Scheme.Gumbel scheme, Keying keying) {
    /** Below it −ln(1 − p) is p to the last bit. */
    private static final double TINY = 1e-17;

    /** The second word of the last hash, above all token ids, so that it meets no other hash. */
    private static final long UNSCORED = 0x756e73636f726564L;

    /**
     * Index of the chosen candidate; the first of equal ones.
     *
     * @param candidates token ids of each, at least one candidate
     */
    public int choose(List<int[]> candidates) {
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("candidates are 0, must be at least 1");
        }
        int chosen = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < candidates.size(); i++) {
            double waiting = lnWaiting(pValue(candidates.get(i)), copies(candidates, candidates.get(i)));
            if (waiting < least) {
                least = waiting;
                chosen = i;
            }
        }
        return chosen;
    }

    private static long copies(List<int[]> candidates, int[] tokens) {
        return candidates.stream().filter(other -> Arrays.equals(other, tokens)).count();
    }

    /** ln of −ln(1 − p) / copies: exponential times, of which the least belongs to each with its share of the copies. */
    private static double lnWaiting(PValue pValue, long copies) {
        double chance = pValue.chance();
        double ln = chance < TINY ? pValue.ln() : Math.log(-Math.log1p(-chance));
        return ln - Math.log((double) copies);
    }

    /** The chosen one of texts, with words for tokens. */
    public String chooseText(List<String> candidates) {
        return candidates.get(choose(candidates.stream().map(WordTokenizer::ids).toList()));
    }

    /** The chance of a candidate's score, both keys' pairs taken together. */
    private PValue pValue(int[] tokens) {
        DistinctPairs pairs = DistinctPairs.of(scheme.window(), List.of(tokens));
        if (pairs.size() == 0) {
            return unscored(tokens);
        }
        KeyTest all = KeyTest.of(scheme, pairs);
        return switch (keying) {
            case Keying.One one -> all.score(one.key()).pValue();
            case Keying.Shared shared -> {
                KeyTest campaign = KeyTest.of(scheme, pairs.ofCampaign(shared.campaign()));
                KeyTest account = KeyTest.of(scheme, pairs.ofAccounts(shared.campaign()));
                yield all.pValue(campaign.statistic(shared.campaign()) + account.statistic(shared.account()));
            }
        };
    }

    /** A uniform number that the key draws for a response without a pair; no test ever sees it. */
    private PValue unscored(int[] tokens) {
        MarkKey key = switch (keying) {
            case Keying.One one -> one.key();
            case Keying.Shared shared -> shared.account();
        };
        long hash = tokens.length;
        for (int token : tokens) {
            hash = SipHash.hash(key.low(), key.high(), hash, token);
        }
        return PValue.of(GumbelNoise.complement(SipHash.hash(key.low(), key.high(), hash, UNSCORED)));
    }
}
