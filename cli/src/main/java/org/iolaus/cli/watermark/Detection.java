package org.iolaus.cli.watermark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.iolaus.watermark.detection.Detector;
import org.iolaus.watermark.detection.DistinctPairs;
import org.iolaus.watermark.detection.Finding;
import org.iolaus.watermark.keys.KeyId;
import org.iolaus.watermark.keys.KeyRing;
import org.iolaus.watermark.scheme.Keying;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;

/**
 * A test of texts against the keys that one key id names: both keys of an account of a campaign, each on its own windows
 * and with half of the error.
 *
 * @param keying of the key id
 * @param error accepted over all keys
 */
public record Detection(Scheme scheme, Keying keying, double error, double assumedBits) {
    /** What one key's test found. */
    public record OfKey(MarkKey key, int repeatedTokens, Finding finding) {}

    /** What the tests of one text found. */
    public record OfText(String name, List<OfKey> keys) {}

    /** The test of a key id, with the settings of its epoch. */
    public static Detection of(KeyRing ring, KeyId id, double error, double assumedBits) {
        return new Detection(ring.schedule().epochOf(id).settings().scheme(), ring.keying(id), error, assumedBits);
    }

    /** Tests texts, pooled. */
    public List<OfKey> pooled(List<int[]> texts) {
        DistinctPairs pairs = DistinctPairs.of(scheme.window(), texts);
        return switch (keying) {
            case Keying.One one -> List.of(find(one.key(), pairs, error));
            case Keying.Shared shared ->
                List.of(
                        find(shared.account(), pairs.ofAccounts(shared.campaign()), error / 2),
                        find(shared.campaign(), pairs.ofCampaign(shared.campaign()), error / 2));
        };
    }

    /** Tests texts one by one, with the error shared out among them. */
    public List<OfText> each(List<MarkedText> texts, BiConsumer<Integer, Integer> progress) {
        Detection single = new Detection(scheme, keying, error / texts.size(), assumedBits);
        List<OfText> found = new ArrayList<>();
        for (MarkedText text : texts) {
            found.add(new OfText(text.name(), single.pooled(List.of(text.tokens()))));
            progress.accept(found.size(), texts.size());
        }
        return found;
    }

    private OfKey find(MarkKey key, DistinctPairs pairs, double share) {
        return new OfKey(key, pairs.repeated(), new Detector(scheme, share, assumedBits).find(key, pairs));
    }
}
