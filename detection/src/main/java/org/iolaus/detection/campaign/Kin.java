package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.iolaus.detection.cluster.GroupTest;
import org.iolaus.detection.cluster.Seeds;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.profile.Subject;
import org.iolaus.detection.statistics.Tails;

/**
 * Gathers subjects that work from one set of prompts, though no piece of it gathers them all. Who words a task in a dozen
 * ways and deals the wordings out leaves a few subjects to each piece, too few for the exits or cards that they have in
 * common to show. A piece's users have other pieces in common, more of them than chance allows; whoever has several of
 * those is kin, and kin of all of these are gathered once more.
 */
final class Kin {
    /** A piece that more have gathers nobody: its users' other pieces do. */
    private static final int MOST_USERS = 512;
    /** So many subjects, a random part of more, show what all have in common. */
    private static final int MOST_COMPARED = 64;
    /** So many pieces, a random part of more, show who has several. */
    private static final int MOST_ASKED = 128;
    /** Pieces that kin have in common at least: one may be chance. */
    private static final int SEVERAL = 3;
    /** Share of the usual number of pieces that is few. */
    private static final double FEW = 0.25;
    /** How many times as common a piece must be: of a work that a fifth of all do none is five times as common. */
    private static final double MIN_LIFT = 4;
    /** Share of what users have in common that must not have been gathered around before. */
    private static final double NEW = 0.1;
    /** Nats beyond the correction for all pieces compared, as much as what binds a group needs. */
    private static final double MARGIN = 3;

    private final List<Subject> subjects;
    private final ObjectTable table;
    /** Who is not to be gathered. */
    private final IntPredicate excluded;
    /** How many of some users have each piece. */
    private final DenseTally held;
    /** How many of some pieces each subject has. */
    private final DenseTally holders;

    Kin(List<Subject> subjects, ObjectTable table, IntPredicate excluded) {
        this.subjects = subjects;
        this.table = table;
        this.excluded = excluded;
        held = new DenseTally(table.size());
        holders = new DenseTally(subjects.size());
    }

    /**
     * Groups of kin around some pieces of content, nearly equal ones once.
     *
     * @param pieces identifiers of the pieces
     * @param known subjects of whom a group needs {@link GroupTest#MIN_MEMBERS} others
     */
    List<int[]> gather(int[] pieces, IntPredicate known) {
        List<int[]> groups = new ArrayList<>();
        IntOpenHashSet done = new IntOpenHashSet();
        Seeds looked = new Seeds(subjects.size());
        Seeds near = new Seeds(subjects.size());
        Seeds found = new Seeds(subjects.size());
        for (int id : pieces) {
            int size = table.get(id).users().size();
            if (size < GroupTest.MIN_MEMBERS || size > MOST_USERS || done.contains(id)) {
                continue;
            }
            int[] users = table.get(id).usersWithout(excluded);
            if (GroupTest.enough(users, known) && looked.fresh(users, Family.CONTENT)) {
                int[] kin = kin(users, done, NEW);
                if (GroupTest.enough(kin, known) && near.fresh(kin, Family.CONTENT)) {
                    kin = kin(kin, done, 0);
                    if (GroupTest.enough(kin, known) && found.fresh(kin, Family.CONTENT)) {
                        groups.add(kin);
                    }
                }
            }
        }
        return groups;
    }

    /**
     * Whoever has several of what some users have in common, ascending; nobody if they have little in common, or little
     * that is new.
     *
     * @param done pieces gathered around before; takes in those that the users have in common
     * @param fresh share of these that must be new
     */
    private int[] kin(int[] all, IntOpenHashSet done, double fresh) {
        int[] users = Smallest.sample(all, MOST_COMPARED, subjects);
        IntOpenHashSet common = common(users);
        int before = done.size();
        done.addAll(common);
        if (common.size() < SEVERAL || done.size() - before < fresh * common.size()) {
            return new int[0];
        }
        int[] asked = some(common);
        for (int id : asked) {
            holders.addAll(table.get(id).users());
        }
        int[] numbers = Arrays.stream(users).map(holders::count).sorted().toArray();
        int least = Math.max(SEVERAL, (int) (FEW * numbers[numbers.length / 2]));
        IntArrayList kin = new IntArrayList();
        for (int i = 0; i < holders.counted().size(); i++) {
            int user = holders.counted().getInt(i);
            if (holders.count(user) >= least && !excluded.test(user)) {
                kin.add(user);
            }
        }
        holders.clear();
        kin.sort(null);
        return kin.toIntArray();
    }

    /** Pieces that more of some users have than chance allows, were each as likely to have one as anybody. */
    private IntOpenHashSet common(int[] users) {
        int edges = 0;
        for (int user : users) {
            edges += pieces(user).size();
            held.addAll(pieces(user));
        }
        double needed = StrictMath.log(Math.max(1, edges)) + MARGIN;
        Int2IntOpenHashMap fewest = new Int2IntOpenHashMap();
        IntOpenHashSet common = new IntOpenHashSet();
        for (int i = 0; i < held.counted().size(); i++) {
            int id = held.counted().getInt(i);
            int count = held.count(id);
            if (count >= SEVERAL) {
                int all = table.get(id).users().size();
                if (count >= fewest.computeIfAbsent(all, any -> fewest(users.length, any, needed))) {
                    common.add(id);
                }
            }
        }
        held.clear();
        return common;
    }

    /**
     * Fewest of some users that must have a piece, by chance and by how common it is.
     *
     * @param all how many have it in all
     * @param needed nats against chance
     */
    private int fewest(int users, int all, double needed) {
        double expected = users * (double) all / subjects.size();
        int count = Math.max(SEVERAL, (int) Math.ceil(MIN_LIFT * expected));
        while (Tails.negativeBinomialUpper(count - 1, expected, all) < needed) {
            count++;
        }
        return count;
    }

    /** Some pieces: all, or a random part of more, always the same. */
    private int[] some(IntOpenHashSet pieces) {
        int[] all = pieces.toIntArray();
        if (all.length <= MOST_ASKED) {
            return all;
        }
        long[] keys = Arrays.stream(all).mapToLong(id -> table.get(id).key()).toArray();
        long last = Smallest.of(keys, MOST_ASKED);
        return Arrays.stream(all).filter(id -> table.get(id).key() <= last).toArray();
    }

    private IntArrayList pieces(int user) {
        return subjects.get(user).objects(Family.CONTENT.ordinal());
    }
}
