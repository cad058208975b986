package org.iolaus.detection.cluster;

import java.util.Arrays;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.link.Popularity;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.link.SharedObject;
import org.iolaus.detection.link.Supernets;

/**
 * What members of a group have in common because their addresses lie in the same supernets. Programs run on rented servers:
 * two of a hundred meet in a network of 256 addresses by chance, though nobody of a thousand customers at home is there.
 * So an address or a network is never less popular among members than its supernet is among them, times the chance that two
 * customers in that supernet meet on it.
 */
final class Vicinity {
    /** Binary orders of magnitude of expectations that are told apart. */
    private static final int ORDERS = 64;

    private static final Layer[] LAYERS = Layer.values();

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

    /** Objects in play and how many coincidences one of them lets expect, by kind. */
    record Play(long[] brought, double[] expected) {}

    /**
     * Takes the objects in supernets out of their layers, by what their supernets let expect.
     *
     * @param brought objects in play by layer
     * @param expected coincidences that one of a layer lets expect, above 0
     */
    Play play(long[] brought, double[] expected) {
        long[] all = Arrays.copyOf(brought, LAYERS.length + ORDERS);
        double[] sums = new double[all.length];
        supernets.forEach((supernet, using, addresses, networks) -> {
            add(all, sums, expected, Layer.IP, supernet, using, addresses);
            add(all, sums, expected, Layer.PREFIX, supernet, using, networks);
        });
        double[] means = Arrays.copyOf(expected, all.length);
        for (int i = LAYERS.length; i < all.length; i++) {
            means[i] = all[i] == 0 ? 1 : sums[i] / all[i];
        }
        return new Play(all, means);
    }

    private void add(long[] all, double[] sums, double[] expected, Layer layer, int supernet, int using, int objects) {
        double near = others(using) * reference.neighbour(layer, supernet);
        if (near > expected[layer.ordinal()]) {
            int order = LAYERS.length + Math.clamp(ORDERS / 2 + Math.getExponent(near), 0, ORDERS - 1);
            all[layer.ordinal()] -= objects;
            all[order] += objects;
            sums[order] += objects * near;
        }
    }
}
