package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import org.iolaus.detection.fingerprint.Fingerprint;

/** What has been seen of one account or end user in an open epoch. Not thread-safe. */
final class Sighting {
    /** Shared objects, by identifier. */
    final IntOpenHashSet objects = new IntOpenHashSet(4);
    /** Openings and shingles seen once: they count from the second time on, as a template's. */
    final LongOpenHashSet once = new LongOpenHashSet(4);

    private final LongOpenHashSet exchanges = new LongOpenHashSet(4);
    private final Int2ObjectOpenHashMap<LongOpenHashSet> items = new Int2ObjectOpenHashMap<>(2);

    /** Counts an exchange; whether it has not come before. */
    boolean add(Fingerprint exchange) {
        return exchanges.add(exchange.key());
    }

    int exchanges() {
        return exchanges.size();
    }

    /** Notes an item of a campaign's shared work. */
    void item(Group campaign, long item) {
        items.computeIfAbsent(campaign.number(), number -> new LongOpenHashSet(4))
                .add(item);
    }

    /** Items of a campaign's shared work. */
    int items(Group campaign) {
        LongOpenHashSet seen = items.get(campaign.number());
        return seen == null ? 0 : seen.size();
    }
}
