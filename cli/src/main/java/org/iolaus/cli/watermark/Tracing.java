package org.iolaus.cli.watermark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.iolaus.watermark.detection.DistinctPairs;
import org.iolaus.watermark.keys.KeyId;
import org.iolaus.watermark.keys.KeyOwner;
import org.iolaus.watermark.keys.KeyRing;
import org.iolaus.watermark.scheme.MarkKey;
import org.iolaus.watermark.scheme.Scheme;
import org.iolaus.watermark.tracing.Campaign;
import org.iolaus.watermark.tracing.CampaignTrace;
import org.iolaus.watermark.tracing.CampaignTracer;
import org.iolaus.watermark.tracing.Trace;
import org.iolaus.watermark.tracing.Tracer;

/**
 * A trace of texts to all keys that decisions named. Keys are tested epoch by epoch, those that stood alone apart from
 * those of accounts whose text carries their campaign's mark as well; each test gets an equal share of the error.
 * Immutable.
 */
public final class Tracing {
    /** What is asked of the keys of one test. */
    public enum Question {
        /** Which account or campaign whose key stood alone. */
        KEY,
        /** Which campaign, by its share of the windows. */
        CAMPAIGN,
        /** Which account of the campaign found, by the other windows. */
        ACCOUNT
    }

    /** What one test found among so many keys. */
    public record Answer(int epoch, Question question, int keys, Trace trace) {}

    /** The keys of one epoch. */
    private record OfEpoch(Scheme scheme, List<MarkKey> alone, List<Campaign> campaigns) {
        int tests() {
            return (alone.isEmpty() ? 0 : 1) + (campaigns.isEmpty() ? 0 : 1);
        }
    }

    private final Map<Integer, OfEpoch> epochs = new TreeMap<>();
    private final int keys;
    private final double error;
    private final double assumedBits;
    private final int threads;

    /**
     * Prepares the keys.
     *
     * @param ids at least one
     */
    public Tracing(KeyRing ring, Collection<KeyId> ids, double error, double assumedBits, int threads) {
        Map<Integer, List<KeyId>> byEpoch = ids.stream().collect(Collectors.groupingBy(KeyId::epoch));
        byEpoch.forEach((epoch, ofEpoch) -> epochs.put(epoch, ofEpoch(ring, epoch, ofEpoch)));
        this.keys = (int)
                ids.stream().flatMap(id -> id.single().stream()).distinct().count();
        this.error = error;
        this.assumedBits = assumedBits;
        this.threads = threads;
    }

    /** Numbers of the epochs that keys are tested of. */
    public List<Integer> epochs() {
        return List.copyOf(epochs.keySet());
    }

    /** Number of different keys. */
    public int keys() {
        return keys;
    }

    /**
     * Traces texts, pooled.
     *
     * @param texts by epoch
     * @param ofError share of the error that this trace may take
     */
    public List<Answer> trace(Map<Integer, List<int[]>> texts, double ofError) {
        return trace(texts, ofError, _ -> {});
    }

    /**
     * Traces texts, pooled.
     *
     * @param texts by epoch
     * @param ofError share of the error that this trace may take
     * @param tested takes numbers of keys as they are tested
     */
    public List<Answer> trace(Map<Integer, List<int[]>> texts, double ofError, IntConsumer tested) {
        int tests = epochs.values().stream().mapToInt(OfEpoch::tests).sum();
        double each = error * ofError / tests;
        List<Answer> answers = new ArrayList<>();
        epochs.forEach((epoch, epochKeys) -> {
            DistinctPairs pairs = DistinctPairs.of(epochKeys.scheme().window(), texts.getOrDefault(epoch, List.of()));
            if (!epochKeys.alone().isEmpty()) {
                Trace trace = new Tracer(epochKeys.scheme(), each, assumedBits, threads)
                        .trace(pairs, epochKeys.alone(), tested);
                answers.add(new Answer(epoch, Question.KEY, epochKeys.alone().size(), trace));
            }
            if (!epochKeys.campaigns().isEmpty()) {
                answers.addAll(campaigns(epoch, epochKeys, pairs, each, tested));
            }
        });
        return answers;
    }

    private List<Answer> campaigns(int epoch, OfEpoch ofEpoch, DistinctPairs pairs, double share, IntConsumer tested) {
        CampaignTrace found = new CampaignTracer(ofEpoch.scheme(), share, assumedBits, threads)
                .trace(pairs, ofEpoch.campaigns(), tested);
        List<Answer> answers = new ArrayList<>();
        answers.add(new Answer(epoch, Question.CAMPAIGN, ofEpoch.campaigns().size(), found.campaign()));
        if (found.account().isPresent() && found.campaign() instanceof Trace.Traced traced) {
            int accounts = ofEpoch.campaigns().stream()
                    .filter(campaign -> campaign.key().equals(traced.suspect().key()))
                    .mapToInt(campaign -> campaign.accounts().size())
                    .sum();
            answers.add(new Answer(
                    epoch, Question.ACCOUNT, accounts, found.account().get()));
        }
        return answers;
    }

    private static OfEpoch ofEpoch(KeyRing ring, int epoch, List<KeyId> ids) {
        List<MarkKey> alone = new ArrayList<>();
        Map<KeyId, List<MarkKey>> members = new LinkedHashMap<>();
        for (KeyId id : ids) {
            List<KeyId> single = id.single();
            if (id.owner() instanceof KeyOwner.Member) {
                members.computeIfAbsent(single.getLast(), _ -> new ArrayList<>())
                        .add(ring.markKey(single.getFirst()));
            } else {
                alone.add(ring.markKey(id));
            }
        }
        List<Campaign> campaigns = members.entrySet().stream()
                .map(entry -> new Campaign(ring.markKey(entry.getKey()), entry.getValue()))
                .toList();
        return new OfEpoch(ring.schedule().epochs().get(epoch - 1).settings().scheme(), alone, campaigns);
    }
}
