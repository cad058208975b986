package org.iolaus.service.snapshot;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import org.jspecify.annotations.Nullable;

/** Strings; equal ones that come soon after each other are read as one. */
final class Strings extends Serializer<String> {
    private static final int SLOTS = 1 << 14;

    private final @Nullable String[] recent = new @Nullable String[SLOTS];

    Strings() {
        setImmutable(true);
    }

    @Override
    public void write(Kryo kryo, Output output, String value) {
        output.writeString(value);
    }

    @Override
    public String read(Kryo kryo, Input input, Class<? extends String> type) {
        String value = input.readString();
        int slot = value.hashCode() & SLOTS - 1;
        String known = recent[slot];
        if (known != null && known.equals(value)) {
            return known;
        }
        recent[slot] = value;
        return value;
    }
}
