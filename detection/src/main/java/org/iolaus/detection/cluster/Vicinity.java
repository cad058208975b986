package org.iolaus.detection.cluster;

import org.iolaus.detection.link.Layer;
import org.iolaus.detection.link.Popularity;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.link.SharedObject;
import org.iolaus.detection.link.Supernets;

/**
 * What members of a group have in common because their addresses lie in the same supernets. Programs run on rented
 * servers: two of a hundred meet in a network of 256 addresses by chance, though nobody of a thousand customers at home is
 * there. So an address or a network is never less popular among members than its supernet is among them, times the chance
 * that two customers in that supernet meet on it.
 */
final class Vicinity {
    private final SupernetCounts supernets;
    private final Reference reference;
    private final int members;
    private final int others;

    /** @param others parties besides the one who brings an object */
    Vicinity(GroupCounts counts, Reference reference, int others) {
        supernets = counts.supernets();
        members = counts.size();
        this.reference = reference;
        this.others = others;
    }

    /** How popular an object is, given how many members are near it. */
    Popularity near(SharedObject object, Popularity popularity) {
        if (object.supernet() == Supernets.NONE || others == 0) {
            return popularity;
        }
        double chance = popularity.holders() == 0
                ? reference.neighbour(object.layer(), object.supernet())
                : reference.neighbour(object, popularity.holders());
        double share = chance * others(supernets.using(object.supernet())) / others;
        return share <= popularity.share() ? popularity : new Popularity(Math.min(1, share), popularity.holders());
    }

    /** Parties among so many members, one of whom brings an object, besides that one: as many as their share of all. */
    private double others(int using) {
        return (using - 1) * (others / (double) Math.max(1, members - 1));
    }

    /**
     * Objects in play by layer, without those in supernets that let more coincidences be expected than their layer does:
     * such objects are judged one by one.
     *
     * @param brought objects in play by layer; modified
     * @param expected coincidences that one of a layer lets expect
     */
    long[] elsewhere(long[] brought, double[] expected) {
        supernets.forEach((supernet, using, addresses, networks) -> {
            brought[Layer.IP.ordinal()] -= crowded(Layer.IP, supernet, using, expected) ? addresses : 0;
            brought[Layer.PREFIX.ordinal()] -= crowded(Layer.PREFIX, supernet, using, expected) ? networks : 0;
        });
        return brought;
    }

    private boolean crowded(Layer layer, int supernet, int using, double[] expected) {
        return others(using) * reference.neighbour(layer, supernet) > expected[layer.ordinal()];
    }
}
