package org.iolaus.detection.link;

import java.util.List;
import org.iolaus.detection.profile.Subject;

/**
 * How likely two customers who both have addresses in one supernet have an address or a network of it in common by
 * chance, as reference accounts tell. Immutable.
 *
 * <p>In a supernet, N₁ objects have one holder in the population and N₂ have two. A holder of one of them meets each of
 * the m − 1 others, m = N₁ + 2·N₂, with chance κ, so 2·N₂ of N₁·(m − 1) such chances came true (Good–Turing, by supernet).
 * Objects with more holders are popular, not rare, and are judged by their own count. Where nothing is known, addresses
 * are taken to be handed out evenly: the estimate is the mean of a gamma variable whose prior has shape 1 and one over the number of
 * objects in a supernet as its mean. Pairs that signed up in one cohort do not count: an operator's aged accounts would
 * testify that its exits are shared by chance.
 */
final class Neighbours {
    private static final int LAYERS = 2;
    /** Addresses and networks of a /16. A /32 has more, but who has one of them hands out large parts. */
    private static final double[] IN_SUPERNET = {1 << 16, 1 << 8};

    /** By supernet and layer, objects that one reference account has. */
    private final double[] once;
    /** The same that two have. */
    private final double[] twice;

    Neighbours(List<Subject> members, Cohorts cohorts, ObjectTable table) {
        int size = table.supernets().size() * LAYERS;
        once = new double[size];
        twice = new double[size];
        for (Subject member : members) {
            table.supernets().forEach(member.index(), (supernet, addresses, networks) -> {
                once[supernet * LAYERS + layer(Layer.IP)] += addresses;
                once[supernet * LAYERS + layer(Layer.PREFIX)] += networks;
            });
        }
        for (int id = 0; id < table.size(); id++) {
            SharedObject object = table.get(id);
            if (object.supernet() != Supernets.NONE) {
                int at = object.supernet() * LAYERS + layer(object.layer());
                int having = cohorts.holders(object.users());
                once[at] -= having > 1 ? having : 0;
                twice[at] += having == 2 && cohorts.apart(object.users()) ? 1 : 0;
            }
        }
    }

    /** Holders of rare objects; a supernet that is new has none. */
    private double holders(int at) {
        return at < once.length ? once[at] + 2 * twice[at] : 0;
    }

    private static int layer(Layer layer) {
        return layer == Layer.IP ? 0 : 1;
    }

    /** Chance that a customer with addresses in a supernet has a given object of it, which no reference account has. */
    double chance(Layer layer, int supernet) {
        int at = supernet * LAYERS + layer(layer);
        double even = IN_SUPERNET[layer(layer)];
        double holders = holders(at);
        return holders == 0 ? 1 / even : (2 * twice[at] + 1) / (once[at] * Math.max(0, holders - 1) + even);
    }

    /** The same of an object that so many of them have. */
    double chance(SharedObject object, double having) {
        int at = object.supernet() * LAYERS + layer(object.layer());
        return (having + 1) / (holders(at) + having + IN_SUPERNET[layer(object.layer())]);
    }
}
