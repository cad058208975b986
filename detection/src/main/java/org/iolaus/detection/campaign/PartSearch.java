package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import org.iolaus.detection.campaign.Signature.Part;
import org.iolaus.detection.cluster.Binding;
import org.iolaus.detection.cluster.Binding.Bound;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.profile.Subject;
import org.iolaus.detection.statistics.Tails;

/**
 * Chooses the objects of each family that together tell a group's members best from the reference population: those
 * that bind the members (see {@link Binding}), rarest first, as long as each one adds to the divergence between how many
 * members and how many others match. Blocks of addresses, which members share with honest neighbours, are left out where
 * most members share addresses.
 *
 * <p>Prompts that alone hold a crowd together are chosen otherwise, since nothing else says who belongs to it: every piece
 * that more members than customers are expected to have, and several of them make a match.
 */
final class PartSearch {
    private static final double MIN_LIFT = 10;
    /** A template is what at least this share of the members has; rarer content is an item's. */
    private static final double MIN_CONTENT_SHARE = 0.05;
    /** Most pieces of content that a subject must hold to match: one may coincide with one of a thousand. */
    private static final int SEVERAL = 2;
    /** Share of the usual number of pieces that is few: who holds less has them by coincidence. */
    private static final double FEW = 0.25;

    private static final int[] NOBODY = {};

    private final int[] members;
    private final boolean crowd;
    /** Reference accounts among those of a crowd that are not looked at. */
    private final int[] silent;
    /** The members, and who is not looked at. */
    private final IntOpenHashSet set;
    /** How many members each one that is looked at stands for. */
    private final double each;

    private final List<Subject> subjects;
    private final ObjectTable table;
    private final Reference reference;

    /** @param crowd whether prompts alone hold the members together */
    PartSearch(int[] members, boolean crowd, List<Subject> subjects, ObjectTable table, Reference reference) {
        this(members, members, crowd, subjects, table, reference);
    }

    private PartSearch(
            int[] members, int[] all, boolean crowd, List<Subject> subjects, ObjectTable table, Reference reference) {
        this.crowd = crowd;
        this.members = members;
        set = new IntOpenHashSet(all);
        each = all.length / (double) Math.max(1, members.length);
        silent = members.length == all.length ? NOBODY : silent(members, all, reference);
        this.subjects = subjects;
        this.table = table;
        this.reference = reference;
    }

    /**
     * A search among some of a crowd, taken at random. None of it testifies that its prompts are usual, looked at or not:
     * its long-standing members use them too.
     */
    static PartSearch ofCrowd(int[] some, int[] crowd, List<Subject> subjects, ObjectTable table, Reference reference) {
        return new PartSearch(some, crowd, true, subjects, table, reference);
    }

    private static int[] silent(int[] members, int[] all, Reference reference) {
        IntOpenHashSet looked = new IntOpenHashSet(members);
        return Arrays.stream(all)
                .filter(member -> reference.contains(member) && !looked.contains(member))
                .toArray();
    }

    /** The part of a family. */
    Part find(Family family) {
        int least = family == Family.CONTENT ? (int) Math.ceil(members.length * MIN_CONTENT_SHARE) : 2;
        Binding binding =
                Binding.of(members, silent, EnumSet.of(family), Math.max(2, least), !crowd, subjects, table, reference);
        List<Bound> lifted = lifted(binding);
        LongOpenHashSet keys = new LongOpenHashSet(lifted.size());
        lifted.forEach(found -> keys.add(found.object().key()));
        int considered = Math.clamp(binding.inPlay(), 1, Integer.MAX_VALUE);
        if (crowd && family == Family.CONTENT) {
            return all(lifted).part(keys, considered);
        }
        Union any = addresses(lifted);
        if (family != Family.CONTENT) {
            return any.part(keys, considered);
        }
        Union union = any.usual() < SEVERAL ? any : union(lifted, SEVERAL);
        union.askForShare();
        return union.part(keys, considered);
    }

    /** All objects, of which a member holds several. */
    private Union all(List<Bound> lifted) {
        Union union = new Union(1);
        lifted.forEach(union::take);
        union.askForSeveral();
        return union;
    }

    /** Objects of which one is enough: without blocks of addresses, if that leaves something in common to most members. */
    private Union addresses(List<Bound> lifted) {
        List<Bound> narrow = new ArrayList<>(lifted);
        narrow.removeIf(PartSearch::block);
        Union union = union(narrow, 1);
        boolean enough = narrow.size() == lifted.size() || union.matching >= Signature.COMMON * members.length;
        return enough ? union : union(lifted, 1);
    }

    private Union union(List<Bound> lifted, int least) {
        Union union = new Union(least);
        lifted.forEach(union::offer);
        return union;
    }

    private List<Bound> lifted(Binding binding) {
        List<Bound> lifted = new ArrayList<>(binding.bound());
        lifted.removeIf(
                found -> found.holders().length < MIN_LIFT * found.popularity().share() * members.length
                        || crowd && each * found.holders().length < expected(found));
        lifted.sort(
                Comparator.comparingDouble((Bound found) -> found.popularity().share())
                        .thenComparing(Comparator.comparingDouble(Bound::nats).reversed())
                        .thenComparingInt(found -> found.object().id()));
        return lifted;
    }

