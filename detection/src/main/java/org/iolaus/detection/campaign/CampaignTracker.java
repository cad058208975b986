package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.iolaus.detection.cluster.Candidate;
import org.iolaus.detection.cluster.GroupTest;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.link.SharedObject;
import org.iolaus.detection.profile.Subject;

/** Finds groups, follows them and scores them, evaluation by evaluation. Not thread-safe. */
public final class CampaignTracker {
    private final List<Subject> subjects;
    private final ObjectTable table;
    private final Reference reference;
    private final GroupTest groupTest;
    private final Groups groups;
    private final IntPredicate excluded;

    public CampaignTracker(List<Subject> subjects, ObjectTable table, Reference reference, IntPredicate excluded) {
        this.subjects = subjects;
        this.table = table;
        this.reference = reference;
        this.excluded = excluded;
        groupTest = new GroupTest(subjects, table, reference);
        groups = new Groups(subjects, table);
    }

    /** Evaluates what has grown since the last time. */
    public void evaluate(long nowMicros) {
        reference.choose(subjects, nowMicros, subject -> excluded.test(subject) || groups.of(subject) >= 0);
        if (!reference.sufficient()) {
            return;
        }
        for (int id : table.takeGrown()) {
            examine(table.get(id));
        }
        for (Group group : groups.all()) {
            if (group.grown(subjects)) {
                groups.follow(group, reference);
            }
        }
    }

    private void examine(SharedObject object) {
        int[] users =
                object.users().intStream().filter(user -> !excluded.test(user)).toArray();
        double popularity = reference.popularity(object, new IntOpenHashSet());
        if (popularity > 0.1) {
            return;
        }
        for (Candidate candidate : groupTest.examine(users, object.layer().family())) {
            groups.absorb(candidate);
        }
    }
}
