package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.List;
import java.util.function.LongPredicate;
import org.iolaus.detection.campaign.Assessment.Standing;
import org.iolaus.detection.profile.ItemSample;
import org.iolaus.detection.statistics.Betting;

/**
 * Whether one source would explain all that ties a group which hides its relation. An app into which its users put keys of
 * their own gives them its prompts and tools, and its servers' exits; a host of notebooks, or the one phone carrier of the
 * app's country, gives them exits of which each keeps a few. A firm whose people sign up by themselves gives them its
 * prompts and the cards of its teams. What one source gives is one coincidence, however many families it counts as. No
 * source gives people what they ask, and firms leave them their homes.
 *
 * @param way how the relation is hidden
 * @param dealtBits bits for one data set that is dealt out among the members, see {@link Dealing#sharedBits}
 * @param alike how often two items of different members come from one address, over how often two of one member do, among
 *     addresses that several use; 1 where everybody uses all exits alike, as of an app's servers, near 0 where each account
 *     keeps to its own
 * @param metBits bits of every member's bet that it does more than half of its shared work at addresses where others of the
 *     group work too
 */
record OneSource(Way way, double dealtBits, double alike, double metBits) {
    /** Ratio from which on exits are a service's and not the account's. */
    private static final double SERVERS = 0.5;
    /** Bound on the share of its work that somebody with a home does at a firm's exits. */
    private static final double AWAY = 0.5;

    /** Bits against people with homes: one in twenty, beside the columns that a group must show anyway. */
    private static final double MET_BITS = 4.3;

    /** How a relation is hidden. */
    enum Way {
        POOL,
        PAYMENTS,
        BOTH
    }

    /** @param tells whether an address tells where somebody is */
    static OneSource of(Way way, List<SharedItems> shared, Dealing dealing, LongPredicate tells) {
        List<Long2IntOpenHashMap> items =
                shared.stream().map(member -> addresses(member, tells)).toList();
        Long2IntOpenHashMap users = new Long2IntOpenHashMap();
        items.forEach(own -> own.keySet().forEach(address -> users.addTo(address, 1)));
        Betting met = new Betting();
        for (Long2IntOpenHashMap own : items) {
            double all = sum(own);
            own.keySet().removeIf(address -> users.get(address) < 2);
            if (all > 0) {
                met.value(sum(own) / all, AWAY);
            }
        }
        return new OneSource(way, dealing.sharedBits(), alike(items), Betting.bits(met.valueNats()));
    }

    private static double alike(List<Long2IntOpenHashMap> items) {
        Long2IntOpenHashMap everybody = new Long2IntOpenHashMap();
        double withinEqual = 0;
        double within = 0;
        for (Long2IntOpenHashMap own : items) {
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
        return counts.values().intStream().mapToDouble(OneSource::pairs).sum();
    }

    private static double pairs(int count) {
        return count * (count - 1.0) / 2;
    }

    /** What members who hide their relation and take work worth training on are taken for. */
    Standing standing(Repetition repetition) {
        boolean servers = way == Way.POOL && alike >= SERVERS;
        if ((dealt() && !servers) || (way == Way.BOTH && metBits >= MET_BITS)) {
            return Standing.CAMPAIGN;
        }
        boolean divided = dealt() || (!servers && repetition.divides());
        return divided ? Standing.SUSPECTED : Standing.WATCHED;
    }

    /** Whether members are shown to have more in common than a source would give them. */
    boolean dealt() {
        return dealtBits >= Dealing.MIN_BITS;
    }

    /** What it would be, and what it leaves as it is. */
    String explanation() {
        String words = dealt() ? "all use its exits alike" : "each words its requests itself";
        return switch (way) {
            case POOL ->
                "A service that strangers use, such as an app that takes their own keys, would explain what they share:"
                        + " each pays for itself, and " + words + ".";
            case PAYMENTS ->
                "A firm whose people signed up by themselves would explain what they share: its teams' cards, and each"
                        + " words its requests itself.";
            case BOTH ->
                "A firm whose people signed up by themselves would explain what they share: its teams' cards and exits,"
                        + " beside addresses of their own, and each words its requests itself.";
        };
    }

    /** What would show that it is none. */
    String campaignIf() {
        return switch (way) {
            case POOL ->
                "Would be a campaign if several who claim no relation shared a means of payment, or if each kept to exits"
                        + " of its own and one data set were dealt out among them.";
            case PAYMENTS -> "Would be a campaign if one data set were dealt out among them.";
            case BOTH ->
                "Would be a campaign if one data set were dealt out among them, or if they did most of their work where"
                        + " others of them work.";
        };
    }

    /** What would spare a campaign. */
    String askedIf() {
        String words = "Would be asked to verify at most if each worded its requests itself";
        return switch (way) {
            case POOL -> words + ", or if all used the same exits alike.";
            case PAYMENTS -> words + ".";
            case BOTH -> words + " and did half of its work from addresses of its own.";
        };
    }
}
