package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.iolaus.detection.cluster.GroupTest;
import org.iolaus.detection.cluster.IntTally;
import org.iolaus.detection.cluster.Seeds;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.link.SharedObject;
import org.iolaus.detection.profile.Subject;
import org.iolaus.detection.statistics.Tails;

/**
 * Gathers accounts that work from one set of prompts though no single piece of it gathers them all: whoever has several
 * pieces that the users of one of them have in common. An operator who words a task in a dozen ways deals the wordings
 * out, so that each piece gathers a few accounts, too few for an exit or a card that they have in common to tell.
 */
final class Kin {
    private static final int SEVERAL = 3;
    private static final int MOST_USERS = 512;
    private static final double GROWTH = 1.3;
    private static final double MIN_LIFT = 4;
    private static final double FEW = 0.25;

    private final List<Subject> subjects;
    private final ObjectTable table;

    Kin(List<Subject> subjects, ObjectTable table) {
        this.subjects = subjects;
        this.table = table;
    }

    /** Groups around some pieces of content, each seen once. */
    List<int[]> gather(int[] objects, IntPredicate free, IntPredicate known) {
        List<int[]> found = new ArrayList<>();
        IntOpenHashSet gathered = new IntOpenHashSet();
        Seeds seeds = new Seeds();
        for (int id : objects) {
            SharedObject object = table.get(id);
            int size = object.users().size();
            if (size >= GroupTest.MIN_MEMBERS && size <= MOST_USERS && !gathered.contains(id) && fresh(object, known)) {
                int[] kin = kin(object, free, gathered);
                if (kin.length > GROWTH * size && seeds.fresh(kin, Family.CONTENT)) {
                    found.add(kin);
                }
            }
        }
        return found;
    }

    private int[] kin(SharedObject seed, IntPredicate free, IntOpenHashSet gathered) {
        int[] first = kin(seed.users(), free, gathered);
        return first.length == 0 || first.length > 1024 ? first : kin(IntArrayList.wrap(first), free, gathered);
    }

    private int[] kin(IntArrayList from, IntPredicate free, IntOpenHashSet gathered) {
        IntArrayList users = new IntArrayList();
        int edges = 0;
        for (int i = 0; i < from.size(); i++) {
            int user = from.getInt(i);
            if (free.test(user)) {
                users.add(user);
                edges += subjects.get(user).objects(Family.CONTENT.ordinal()).size();
            }
        }
        if (users.size() < GroupTest.MIN_MEMBERS) {
            return new int[0];
        }
        IntTally pieces = new IntTally(edges);
        users.forEach(
                user -> subjects.get(user).objects(Family.CONTENT.ordinal()).forEach(pieces::add));
        IntOpenHashSet common = new IntOpenHashSet();
        long reach = 0;
        double share = users.size() / (double) subjects.size();
        double correction = StrictMath.log(edges) + 3;
        for (int slot = 0; slot < pieces.slots(); slot++) {
            int count = pieces.count(slot);
            if (count >= SEVERAL) {
                SharedObject piece = table.get(pieces.key(slot));
                double expected = share * piece.users().size();
                if (count >= MIN_LIFT * expected
                        && Tails.negativeBinomialUpper(
                                        count - 1, expected, piece.users().size())
                                >= correction) {
                    common.add(piece.id());
                    reach += piece.users().size();
                }
            }
        }
        gathered.addAll(common);
        if (common.size() < SEVERAL) {
            return new int[0];
        }
        int[] held = users.intStream().map(user -> held(user, common)).sorted().toArray();
        int least = Math.max(SEVERAL, (int) (FEW * held[held.length / 2]));
        IntTally holders = new IntTally((int) Math.min(reach, subjects.size()));
        common.forEach(id -> table.get(id).users().forEach(holders::add));
        IntArrayList kin = new IntArrayList();
        for (int slot = 0; slot < holders.slots(); slot++) {
            if (holders.count(slot) >= least && free.test(holders.key(slot))) {
                kin.add(holders.key(slot));
            }
        }
        kin.sort(null);
        return kin.toIntArray();
    }

    private int held(int user, IntOpenHashSet pieces) {
        return (int) subjects.get(user)
                .objects(Family.CONTENT.ordinal())
                .intStream()
                .filter(pieces::contains)
                .count();
    }

    private static boolean fresh(SharedObject object, IntPredicate known) {
        int fresh = 0;
        for (int i = 0; i < object.users().size() && fresh < GroupTest.MIN_MEMBERS; i++) {
            fresh += known.test(object.users().getInt(i)) ? 0 : 1;
        }
        return fresh >= GroupTest.MIN_MEMBERS;
    }
}
