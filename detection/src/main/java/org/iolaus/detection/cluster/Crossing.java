package org.iolaus.detection.cluster;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.link.Outsiders;
import org.iolaus.detection.link.Popularity;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.link.SharedObject;
import org.iolaus.detection.link.Supernets;
import org.iolaus.detection.profile.Subject;
import org.iolaus.detection.statistics.Tails;

/**
 * Whether two groups meet on more addresses than chance allows. Under the null they have nothing to do with each other: an
 * address that the first has is found in the second as often as it is popular, times the accounts there. However many meet
 * on it, it is one coincidence, for each group shares its own addresses anyway; so are several that one long-standing
 * customer uses, as the exits of one relay are.
 *
 * <p>An address is as popular as in the reference population and among all long-standing accounts, whichever is more, and
 * no rarer than neighbours in its supernet let expect (see {@link Vicinity}). Networks are counted by themselves, and the
 * better of both counts.
 */
public final class Crossing {
    private static final List<Layer> LAYERS = List.of(Layer.IP, Layer.PREFIX);
    /** What so many of the second group have by chance says nothing. */
    private static final double COMMON = 0.5;

    private final List<Subject> subjects;
    private final ObjectTable table;
    private final Reference reference;

    public Crossing(List<Subject> subjects, ObjectTable table, Reference reference) {
        this.subjects = subjects;
        this.table = table;
        this.reference = reference;
    }

    /**
     * Nats against chance: −log of a bound on the probability that two groups meet on as many addresses; 0 if those are not
     * {@link Binding#MIN_LIFT} times as many as expected.
     */
    public double nats(int[] some, int[] others) {
        GroupCounts counts = new GroupCounts(some, EnumSet.of(Family.NETWORK), 2, subjects, table);
        Meetings meetings = new Meetings(some, others);
        counts.forEach((id, holders) -> meetings.see(table.get(id)));
        double nats = 0;
        for (Layer layer : LAYERS) {
            nats = Math.max(nats, meetings.nats(layer, counts));
        }
        return Math.max(0, nats - StrictMath.log(LAYERS.size()));
    }

    /** What the two groups have in common. */
    private final class Meetings {
        private final BitSet first = new BitSet();
        private final BitSet second = new BitSet();
        private final int others;
        private final Outsiders outsiders;
        private final SupernetCounts near;
        private final int longStanding;
        /** By layer, how many of the second group have each object of the first that others have, too, by chance. */
        private final DoubleArrayList[] means = new DoubleArrayList[Layer.values().length];
        /** By layer, who outside uses each object that they meet on. */
        private final List<List<IntArrayList>> met = new ArrayList<>();

        Meetings(int[] some, int[] others) {
            Arrays.stream(some).forEach(first::set);
            Arrays.stream(others).forEach(second::set);
            this.others = others.length;
            int[] both = Arrays.copyOf(some, some.length + others.length);
            System.arraycopy(others, 0, both, some.length, others.length);
            outsiders = reference.without(both);
            near = new SupernetCounts(others, table.supernets());
            longStanding = reference.longStanding()
                    - (int) Arrays.stream(both).filter(reference::longStanding).count();
            for (int layer = 0; layer < means.length; layer++) {
                means[layer] = new DoubleArrayList();
                met.add(new ArrayList<>());
            }
        }

        /** Notes an object that some of the first group have and at least two accounts. */
        void see(SharedObject object) {
            IntArrayList inside = new IntArrayList();
            IntArrayList witnesses = new IntArrayList();
            boolean meets = false;
            for (int user : object.users()) {
                if (first.get(user) || second.get(user)) {
                    inside.add(user);
                    meets |= second.get(user);
                } else if (reference.longStanding(user)) {
                    witnesses.add(user);
                }
            }
            double mean = mean(object, inside.toIntArray(), witnesses.size());
            if (mean <= COMMON) {
                means[object.layer().ordinal()].add(mean);
                if (meets) {
                    met.get(object.layer().ordinal()).add(witnesses);
                }
            }
        }

        private double mean(SharedObject object, int[] holders, int witnesses) {
            int known = outsiders.users(object, holders);
            double share = Math.max(
                    outsiders.popularity(object, holders, known).share(),
                    witnesses / (double) Math.max(1, longStanding));
            if (object.supernet() == Supernets.NONE) {
                return others * share;
            }
            double neighbour = known == 0
                    ? reference.neighbour(object.layer(), object.supernet())
                    : reference.neighbour(object, known);
            return Math.max(others * share, near.using(object.supernet()) * neighbour);
        }

        /** The same for one layer. Objects seen and those in supernets are expected twice, which errs to the safe side. */
        double nats(Layer layer, GroupCounts counts) {
            DoubleArrayList chances = means[layer.ordinal()].clone();
            LongArrayList trials = new LongArrayList(chances.size());
            chances.forEach(mean -> trials.add(1));
            double unseen = others * reference.unseen(layer).share();
            chances.add(unseen);
            trials.add(counts.brought()[layer.ordinal()]);
            counts.supernets().forEach((supernet, using, addresses, networks) -> {
                double mean = near.using(supernet) * reference.neighbour(layer, supernet);
                if (mean > unseen) {
                    chances.add(mean);
                    trials.add(layer == Layer.IP ? addresses : networks);
                }
            });
            int coincidences = apart(met.get(layer.ordinal()));
            double expected = 0;
            for (int i = 0; i < trials.size(); i++) {
                expected += trials.getLong(i) * chances.getDouble(i);
            }
            return coincidences < Binding.MIN_LIFT * expected
                    ? 0
                    : Tails.negativeBinomialSumUpper(
                            coincidences, trials.toLongArray(), chances.toDoubleArray(), Popularity.UNSEEN);
        }

        /** How many of some objects are left if those that one outsider uses count once. */
        private static int apart(List<IntArrayList> objects) {
            DisjointSets sets = new DisjointSets(objects.size());
            Int2IntOpenHashMap first = new Int2IntOpenHashMap();
            first.defaultReturnValue(-1);
            int apart = objects.size();
            for (int i = 0; i < objects.size(); i++) {
                for (int user : objects.get(i)) {
                    int former = first.putIfAbsent(user, i);
                    if (former >= 0 && sets.root(former) != sets.root(i)) {
                        sets.join(former, i);
                        apart--;
                    }
                }
            }
            return apart;
        }
    }
}
