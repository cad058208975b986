package org.iolaus.watermark.selection;

import java.util.List;
import org.iolaus.watermark.detection.DistinctPairs;
import org.iolaus.watermark.detection.KeyTest;
import org.iolaus.watermark.scheme.Keying;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.statistics.PValue;

/**
 * A mark by choice: of n genuine candidates for one response, the one that the key would least likely prefer by luck.
 *
 * <p>Averaged over keys every candidate is as likely as any other, however long, because a candidate's p-value under a
 * key that knows nothing of it is uniform. So the response has the model's own law, and n times its price. What n = 4
 * gains a response is about one standard deviation of its score, little where candidates are nearly alike. The idea is
 * that of WaterMax (E. Giboulot and T. Furon, NeurIPS 2024), with whole responses and exact p-values.
 *
 * <p>The chosen texts are traced like any that were marked in sampling.
 *
 * @param scheme by which candidates are scored; its window counts words where candidates are words
 * @param keying the key of an account or a campaign, or both
 */
public record BestOfN(Scheme.Gumbel scheme, Keying keying) {
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
        PValue least = pValue(candidates.getFirst());
        for (int i = 1; i < candidates.size(); i++) {
            PValue pValue = pValue(candidates.get(i));
            if (pValue.compareTo(least) < 0) {
                least = pValue;
                chosen = i;
            }
        }
        return chosen;
    }

    /** The chosen one of texts, with words for tokens. */
    public String chooseText(List<String> candidates) {
        return candidates.get(choose(candidates.stream().map(WordTokenizer::ids).toList()));
    }

    /** The chance of a candidate's score, both keys' pairs taken together. */
    private PValue pValue(int[] tokens) {
        DistinctPairs pairs = DistinctPairs.of(scheme.window(), List.of(tokens));
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
}
