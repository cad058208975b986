package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import org.iolaus.detection.cluster.DisjointSets;
import org.iolaus.detection.cluster.GroupTest;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.profile.ItemSample;

/**
 * Where a group's shared work comes from, by address. One place has few addresses. A group that came together by what
 * it asks may sit in several, as classes with one exercise do: nobody of one meets anybody of another. Where records do not
 * tell an address, the one at sign-up stands for it.
 */
final class Places {
    /** Addresses that one site or one private tunnel may have. */
    static final int ADDRESSES = 3;

    private final List<SharedItems> members;
    private final LongPredicate tells;
    /** Items by address. */
    private final Long2IntOpenHashMap items = new Long2IntOpenHashMap();
    /** Positions of members by address. */
    private final Long2ObjectOpenHashMap<IntOpenHashSet> users = new Long2ObjectOpenHashMap<>();

    private int total;

    /** @param tells whether an address tells where somebody is */
    Places(List<SharedItems> members, LongPredicate tells) {
        this.members = members;
        this.tells = tells;
        for (int i = 0; i < members.size(); i++) {
            int member = i;
            forEach(i, address -> {
                items.addTo(address, 1);
                users.computeIfAbsent(address, first -> new IntOpenHashSet()).add(member);
                total++;
            });
        }
    }

    private void forEach(int member, LongConsumer action) {
        SharedItems shared = members.get(member);
        ItemSample sample = shared.owner().items();
        AccountFingerprint facts = shared.owner().facts();
        long home = facts == null ? 0 : facts.ip();
        for (int i = 0; i < sample.size(); i++) {
            long address = known(sample.ip(i)) ? sample.ip(i) : home;
            if (shared.has(i) && known(address)) {
                action.accept(address);
            }
        }
    }

    private boolean known(long address) {
        return address != 0 && tells.test(address);
    }

    /** Share of the shared work that comes from one place, or from several that have no address in common. */
    double share() {
        return total == 0 ? 0 : Math.max(busiest(), separate()) / (double) total;
    }

    /** Items from the busiest addresses. */
    private int busiest() {
        int[] counts = items.values().intStream().sorted().toArray();
        int sum = 0;
        for (int i = Math.max(0, counts.length - ADDRESSES); i < counts.length; i++) {
            sum += counts[i];
        }
        return sum;
    }

    /**
     * Items from addresses where members meet who meet nowhere else: at most {@link #ADDRESSES}, on one of which half of
     * them meet, {@link GroupTest#MIN_MEMBERS} or more.
     */
    private int separate() {
        DisjointSets sets = new DisjointSets(members.size());
        for (IntOpenHashSet those : users.values()) {
            int first = those.iterator().nextInt();
            those.forEach(member -> sets.join(first, member));
        }
        Site[] sites = new Site[members.size()];
        Arrays.setAll(sites, root -> new Site());
        for (int i = 0; i < sites.length; i++) {
            Site site = sites[sets.root(i)];
            site.members++;
        }
        for (Long2ObjectMap.Entry<IntOpenHashSet> entry : users.long2ObjectEntrySet()) {
            IntOpenHashSet those = entry.getValue();
            if (those.size() > 1) {
                Site site = sites[sets.root(those.iterator().nextInt())];
                site.addresses++;
                site.meeting = Math.max(site.meeting, those.size());
                site.items += items.get(entry.getLongKey());
            }
        }
        return Arrays.stream(sites)
                .filter(Site::isPlace)
                .mapToInt(site -> site.items)
                .sum();
    }

    /** Members who meet on some addresses, and those addresses. */
    private static final class Site {
        private int members;
        private int addresses;
        private int meeting;
        private int items;

        boolean isPlace() {
            return addresses <= ADDRESSES && meeting >= GroupTest.MIN_MEMBERS && 2 * meeting >= members;
        }
    }
}
