package org.iolaus.detection;

import java.util.ArrayList;
import java.util.List;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.fingerprint.text.Mixer;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.link.ReferenceConfig;
import org.iolaus.detection.link.SharedObject;
import org.iolaus.detection.profile.Subject;

/** Subjects of a test and the objects they share. The present is {@link #NOW}. */
public final class Customers {
    public static final long DAY = 86_400_000_000L;
    public static final long NOW = 1_000 * DAY;

    private final List<Subject> all = new ArrayList<>();
    private final ObjectTable table = new ObjectTable(all, 1_000_000);

    public List<Subject> all() {
        return all;
    }

    public ObjectTable table() {
        return table;
    }

    /** Adds a subject with one exchange and no known facts. */
    public Subject add() {
        Subject subject = new Subject(all.size(), Mixer.mix(all.size(), 7), "account" + all.size(), null);
        subject.add(FingerprintBuilder.at(NOW).build(), 0, 0);
        all.add(subject);
        return subject;
    }

    public Subject add(AccountFingerprint facts) {
        Subject subject = add();
        subject.facts(facts);
        return subject;
    }

    /**
     * Adds accounts that signed up one a day, the last as long ago as the reference population asks, each with one object
     * of its own of every kind.
     */
    public Customers longStanding(int count) {
        int first = all.size();
        plain(count);
        for (Subject customer : all.subList(first, all.size())) {
            for (Layer layer : Layer.values()) {
                table.link(layer, Mixer.mix(customer.key(), layer.ordinal()), customer);
            }
        }
        return this;
    }

    /** Adds as many accounts, as old, that have nothing of their own. */
    public Customers plain(int count) {
        long last = NOW - ReferenceConfig.DEFAULT.tenureMicros();
        for (int i = 0; i < count; i++) {
            add(AccountBuilder.created(last - (count - 1 - i) * DAY).build());
        }
        return this;
    }

    /** Adds accounts that signed up today; returns their indices. */
    public int[] newcomers(int count) {
        int[] indices = new int[count];
        for (int i = 0; i < count; i++) {
            indices[i] = add(AccountBuilder.created(NOW).build()).index();
        }
        return indices;
    }

    public void share(Layer layer, long key, int... subjects) {
        for (int subject : subjects) {
            table.link(layer, key, all.get(subject));
        }
    }

    /** The same with an address or network that lies in a supernet. */
    public void shareIn(long supernet, Layer layer, long key, Subject... subjects) {
        for (Subject subject : subjects) {
            table.link(layer, key, supernet, subject);
        }
    }

    /** The object of a key, which two subjects must share. */
    public SharedObject object(long key) {
        return table.get(table.find(key));
    }

    /** Users of an object that two subjects share. */
    public int[] users(long key) {
        return object(key).users().toIntArray();
    }

    /** The reference population of today. */
    public Reference reference() {
        return reference(ReferenceConfig.DEFAULT);
    }

    public Reference reference(ReferenceConfig config) {
        Reference reference = new Reference(config, table);
        reference.choose(all, NOW, subject -> false);
        return reference;
    }
}
