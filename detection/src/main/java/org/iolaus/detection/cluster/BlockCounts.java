package org.iolaus.detection.cluster;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import org.iolaus.detection.link.Blocks;
import org.iolaus.detection.link.Layer;

/** How many members of a group have addresses in each block, and how many addresses and networks of it in all. */
final class BlockCounts {
    private final Int2IntOpenHashMap positions = new Int2IntOpenHashMap();
    private final IntArrayList using = new IntArrayList();
    private final IntArrayList addresses = new IntArrayList();
    private final IntArrayList networks = new IntArrayList();

    BlockCounts(int[] members, Blocks blocks) {
        positions.defaultReturnValue(-1);
        for (int member : members) {
            blocks.forEach(member, this::add);
        }
    }

    private void add(int block, int newAddresses, int newNetworks) {
        int known = positions.putIfAbsent(block, using.size());
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
    void repeated(Layer layer, int block, int times) {
        int position = positions.get(block);
        if (position >= 0) {
            IntArrayList counts = layer == Layer.IP ? addresses : networks;
            counts.set(position, counts.getInt(position) - times);
        }
    }

    /** Members that have addresses in a block. */
    int using(int block) {
        int position = positions.get(block);
        return position < 0 ? 0 : using.getInt(position);
    }

    /** What members have in one block. */
    interface Use {
        /**
         * @param block number of the block
         * @param members who have addresses in it
         * @param addresses distinct ones that they have
         * @param networks distinct prefixes that they have
         */
        void accept(int block, int members, int addresses, int networks);
    }

    void forEach(Use action) {
        positions.int2IntEntrySet().fastForEach(entry -> {
            int at = entry.getIntValue();
            action.accept(entry.getIntKey(), using.getInt(at), addresses.getInt(at), networks.getInt(at));
        });
    }
}
