package org.iolaus.detection.cluster;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.link.Supernets;

/** How many members of a group have addresses in each supernet, and how many addresses and networks of it in all. */
final class SupernetCounts {
    private final Int2IntOpenHashMap positions = new Int2IntOpenHashMap();
    private final IntArrayList using = new IntArrayList();
    private final IntArrayList addresses = new IntArrayList();
    private final IntArrayList networks = new IntArrayList();

    SupernetCounts(int[] members, Supernets supernets) {
        positions.defaultReturnValue(-1);
        for (int member : members) {
            supernets.forEach(member, this::add);
        }
    }

    private void add(int supernet, int newAddresses, int newNetworks) {
        int known = positions.putIfAbsent(supernet, using.size());
        if (known < 0) {
            using.add(1);
            addresses.add(newAddresses);
            networks.add(newNetworks);
        } else {
            using.set(known, using.getInt(known) + 1);
            addresses.set(known, addresses.getInt(known) + newAddresses);
            networks.set(known, networks.getInt(known) + newNetworks);
        }
    }

    /** Counts an address or network once that members were counted for again and again. */
    void repeated(Layer layer, int supernet, int times) {
        int position = positions.get(supernet);
        if (position >= 0) {
            IntArrayList counts = layer == Layer.IP ? addresses : networks;
            counts.set(position, counts.getInt(position) - times);
        }
    }

    /** Members that have addresses in a supernet. */
    int using(int supernet) {
        int position = positions.get(supernet);
        return position < 0 ? 0 : using.getInt(position);
    }

    /** What members have in one supernet. */
    interface Use {
        /**
         * @param supernet number of the supernet
         * @param members who have addresses in it
         * @param addresses distinct ones that they have
         * @param networks distinct prefixes that they have
         */
        void accept(int supernet, int members, int addresses, int networks);
    }

    void forEach(Use action) {
        positions.int2IntEntrySet().fastForEach(entry -> {
            int at = entry.getIntValue();
            action.accept(entry.getIntKey(), using.getInt(at), addresses.getInt(at), networks.getInt(at));
        });
    }
}
