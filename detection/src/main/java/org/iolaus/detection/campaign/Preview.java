package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.profile.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Matches exchanges of open epochs with what the campaigns looked like at the last evaluation, ahead of the epoch's close.
 * It reads what detection knows and changes none of it, so what it says may fall at the close. It asks at least what the
 * close will ask: two independent families, and shared work; prompts alone it leaves to the close. Bounded: of accounts
 * beyond the ceiling nothing is kept until an epoch closes. Not thread-safe.
 */
public final class Preview {
    private final Newcomers newcomers;
    private final ObjectTable table;
    private final int maxAccounts;
    private final TreeMap<Long, Long2ObjectOpenHashMap<Sighting>> epochs = new TreeMap<>();
    private int accounts;

    Preview(Newcomers newcomers, ObjectTable table, int maxAccounts) {
        this.newcomers = newcomers;
        this.table = table;
        this.maxAccounts = maxAccounts;
    }

    /**
     * Looks at an exchange of an open epoch.
     *
     * @param subject whom it counts for, as known at the last close
     * @param epochEnd end of its epoch
     * @return the campaign that the subject seems to take part in, or null
     */
    public @Nullable Group exchange(Subject subject, Fingerprint exchange, long epochEnd) {
        if (newcomers.idle()) {
            return null;
        }
        Sighting sighting = sighting(subject, exchange, epochEnd);
        if (sighting == null || !sighting.add(exchange)) {
            return null;
        }
        see(subject.facts(), sighting);
        see(exchange, sighting);
        return campaign(subject, exchange, sighting);
    }

    /** Forgets what was seen in epochs that have closed. */
    public void close(long upToMicros) {
        Map<Long, Long2ObjectOpenHashMap<Sighting>> closed = epochs.headMap(upToMicros, true);
        closed.values().forEach(sightings -> accounts -= sightings.size());
        closed.clear();
    }

    /** Exchanges of a subject in open epochs, from the first on that had something of a campaign's. */
    public long exchanges(Subject subject) {
        return seen(subject).stream().mapToLong(Sighting::exchanges).sum();
    }

    /** What is kept of a subject in an epoch; null if nothing speaks for a campaign, or there is no room. */
    private @Nullable Sighting sighting(Subject subject, Fingerprint exchange, long epochEnd) {
        Long2ObjectOpenHashMap<Sighting> epoch = epochs.get(epochEnd);
        Sighting known = epoch == null ? null : epoch.get(subject.key());
        if (known != null || accounts >= maxAccounts || !(speaks(exchange) || speaks(subject.facts()))) {
            return known;
        }
        Sighting sighting = new Sighting();
        epochs.computeIfAbsent(epochEnd, end -> new Long2ObjectOpenHashMap<>()).put(subject.key(), sighting);
        accounts++;
        return sighting;
    }

    private boolean speaks(Fingerprint exchange) {
        return speaks(exchange.ip())
                || speaks(exchange.prefix())
                || speaks(exchange.system())
                || speaks(exchange.tools())
                || speaks(exchange.opening());
    }

    private boolean speaks(@Nullable AccountFingerprint facts) {
        return facts != null && (speaks(facts.payment()) || speaks(facts.email()) || speaks(facts.ip()));
    }

    private boolean speaks(long key) {
        int object = key == 0 ? -1 : table.find(key);
        return object >= 0 && newcomers.campaign(object) != null;
    }

    private void see(@Nullable AccountFingerprint facts, Sighting sighting) {
        if (facts != null) {
            appears(facts.payment(), sighting);
            appears(facts.email(), sighting);
            appears(facts.ip(), sighting);
            appears(facts.prefix(), sighting);
        }
    }

    private void see(Fingerprint exchange, Sighting sighting) {
        appears(exchange.ip(), sighting);
        appears(exchange.prefix(), sighting);
        appears(exchange.client(), sighting);
        appears(exchange.system(), sighting);
        for (long shingle : exchange.systemShingles()) {
            appears(shingle, sighting);
        }
        appears(exchange.tools(), sighting);
        recurs(exchange.opening(), sighting);
        for (long shingle : exchange.shingles()) {
            recurs(shingle, sighting);
        }
    }

    private void appears(long key, Sighting sighting) {
        int object = key == 0 ? -1 : table.find(key);
        if (object >= 0) {
            sighting.objects.add(object);
        }
    }

    private void recurs(long key, Sighting sighting) {
        if (key != 0 && !sighting.once.add(key)) {
            appears(key, sighting);
        }
    }

    private @Nullable Group campaign(Subject subject, Fingerprint exchange, Sighting now) {
        Collection<Sighting> seen = seen(subject);
        List<Group> refused = new ArrayList<>(2);
        for (Family family : Family.values()) {
            IntArrayList held = held(subject, seen, family);
            for (int i = 0; i < held.size(); i++) {
                Group group = newcomers.campaign(held.getInt(i));
                if (group != null && !refused.contains(group)) {
                    if (accuses(group, subject, exchange, seen, now)) {
                        return group;
                    }
                    refused.add(group);
                }
            }
        }
        return null;
    }

    private boolean accuses(
            Group group, Subject subject, Fingerprint exchange, Collection<Sighting> seen, Sighting now) {
        Membership membership = newcomers.membership(group);
        if (membership == null || !membership.tied()) {
            return false;
        }
        if (exchange.item() != 0 && membership.traffic().has(exchange)) {
            now.item(group, exchange.item());
        }
        Match match = membership.signature().match(family -> held(subject, seen, family));
        int items = seen.stream().mapToInt(sighting -> sighting.items(group)).sum();
        return membership.accepts(subject, match) && membership.participates(subject, match, items);
    }

    private List<Sighting> seen(Subject subject) {
        List<Sighting> seen = new ArrayList<>(epochs.size());
        for (Long2ObjectOpenHashMap<Sighting> epoch : epochs.values()) {
            Sighting sighting = epoch.get(subject.key());
            if (sighting != null) {
                seen.add(sighting);
            }
        }
        return seen;
    }

    /** Objects of a family that a subject shares, those of open epochs too. */
    private IntArrayList held(Subject subject, Collection<Sighting> seen, Family family) {
        IntArrayList known = subject.objects(family.ordinal());
        IntArrayList held = new IntArrayList(known);
        for (Sighting sighting : seen) {
            sighting.objects.forEach(object -> {
                boolean more = table.get(object).layer().family() == family && !subject.shares(object);
                if (more && held.indexOf(object) < known.size()) {
                    held.add(object);
                }
            });
        }
        return held;
    }
}
