package org.iolaus.simulator.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.iolaus.simulator.actor.Actor;
import org.iolaus.simulator.actor.Deal;
import org.iolaus.simulator.actor.Prompt;

/**
 * Deals a corpus out over a cast: by kind of work alone, the same share of everybody's items, each prompt to one part
 * of one data set. Where a pool is too small for the share, everybody's share of that kind is smaller. Equal corpus,
 * cast and seed give an equal deal. Not thread-safe.
 */
public final class Dealer {
    private final double share;
    private final Map<String, Pool> pools = new HashMap<>();

    /** A dealer who shuffles a corpus. */
    public Dealer(Corpus corpus, double share, long seed) {
        this.share = share;
        Random random = new Random(seed);
        corpus.pools().forEach((kind, prompts) -> {
            List<Prompt> shuffled = new ArrayList<>(prompts);
            Collections.shuffle(shuffled, random);
            pools.put(kind, new Pool(shuffled));
        });
    }

    /** The cast with prompts of the corpus. A dealer deals once. */
    public List<Actor> deal(List<Actor> cast) {
        cast.forEach(actor -> actor.dealt(this::count));
        return cast.stream().map(actor -> actor.dealt(this::give)).toList();
    }

    private Deal count(String kind, long dataset, long part, long items) {
        Pool pool = pools.get(Corpus.pool(kind));
        if (pool != null
                && pool.counted.computeIfAbsent(dataset, _ -> new HashSet<>()).add(part)) {
            pool.items += items;
        }
        return Deal.NONE;
    }

    private Deal give(String kind, long dataset, long part, long items) {
        Pool pool = pools.get(Corpus.pool(kind));
        if (pool == null) {
            return Deal.NONE;
        }
        Map<Long, Deal.Part> parts = pool.dealt.computeIfAbsent(dataset, _ -> new HashMap<>());
        if (items > 0) {
            parts.computeIfAbsent(part, _ -> pool.next(items, share));
        }
        return new Deal(pool.prompts, parts);
    }

    /** The prompts of a kind of work, and how far they are dealt. */
    private static final class Pool {
        private final List<Prompt> prompts;
        private final Map<Long, Set<Long>> counted = new HashMap<>();
        private final Map<Long, Map<Long, Deal.Part>> dealt = new HashMap<>();
        private long items;
        private long itemsDealt;

        Pool(List<Prompt> prompts) {
            this.prompts = prompts;
        }

        Deal.Part next(long itemsOfPart, double share) {
            long first = dealt(share);
            itemsDealt += itemsOfPart;
            return new Deal.Part(first, Math.min(itemsOfPart, dealt(share) - first), itemsOfPart);
        }

        /** Prompts that all items so far have. */
        private long dealt(double share) {
            return share * items < prompts.size() ? (long) (share * itemsDealt) : itemsDealt * prompts.size() / items;
        }
    }
}
