package org.iolaus.service.snapshot;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import it.unimi.dsi.fastutil.ints.IntAVLTreeSet;

/** Sorted sets of numbers in their natural order. */
final class IntTreeSets extends Serializer<IntAVLTreeSet> {
    @Override
    public void write(Kryo kryo, Output output, IntAVLTreeSet set) {
        int[] all = set.toIntArray();
        output.writeVarInt(all.length, true);
        output.writeInts(all, 0, all.length);
    }

    @Override
    public IntAVLTreeSet read(Kryo kryo, Input input, Class<? extends IntAVLTreeSet> type) {
        return new IntAVLTreeSet(input.readInts(input.readVarInt(true)));
    }
}
