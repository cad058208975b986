package org.iolaus.detection.link;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.iolaus.detection.profile.Recurrence;
import org.iolaus.detection.profile.Subject;

/**
 * The bipartite graph of subjects and objects. An object that one subject has is only an owner's name; from the second
 * subject on it has an identifier and a list. An owner is forgotten one to two generations after it was last linked;
 * means of payment and sign-up patterns, of which an account has few and which it does not show again, are forgotten at
 * the ceiling only. Not thread-safe.
 */
public final class ObjectTable {
    private static final int ABSENT = -1;
    private static final int LAYERS = Layer.values().length;

    private final Owners passing;
    private final Owners lasting;
    private final Long2IntOpenHashMap identifiers = new Long2IntOpenHashMap();
    private final List<SharedObject> objects = new ArrayList<>();
    /** Ordinals of the objects' layers, read far more often than anything else of them. */
    private byte[] layers = new byte[1024];

    private final IntArrayList grown = new IntArrayList();
    private final Supernets supernets = new Supernets();
    private final long[] edges = new long[LAYERS];
    private int[] degrees = {};
    private long links;
    private final List<Subject> subjects;
    private long generation = Long.MIN_VALUE;

    /**
     * @param subjects all subjects by index, kept by the caller
     * @param maxOwners ceiling on objects with one owner, for exchanges' and for accounts' objects each
     */
    public ObjectTable(List<Subject> subjects, int maxOwners) {
        this.subjects = subjects;
        passing = new Owners(maxOwners);
        lasting = new Owners(maxOwners);
        identifiers.defaultReturnValue(ABSENT);
    }

    /** Links a subject to an object that lies in no supernet, see {@link #link(Layer, long, long, Subject)}. */
    public int link(Layer layer, long key, Subject subject) {
        return link(layer, key, 0, subject);
    }

    /**
     * Links a subject to an object. To do so again changes nothing, but keeps a sole owner from being forgotten.
     *
     * @param supernet hash of the supernet that the object lies in, or 0
     * @return the object's identifier, or -1 if nobody shares it yet
     */
    public int link(Layer layer, long key, long supernet, Subject subject) {
        int id = find(key);
        if (id >= 0) {
            add(objects.get(id), subject);
            return id;
        }
        Owners owners = layer.family() == Family.IDENTITY ? lasting : passing;
        int owner = owners.claim(key, subject.index());
        if (owner == Owners.NONE) {
            count(layer, supernets.find(supernet), subject);
        }
        if (owner == Owners.NONE || owner == subject.index()) {
            return ABSENT;
        }
        return share(
                new SharedObject(objects.size(), layer, key, supernets.find(supernet)), subjects.get(owner), subject);
    }

    private int share(SharedObject object, Subject owner, Subject subject) {
        objects.add(object);
        if (layers.length < objects.size()) {
            layers = Arrays.copyOf(layers, 2 * layers.length);
        }
        layers[object.id()] = (byte) object.layer().ordinal();
        identifiers.put(object.key(), object.id());
        owner.share(object.layer().family().ordinal(), object.id());
        object.users().add(owner.index());
        add(object, subject);
        return object.id();
    }

    private void add(SharedObject object, Subject subject) {
        if (subject.share(object.layer().family().ordinal(), object.id())) {
            object.users().add(subject.index());
            links++;
            count(object.layer(), object.supernet(), subject);
            if (object.grow()) {
                grown.add(object.id());
            }
        }
    }

    private void count(Layer layer, int supernet, Subject subject) {
        supernets.count(subject.index(), layer, supernet);
        edges[layer.ordinal()]++;
        int at = subject.index() * LAYERS + layer.ordinal();
        degrees = IntArrays.grow(degrees, at + 1);
        degrees[at]++;
    }

    /** Objects whose users have multiplied since they were last taken, each once, in order of identifier. */
    public int[] takeGrown() {
        int[] taken = grown.toIntArray();
        grown.clear();
        Arrays.sort(taken);
        return Arrays.stream(taken).distinct().toArray();
    }

    /** Objects with at least so many users for which it is time for another look, in order of identifier. */
    public int[] takeDue(int minUsers, long nowMicros) {
        IntArrayList due = new IntArrayList();
        for (SharedObject object : objects) {
            if (object.users().size() >= minUsers && object.due(nowMicros)) {
                due.add(object.id());
            }
        }
        return due.toIntArray();
    }

    /** Forgets owners whose time is over or for whom there is no room; to be called when an epoch closes. */
    public void close(long epochEndMicros) {
        long now = Recurrence.generation(epochEndMicros);
        if (generation != Long.MIN_VALUE && now != generation) {
            passing.turn();
        }
        generation = now;
        passing.trim();
        lasting.trim();
    }

    public SharedObject get(int id) {
        return objects.get(id);
    }

    /** Ordinal of a shared object's layer. */
    public int layer(int id) {
        return layers[id];
    }

    /** Identifier of a shared object, or -1. */
    public int find(long key) {
        return identifiers.get(key);
    }

    public int size() {
        return objects.size();
    }

    /** How often a subject was linked to a shared object: nobody shares more while this stays the same. */
    long links() {
        return links;
    }

    /** Distinct (subject, object) pairs of a layer, single-owner objects included. */
    public long edges(Layer layer) {
        return edges[layer.ordinal()];
    }

    /** Objects of a layer that a subject has, single-owner objects included. */
    public int degree(int subject, Layer layer) {
        int at = subject * LAYERS + layer.ordinal();
        return at < degrees.length ? degrees[at] : 0;
    }

    /** Supernets and what each subject has in them. */
    public Supernets supernets() {
        return supernets;
    }

    /** Single-owner objects forgotten early because of the ceiling. */
    public long forgotten() {
        return passing.forgotten() + lasting.forgotten();
    }
}
