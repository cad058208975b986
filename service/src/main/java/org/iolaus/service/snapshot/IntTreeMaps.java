package org.iolaus.service.snapshot;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import it.unimi.dsi.fastutil.ints.Int2IntAVLTreeMap;

/** Sorted maps of numbers in their natural order. */
final class IntTreeMaps extends Serializer<Int2IntAVLTreeMap> {
    @Override
    public void write(Kryo kryo, Output output, Int2IntAVLTreeMap map) {
        output.writeInt(map.defaultReturnValue());
        output.writeVarInt(map.size(), true);
        map.int2IntEntrySet().forEach(entry -> {
            output.writeInt(entry.getIntKey());
            output.writeInt(entry.getIntValue());
        });
    }

    @Override
    public Int2IntAVLTreeMap read(Kryo kryo, Input input, Class<? extends Int2IntAVLTreeMap> type) {
        Int2IntAVLTreeMap map = new Int2IntAVLTreeMap();
        map.defaultReturnValue(input.readInt());
        for (int left = input.readVarInt(true); left > 0; left--) {
            int key = input.readInt();
            map.put(key, input.readInt());
        }
        return map;
    }
}
