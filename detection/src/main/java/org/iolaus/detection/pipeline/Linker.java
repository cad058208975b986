package org.iolaus.detection.pipeline;

import org.iolaus.detection.fingerprint.Fingerprint;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.profile.Subject;

/** Links a subject to the objects of its exchanges. Not thread-safe. */
final class Linker {
    private final ObjectTable table;

    Linker(ObjectTable table) {
        this.table = table;
    }

    void link(Subject subject, Fingerprint fingerprint) {
        appears(subject, Layer.IP, fingerprint.ip());
        appears(subject, Layer.PREFIX, fingerprint.prefix());
        appears(subject, Layer.CLIENT, fingerprint.client());
        if (fingerprint.system() != 0 && subject.recurrence().appears(fingerprint.system())) {
            table.link(Layer.SYSTEM, fingerprint.system(), subject);
            for (long shingle : fingerprint.systemShingles()) {
                appears(subject, Layer.SYSTEM_SHINGLE, shingle);
            }
        }
        appears(subject, Layer.TOOLS, fingerprint.tools());
        recurs(subject, Layer.OPENING, fingerprint.opening());
        for (long shingle : fingerprint.shingles()) {
            recurs(subject, Layer.SHINGLE, shingle);
        }
    }

    private void appears(Subject subject, Layer layer, long key) {
        if (key != 0 && subject.recurrence().appears(key)) {
            table.link(layer, key, subject);
        }
    }

    private void recurs(Subject subject, Layer layer, long key) {
        if (key != 0 && subject.recurrence().recurs(key)) {
            table.link(layer, key, subject);
        }
    }
}
