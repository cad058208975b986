package org.iolaus.detection.link;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import org.iolaus.detection.profile.Subject;

/**
 * The bipartite graph of subjects and objects. An object that one subject has is only an owner's name in a two-week
 * window; from the second subject on it has an identifier and a list. Edges are distinct: the caller links a subject and
 * an object once. Not thread-safe.
 */
public final class ObjectTable {
    private static final int ABSENT = -1;

    private final int maxOwners;
    private Long2IntOpenHashMap owners = owners();
    private Long2IntOpenHashMap formerOwners = owners();
    private final Long2IntOpenHashMap identifiers = owners();
    private final List<SharedObject> objects = new ArrayList<>();
    private final IntArrayList grown = new IntArrayList();
    private final long[] edges = new long[Layer.values().length];
    private final List<Subject> subjects;
    private long forgotten;

    /**
     * @param subjects all subjects by index, kept by the caller
     * @param maxOwners ceiling on objects with one owner
     */
    public ObjectTable(List<Subject> subjects, int maxOwners) {
        this.subjects = subjects;
        this.maxOwners = maxOwners;
    }

    /**
     * Links a subject to an object it was not linked to before.
     *
     * @return the object's identifier, or -1 if nobody shares it yet
     */
    public int link(Layer layer, long key, Subject subject) {
        edges[layer.ordinal()]++;
        int id = identifiers.get(key);
        if (id != ABSENT) {
            add(objects.get(id), subject);
            return id;
        }
        int owner = owners.get(key);
        if (owner == ABSENT) {
            owner = formerOwners.get(key);
        }
        if (owner == ABSENT) {
            owners.put(key, subject.index());
        } else if (owner != subject.index()) {
            return share(layer, key, subjects.get(owner), subject);
        }
        return ABSENT;
    }

    private int share(Layer layer, long key, Subject owner, Subject subject) {
        owners.remove(key);
        formerOwners.remove(key);
        SharedObject object = new SharedObject(objects.size(), layer, key);
        objects.add(object);
        identifiers.put(key, object.id());
        add(object, owner);
        add(object, subject);
        return object.id();
    }

    private void add(SharedObject object, Subject subject) {
        object.users().add(subject.index());
        subject.objects(object.layer().family().ordinal()).add(object.id());
        if (object.grow()) {
            grown.add(object.id());
        }
    }

    /** Objects whose users have multiplied since they were last taken, each once, in order of identifier. */
    public int[] takeGrown() {
        int[] taken = grown.toIntArray();
        grown.clear();
        java.util.Arrays.sort(taken);
        return java.util.Arrays.stream(taken).distinct().toArray();
    }

    /** The same, and every object with at least so many users. */
    public int[] takeWide(int minUsers) {
        for (SharedObject object : objects) {
            if (object.users().size() >= minUsers) {
                grown.add(object.id());
            }
        }
        return takeGrown();
    }

    /** Forgets owners that have not been shared for two turns; called at fixed event times and at the ceiling. */
    public void turnOwners() {
        formerOwners = owners;
        owners = owners();
    }

    /** Keeps the number of single-owner objects below the ceiling; to be called when an epoch closes. */
    public void trim() {
        if (owners.size() > maxOwners / 2) {
            forgotten += formerOwners.size();
            turnOwners();
        }
    }

    public SharedObject get(int id) {
        return objects.get(id);
    }

    /** Identifier of a shared object, or -1. */
    public int find(long key) {
        return identifiers.get(key);
    }

    public int size() {
        return objects.size();
    }

    /** Distinct (subject, object) pairs of a layer, single-owner objects included. */
    public long edges(Layer layer) {
        return edges[layer.ordinal()];
    }

    /** Single-owner objects forgotten early because of the ceiling. */
    public long forgotten() {
        return forgotten;
    }

    private static Long2IntOpenHashMap owners() {
        Long2IntOpenHashMap map = new Long2IntOpenHashMap();
        map.defaultReturnValue(ABSENT);
        return map;
    }
}
