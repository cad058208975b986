package org.iolaus.service.snapshot;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import com.esotericsoftware.kryo.serializers.FieldSerializer;
import com.esotericsoftware.kryo.serializers.ImmutableCollectionsSerializers;
import com.esotericsoftware.kryo.util.DefaultInstantiatorStrategy;
import com.esotericsoftware.kryo.util.MapReferenceResolver;
import it.unimi.dsi.fastutil.Hash;
import it.unimi.dsi.fastutil.ints.Int2IntAVLTreeMap;
import it.unimi.dsi.fastutil.ints.IntAVLTreeSet;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objenesis.strategy.StdInstantiatorStrategy;

/**
 * Writes an object graph and reads it back, shared objects once. Only classes that were named are taken. Tables of fastutil
 * are written as they lie in memory, so that whatever walks through one walks the same way afterwards. Not thread-safe.
 *
 * @param <T> what is at the root
 */
public final class StateCodec<T> {
    static {
        // Must be said before Kryo's classes are loaded: the platform warns of what they would use otherwise.
        System.setProperty("kryo.unsafe", "false");
    }

    private static final int BUFFER = 1 << 16;
    /** What a table keeps besides its content and makes anew when asked. */
    private static final Set<String> VIEWS = Set.of("entries", "keys", "values");

    private final Class<T> root;
    private final List<Class<?>> classes;
    private final Set<Class<?>> unshared;
    private final Map<Class<?>, Serializer<?>> special;

    /**
     * @param classes all classes of the graph, besides strings, boxed numbers and immutable collections; their order is
     *     part of the format
     * @param unshared those of them that nothing refers to twice; to look for them costs memory
     * @param special those of them that are written in a way of their own
     */
    public StateCodec(
            Class<T> root, List<Class<?>> classes, Set<Class<?>> unshared, Map<Class<?>, Serializer<?>> special) {
        this.root = root;
        this.classes = List.copyOf(classes);
        this.unshared = Set.copyOf(unshared);
        this.special = Map.copyOf(special);
    }

    /** Digest of the shape of all classes. */
    public String layout() {
        return Layout.digest(classes);
    }

    void write(T state, Output output) {
        kryo().writeObject(output, state);
    }

    T read(Input input) {
        return kryo().readObject(input, root);
    }

    private Kryo kryo() {
        Kryo kryo = new Kryo(new Sharing(unshared));
        kryo.setRegistrationRequired(true);
        kryo.setReferences(true);
        kryo.setOptimizedGenerics(false);
        kryo.setInstantiatorStrategy(new DefaultInstantiatorStrategy(new StdInstantiatorStrategy()));
        kryo.register(String.class, new Strings());
        kryo.register(int[].class);
        kryo.register(long[].class);
        kryo.register(long[][].class, new LongRows());
        kryo.register(double[].class);
        kryo.register(byte[].class);
        kryo.register(Object[].class);
        kryo.register(IntArrayList.class, new IntLists());
        kryo.register(LongArrayList.class, new LongLists());
        kryo.register(IntAVLTreeSet.class, new IntTreeSets());
        kryo.register(Int2IntAVLTreeMap.class, new IntTreeMaps());
        ImmutableCollectionsSerializers.registerSerializers(kryo);
        for (Class<?> type : classes) {
            Serializer<?> serializer = serializer(kryo, type);
            if (serializer == null) {
                kryo.register(type);
            } else {
                kryo.register(type, serializer);
            }
        }
        return kryo;
    }

    private @Nullable Serializer<?> serializer(Kryo kryo, Class<?> type) {
        return Hash.class.isAssignableFrom(type) ? table(kryo, type) : special.get(type);
    }

    private static <E> FieldSerializer<E> table(Kryo kryo, Class<E> type) {
        FieldSerializer.FieldSerializerConfig config = new FieldSerializer.FieldSerializerConfig();
        config.setSerializeTransient(true);
        FieldSerializer<E> serializer = new FieldSerializer<>(kryo, type, config);
        List.of(serializer.getFields()).stream()
                .map(FieldSerializer.CachedField::getName)
                .filter(VIEWS::contains)
                .forEach(serializer::removeField);
        return serializer;
    }

    /** Looks for objects that come twice, but not among those that never do. */
    private static final class Sharing extends MapReferenceResolver {
        private final Set<Class<?>> unshared;

        Sharing(Set<Class<?>> unshared) {
            this.unshared = unshared;
        }

        @Override
        public boolean useReferences(@SuppressWarnings("rawtypes") Class type) {
            return super.useReferences(type) && !unshared.contains(type);
        }
    }

    static int bufferBytes() {
        return BUFFER;
    }
}
