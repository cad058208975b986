package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.HashCommon;
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
    /** A piece that more have gathers nobody and is not asked for: its users' other pieces are. */
    private static final int MOST_USERS = 512;
    /** So many subjects, a random part of more, show what all have in common. */
    private static final int MOST_COMPARED = 64;
    /** So many pieces, a random part of more, show who has several. */
    private static final int MOST_ASKED = 128;
    /** So many pieces gather, a random part of more, whatever the traffic: a set of prompts has many. */
    private static final int MOST_SEEDS = 8192;
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

    private static final int[] NOBODY = {};

    private final List<Subject> subjects;
    private final ObjectTable table;
    /** Who is not to be gathered. */
    private final IntPredicate excluded;
    /** Users of each piece; 0 if they are too few or too many. */
    private final short[] usersOf;
    /** How many of some users have each piece. */
    private final DenseTally held;
    /** How many of some pieces each subject has. */
    private final DenseTally holders;

    Kin(List<Subject> subjects, ObjectTable table, IntPredicate excluded) {
        this.subjects = subjects;
        this.table = table;
        this.excluded = excluded;
        usersOf = new short[table.size()];
        for (int id = 0; id < usersOf.length; id++) {
            int size = table.get(id).users().size();
            usersOf[id] = (short) (size >= SEVERAL && size <= MOST_USERS ? size : 0);
        }
        held = new DenseTally(table.size());
        holders = new DenseTally(subjects.size());
    }

    /**
     * Groups of kin around some pieces of content, nearly equal ones once.
     *
     * @param pieces identifiers of the pieces
     * @param nowMicros event time; chooses among too many pieces
     * @param known subjects of whom a group needs {@link GroupTest#MIN_MEMBERS} others
     */
    List<int[]> gather(int[] pieces, long nowMicros, IntPredicate known) {
        List<int[]> groups = new ArrayList<>();
        IntOpenHashSet done = new IntOpenHashSet();
        Seeds looked = new Seeds(subjects.size());
        Seeds near = new Seeds(subjects.size());
        Seeds found = new Seeds(subjects.size());
        for (int id : seeds(pieces, nowMicros)) {
            int[] users = done.contains(id) ? NOBODY : table.get(id).usersWithout(excluded);
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

    /** Pieces that may gather kin: all, or a random part of more, another one each time. */
    private int[] seeds(int[] pieces, long nowMicros) {
        int[] seeds = Arrays.stream(pieces)
                .filter(id -> usersOf[id] >= GroupTest.MIN_MEMBERS)
                .toArray();
        return some(seeds, MOST_SEEDS, nowMicros);
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
        int[] asked = some(common.toIntArray(), MOST_ASKED, 0);
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
            held.addAll(pieces(user), usersOf);
        }
        double needed = StrictMath.log(Math.max(1, edges)) + MARGIN;
        int[] fewest = new int[MOST_USERS + 1];
        IntOpenHashSet common = new IntOpenHashSet();
        for (int i = 0; i < held.counted().size(); i++) {
            int id = held.counted().getInt(i);
            int count = held.count(id);
            if (count >= SEVERAL) {
                int all = usersOf[id];
                if (fewest[all] == 0) {
                    fewest[all] = fewest(users.length, all, needed);
                }
                if (count >= fewest[all]) {
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

    /** Some pieces: all, or as many of more as are wanted, the same for one salt. */
    private int[] some(int[] pieces, int wanted, long salt) {
        return Smallest.sample(
                pieces, wanted, id -> HashCommon.murmurHash3(table.get(id).key() ^ salt));
    }

    private IntArrayList pieces(int user) {
        return subjects.get(user).objects(Family.CONTENT.ordinal());
    }
}
