package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.List;
import java.util.Map;
import org.iolaus.detection.cluster.DisjointSets;
import org.iolaus.detection.cluster.GroupTest;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.profile.Subject;

/**
 * Members that nothing in a group's signature ties to the others. A household that was gathered with a campaign, because
 * it had a phrase in common, brings its own address and card into the signature and would match by them ever after.
 */
final class Strays {
    private final List<Subject> subjects;

    Strays(List<Subject> subjects) {
        this.subjects = subjects;
    }

    /**
     * Those who, together with all whom the signature ties to them, are fewer than {@link GroupTest#MIN_MEMBERS}, and not
     * most of the group.
     */
    int[] of(int[] members, Signature signature) {
        DisjointSets sets = new DisjointSets(members.length);
        Int2IntOpenHashMap first = new Int2IntOpenHashMap();
        first.defaultReturnValue(-1);
        for (Map.Entry<Family, Signature.Part> part : signature.parts().entrySet()) {
            if (part.getKey() != Family.CLIENT) {
                join(members, part.getKey(), part.getValue(), sets, first);
            }
        }
        int[] sizes = new int[members.length];
        int largest = 0;
        for (int i = 0; i < members.length; i++) {
            largest = Math.max(largest, ++sizes[sets.root(i)]);
        }
        IntArrayList strays = new IntArrayList();
        for (int i = 0; i < members.length; i++) {
            int size = sizes[sets.root(i)];
            if (size < GroupTest.MIN_MEMBERS && size < largest) {
                strays.add(members[i]);
            }
        }
        return strays.toIntArray();
    }

    private void join(int[] members, Family family, Signature.Part part, DisjointSets sets, Int2IntOpenHashMap first) {
        for (int i = 0; i < members.length; i++) {
            IntArrayList objects = subjects.get(members[i]).objects(family.ordinal());
            for (int j = 0; j < objects.size(); j++) {
                int object = objects.getInt(j);
                if (part.objects().contains(object)) {
                    int former = first.putIfAbsent(object, i);
                    sets.join(former < 0 ? i : former, i);
                }
            }
        }
    }
}
