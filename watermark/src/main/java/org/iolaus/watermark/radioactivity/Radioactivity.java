package org.iolaus.watermark.radioactivity;

import org.iolaus.watermark.detection.DistinctPairs;
import org.iolaus.watermark.detection.KeyTest;
import org.iolaus.watermark.detection.Score;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;

/**
 * The test whether a model was trained on text marked with one key. If it was not, its tokens do not depend on the key,
 * and the p-value is exact whatever the model; it says nothing of who trained it, or on how much.
 *
 * @param scheme of the served text
 * @param key a campaign's, or an account's if one account's text alone is enough
 * @param shared whether the served text carried accounts' marks too, so that only half of its windows count here
 */
public record Radioactivity(Scheme scheme, MarkKey key, boolean shared) {
    /** Tests a suspect's pairs. */
    public Score test(DistinctPairs pairs) {
        return KeyTest.of(scheme, shared ? pairs.ofCampaign(key) : pairs).score(key);
    }
}