    /** Whether an object is a block of addresses. */
    private static boolean block(Bound found) {
        return found.object().layer() == Layer.PREFIX;
    }

    /** Customers who are expected to hold an object by chance. */
    private double expected(Bound found) {
        return found.popularity().share() * subjects.size();
    }

    /** Objects chosen so far and who holds at least so many of them. */
    private final class Union {
        private int least;
        private double leastShare;
        private DoubleArrayList shares = new DoubleArrayList();
        private final IntOpenHashSet objects = new IntOpenHashSet();
        private final Int2IntOpenHashMap inside = new Int2IntOpenHashMap();
        /** How many of the objects each member was the first of all to have. */
        private final Int2IntOpenHashMap introduced = new Int2IntOpenHashMap();

        private final Int2IntOpenHashMap outside = new Int2IntOpenHashMap();
        private int matching;
        private int strangers;

        Union(int least) {
            this.least = least;
        }

        /** Takes an object in if those chosen so far tell members from others no better without it, or if it is theirs. */
        void offer(Bound found) {
            int more = 0;
            for (int holder : found.holders()) {
                more += inside.get(holder) == least - 1 ? 1 : 0;
            }
            int moreStrangers = moreStrangers(found);
            boolean better = divergence(matching + more, strangers + moreStrangers) >= divergence();
            if (better || theirs(found)) {
                matching += more;
                strangers += moreStrangers;
                take(found);
            }
        }

        void take(Bound found) {
            objects.add(found.object().id());
            for (int holder : found.holders()) {
                inside.addTo(holder, 1);
            }
            introduced.addTo(first(found), 1);
            outsiders(found).forEach(user -> outside.addTo(user, 1));
        }

        /** The member that was the first to have an object. */
        private int first(Bound found) {
            IntArrayList users = found.object().users();
            int i = 0;
            while (!set.contains(users.getInt(i))) {
                i++;
            }
            return users.getInt(i);
        }

        /** Asks for a quarter of the objects that are usual, for several at least. */
        void askForSeveral() {
            least = Math.max(Math.clamp(usual(), 1, SEVERAL), (int) (FEW * usual()));
            matching = holding(inside);
            strangers = holding(outside);
        }

        /** Asks that the objects make up a quarter of the share of a member's that is usual, however busy it is. */
        void askForShare() {
            double[] all = inside.keySet()
                    .intStream()
                    .mapToDouble(this::share)
                    .sorted()
                    .toArray();
            leastShare = all.length == 0 ? 0 : FEW * all[all.length / 4];
            shares = DoubleArrayList.wrap(inside.int2IntEntrySet().stream()
                    .filter(entry -> entry.getIntValue() >= least)
                    .mapToDouble(entry -> share(entry.getIntKey()))
                    .filter(share -> share >= leastShare)
                    .sorted()
                    .toArray());
            matching = shares.size();
        }

        private double share(int member) {
            int all = subjects.get(member).objects(Family.CONTENT.ordinal()).size();
            return inside.get(member) / (double) Math.max(1, all);
        }

        private int holding(Int2IntOpenHashMap counts) {
            return (int)
                    counts.values().intStream().filter(count -> count >= least).count();
        }

        /** Whether many times as many members hold a piece of content as customers are expected to in all. */
        private boolean theirs(Bound found) {
            return found.object().layer().family() == Family.CONTENT
                    && found.holders().length >= MIN_LIFT * expected(found);
        }

        private int moreStrangers(Bound found) {
            return (int) outsiders(found)
                    .intStream()
                    .filter(user -> outside.get(user) == least - 1)
                    .count();
        }

        /** Reference accounts outside the group that have an object. */
        private IntArrayList outsiders(Bound found) {
            IntArrayList outsiders = new IntArrayList();
            IntArrayList users = found.object().users();
            boolean any = found.popularity().holders() > 0;
            for (int i = 0; any && i < users.size(); i++) {
                int user = users.getInt(i);
                if (reference.contains(user) && !set.contains(user)) {
                    outsiders.add(user);
                }
            }
            return outsiders;
        }

        double divergence() {
            return divergence(matching, strangers);
        }

        private double divergence(int holding, int others) {
            double member = memberRate(holding);
            double stranger = referenceRate(others);
            return member <= stranger ? 0 : Tails.divergence(member, stranger);
        }

        private double memberRate(int holding) {
            return Math.clamp(holding / (double) members.length, 0.01, 0.99);
        }

        private double referenceRate(int others) {
            return Math.min(0.99, (others + 1.0) / (reference.size() + 1.0));
        }

        Part part(LongOpenHashSet keys, int considered) {
            return new Part(
                    objects,
                    keys,
                    matching / (double) members.length,
                    memberRate(matchingOthers()),
                    referenceRate(strangers),
                    least,
                    leastShare,
                    shares,
                    considered);
        }

        /** Members that hold enough objects which others had before them: what a newcomer is to be compared with. */
        private int matchingOthers() {
            int matching = 0;
            for (Int2IntMap.Entry entry : inside.int2IntEntrySet()) {
                matching += entry.getIntValue() - introduced.get(entry.getIntKey()) >= least ? 1 : 0;
            }
            return matching;
        }

        /** How many of the objects three in four of the members that hold any have. */
        int usual() {
            int[] counts = inside.values().intStream().sorted().toArray();
            return counts.length == 0 ? 1 : counts[counts.length / 4];
        }
    }
}
