package org.iolaus.service.snapshot;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import it.unimi.dsi.fastutil.ints.IntArrayList;

/** Lists of numbers, without the room that they keep. */
final class IntLists extends Serializer<IntArrayList> {
    @Override
    public void write(Kryo kryo, Output output, IntArrayList list) {
        output.writeVarInt(list.size(), true);
        output.writeInts(list.elements(), 0, list.size());
    }

    @Override
    public IntArrayList read(Kryo kryo, Input input, Class<? extends IntArrayList> type) {
        return IntArrayList.wrap(input.readInts(input.readVarInt(true)));
    }
}
