package org.iolaus.detection.link;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.BitSet;
import java.util.List;
import org.iolaus.detection.profile.Subject;

/**
 * Objects of long-standing accounts that do not serve in the reference population, noted as the accounts come to share
 * them. They are few, so most objects need no look at their users. Not thread-safe.
 */
final class Unadmitted {
    private static final int FAMILIES = Family.values().length;

    private final List<Subject> accounts;
    private final ObjectTable table;
    /** Objects of each account and family that are noted. */
    private final int[] noted;

    private final BitSet objects = new BitSet();
    private long links = -1;

    /** @param accounts long-standing accounts that do not serve */
    Unadmitted(List<Subject> accounts, ObjectTable table) {
        this.accounts = accounts;
        this.table = table;
        noted = new int[accounts.size() * FAMILIES];
    }

    /** Whether any of the accounts has a shared object. */
    boolean have(int object) {
        if (links != table.links()) {
            links = table.links();
            note();
        }
        return objects.get(object);
    }

    private void note() {
        for (int i = 0; i < noted.length; i++) {
            IntArrayList held = accounts.get(i / FAMILIES).objects(i % FAMILIES);
            for (; noted[i] < held.size(); noted[i]++) {
                objects.set(held.getInt(noted[i]));
            }
        }
    }
}
