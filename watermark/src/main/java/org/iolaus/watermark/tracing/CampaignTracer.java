package org.iolaus.watermark.tracing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.iolaus.watermark.detection.DistinctPairs;
import org.iolaus.watermark.detection.KeyTest;
import org.iolaus.watermark.detection.Score;
import org.iolaus.watermark.detection.TokensNeeded;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;

/**
 * Names the campaign, and then the account in it, whose shared keying marked a text.
 *
 * <p>Each campaign's key says which windows it would have marked, and is tested on those alone. If exactly one fires, the
 * accounts of that campaign are tested on the other windows. Each of the two questions gets half of the error, so that a
 * name of either kind is wrong, for a text that neither kind of key marked, with at most the whole. Each sees half of the
 * tokens: a text must be twice as long as for a keying of one. Immutable.
 *
 * @param error accepted chance to name anybody for an unmarked text, between 0 and 1
 * @param assumedBits entropy of the text in bits a token, for the number of tokens needed
 * @param threads to share the keys among
 */
public record CampaignTracer(Scheme scheme, double error, double assumedBits, int threads) {
    public CampaignTracer {
        new Tracer(scheme, error, assumedBits, threads);
    }

    /** Traces a text, pooled from one response or many, to one of these campaigns, whose keys must all differ. */
    public CampaignTrace trace(DistinctPairs pairs, List<Campaign> campaigns) {
        return trace(pairs, campaigns, _ -> {});
    }

    /**
     * Traces a text, pooled from one response or many, to one of these campaigns, whose keys must all differ.
     *
     * @param tested takes numbers of keys as they are tested, campaigns' and accounts', in the caller's thread
     */
    public CampaignTrace trace(DistinctPairs pairs, List<Campaign> campaigns, IntConsumer tested) {
        Tracer.check(campaigns.stream().map(Campaign::key).toList());
        List<Suspect> suspects = new ArrayList<>();
        for (Campaign campaign : campaigns) {
            suspects.add(suspect(campaign.key(), pairs, campaigns.size()));
            tested.accept(1);
        }
        suspects.sort(Comparator.comparing(Suspect::amongAll));
        Trace found = new ExactlyOne(
                        error / 2, () -> 2 * TokensNeeded.of(scheme, error / 2 / campaigns.size(), assumedBits))
                .judge(suspects, pairs.size(), pairs.repeated());
        if (!(found instanceof Trace.Traced traced)) {
            return new CampaignTrace(found, Optional.empty());
        }
        Campaign campaign = campaigns.stream()
                .filter(each -> each.key().equals(traced.suspect().key()))
                .findFirst()
                .orElseThrow();
        return new CampaignTrace(found, Optional.of(account(pairs, campaign, tested)));
    }

    private Suspect suspect(MarkKey campaign, DistinctPairs pairs, int campaigns) {
        Score score = KeyTest.of(scheme, pairs.ofCampaign(campaign)).score(campaign);
        return new Suspect(campaign, score, score.pValue().amongst(campaigns));
    }

    private Trace account(DistinctPairs pairs, Campaign campaign, IntConsumer tested) {
        Tracer tracer = new Tracer(scheme, error / 2, assumedBits, threads);
        return tracer.trace(pairs.ofAccounts(campaign.key()), campaign.accounts(), tested);
    }
}
