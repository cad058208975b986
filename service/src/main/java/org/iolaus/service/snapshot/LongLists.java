package org.iolaus.service.snapshot;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/** Lists of numbers, without the room that they keep. */
final class LongLists extends Serializer<LongArrayList> {
    @Override
    public void write(Kryo kryo, Output output, LongArrayList list) {
        output.writeVarInt(list.size(), true);
        output.writeLongs(list.elements(), 0, list.size());
    }

    @Override
    public LongArrayList read(Kryo kryo, Input input, Class<? extends LongArrayList> type) {
        return LongArrayList.wrap(input.readLongs(input.readVarInt(true)));
    }
}
