package org.iolaus.detection.pipeline;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.profile.Subject;

/** Links a subject to the objects of its exchanges. Not thread-safe. */
final class Linker {
    private final ObjectTable table;
    private final IntArrayList linked = new IntArrayList();

    Linker(ObjectTable table) {
        this.table = table;
    }

    /** Links a subject and gives the shared objects among those it is newly linked to, valid until the next call. */
    IntArrayList link(Subject subject, Fingerprint fingerprint) {
        linked.clear();
        appears(subject, Layer.IP, fingerprint.ip(), fingerprint.supernet());
        appears(subject, Layer.PREFIX, fingerprint.prefix(), fingerprint.supernet());
        appears(subject, Layer.CLIENT, fingerprint.client(), 0);
        if (fingerprint.system() != 0 && subject.recurrence().appears(fingerprint.system())) {
            link(Layer.SYSTEM, fingerprint.system(), 0, subject);
            for (long shingle : fingerprint.systemShingles()) {
                appears(subject, Layer.SYSTEM_SHINGLE, shingle, 0);
            }
        }
        appears(subject, Layer.TOOLS, fingerprint.tools(), 0);
        recurs(subject, Layer.OPENING, fingerprint.opening());
        for (long shingle : fingerprint.shingles()) {
            recurs(subject, Layer.SHINGLE, shingle);
        }
        return linked;
    }

    private void appears(Subject subject, Layer layer, long key, long supernet) {
        if (key != 0 && subject.recurrence().appears(key)) {
            link(layer, key, supernet, subject);
        }
    }

    private void link(Layer layer, long key, long supernet, Subject subject) {
        int shared = table.link(layer, key, supernet, subject);
        if (shared >= 0) {
            linked.add(shared);
        }
    }

    private void recurs(Subject subject, Layer layer, long key) {
        if (key != 0 && subject.recurrence().recurs(key)) {
            link(layer, key, 0, subject);
        }
    }
}
