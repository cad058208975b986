package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.List;
import java.util.function.LongPredicate;
import org.iolaus.detection.campaign.Assessment.Standing;
import org.iolaus.detection.profile.ItemSample;

/**
 * Whether one service that strangers use would explain what ties a group. An app into which its users put keys of their
 * own gives them its prompts and tools, and its servers' exits; a host of notebooks or the one phone carrier of the app's
 * country gives them exits of which each keeps a few. Exits and prompts are then one coincidence, not two. It does not
 * give them who pays, nor what they ask.
 *
 * @param dealtBits bits for one data set that is dealt out among the members, see {@link Dealing#sharedBits}
 * @param alike how often two items of different members come from one address, over how often two of one member do, among
 *     addresses that several use; 1 where everybody uses all exits alike, as of an app's servers, near 0 where each account
 *     keeps to its own
 */
record Service(double dealtBits, double alike) {
    /** Ratio from which on exits are the service's and not the account's. */
    private static final double SERVERS = 0.5;

    /** @param tells whether an address tells where somebody is */
    static Service of(List<SharedItems> shared, Dealing dealing, LongPredicate tells) {
        return new Service(dealing.sharedBits(), alike(shared, tells));
    }

    private static double alike(List<SharedItems> shared, LongPredicate tells) {
        List<Long2IntOpenHashMap> items =
                shared.stream().map(member -> addresses(member, tells)).toList();
        Long2IntOpenHashMap users = new Long2IntOpenHashMap();
        items.forEach(own -> own.keySet().forEach(address -> users.addTo(address, 1)));
        Long2IntOpenHashMap everybody = new Long2IntOpenHashMap();
        double withinEqual = 0;
        double within = 0;
        for (Long2IntOpenHashMap own : items) {
            own.keySet().removeIf(address -> users.get(address) < 2);
            own.long2IntEntrySet().fastForEach(each -> everybody.addTo(each.getLongKey(), each.getIntValue()));
            withinEqual += pairs(own);
            within += pairs(sum(own));
        }
        double apart = (pairs(everybody) - withinEqual) / Math.max(1, pairs(sum(everybody)) - within);
        double together = withinEqual / Math.max(1, within);
        return together == 0 ? 1 : Math.min(1, apart / together);
    }

    /** Items of a member's shared work by address. */
    private static Long2IntOpenHashMap addresses(SharedItems member, LongPredicate tells) {
        Long2IntOpenHashMap items = new Long2IntOpenHashMap();
        ItemSample sample = member.owner().items();
        for (int i = 0; i < sample.size(); i++) {
            if (member.has(i) && sample.ip(i) != 0 && tells.test(sample.ip(i))) {
                items.addTo(sample.ip(i), 1);
            }
        }
        return items;
    }

    private static int sum(Long2IntOpenHashMap counts) {
        return counts.values().intStream().sum();
    }

    private static double pairs(Long2IntOpenHashMap counts) {
        return counts.values().intStream().mapToDouble(Service::pairs).sum();
    }

    private static double pairs(int count) {
        return count * (count - 1.0) / 2;
    }

    /** What members who hide their relation and take work worth training on are taken for. */
    Standing standing(Repetition repetition) {
        if (dealt() && !servers()) {
            return Standing.CAMPAIGN;
        }
        boolean divided = dealt() || !servers() && repetition.divides();
        return divided ? Standing.SUSPECTED : Standing.WATCHED;
    }

    /** Whether members are shown to have more in common than a service would give them. */
    boolean dealt() {
        return dealtBits >= Dealing.MIN_BITS;
    }

    /** Whether all use the same exits alike, as nobody does who hides. */
    private boolean servers() {
        return alike >= SERVERS;
    }
}
