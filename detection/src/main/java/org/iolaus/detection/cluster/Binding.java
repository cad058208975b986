package org.iolaus.detection.cluster;

import it.unimi.dsi.fastutil.longs.Long2DoubleOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.link.Outsiders;
import org.iolaus.detection.link.Popularity;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.link.SharedObject;
import org.iolaus.detection.profile.Subject;
import org.iolaus.detection.statistics.Tails;
import org.jspecify.annotations.Nullable;

/**
 * The objects of some families that bind a group's members, when the group was chosen by other families: held by more of
 * them than chance allows.
 *
 * <p>An object comes into play when one member brings it. Under the null the n − 1 others have it by chance, each as
 * likely as it is popular; every one that does is a coincidence. Objects that could have been brought and were not need
 * no correction; those that were, M of them, need one, whether or not anybody else has them.
 *
 * <p>Objects that no reference account has, and that no {@link Vicinity} explains, are counted together: c coincidences in
 * all of them, against the sum of what such objects let expect (see {@link Tails#negativeBinomialSumUpper}). So hundreds of
 * addresses that two or three members have bind them, though none would by itself. The others are tested one by one (see
 * {@link Popularity#nats}). The first may spend one half of a chance, the others 1 / 2M each; what a test has beyond that
 * is its excess, and {@link Tails#excesses} says what the excesses are worth together.
 *
 * <p>Objects are as likely as among customers who have objects of their kind at all: where firms alone have system
 * prompts, a phrase that two of them have in common is worth what it is among firms. A crowd that has nothing else in
 * common is compared with all customers. An object binds only if it is {@link #MIN_LIFT} times as common as expected:
 * whatever else members have in common that explains it, a trade or a tool, would have to be as many times as common [1].
 *
 * <p>Accounts of one organisation count as one member of a group of several (see {@link Parties}).
 *
 * <p>A coincidence counts if it brings members together that no rarer object of the family has: an address and its
 * prefix, or twenty exits of one proxy pool, are one coincidence a member.
 *
 * <p>Paper: [1] J. Cornfield et al., Journal of the National Cancer Institute 22 (1959), appendix A.
 */
public final class Binding {
    /** Nats that an excess needs, so that fewer than one in twenty groups binds by chance. */
    static final double MARGIN = 3;
    /** One in so many objects that bind together may do so by chance; and how many times as common as usual one must be. */
    public static final double MIN_LIFT = 10;

    /** Evidence of excesses that are not told apart. */
    private static final double MOST = Tails.excesses(Tails.MOST_SUMMED, MARGIN);

    private static final int[] NOBODY = {};
    private static final Layer[] LAYERS = Layer.values();

    private final Parties parties;
    private final int others;
    /** By layer, how many times as often members have objects of it as customers do. */
    private final double[] usage;

    /** By layer, the fewest coincidences with which an object binds that reference accounts have; 0 if not asked for. */
    private final int[] fewestSeen = new int[LAYERS.length];

    private final long inPlay;
    private final double correction;
    private final Reference reference;
    private final @Nullable LongStanding longStanding;
    /** Or null if members are compared with all customers. */
    private final @Nullable Vicinity vicinity;

    private final Long2DoubleOpenHashMap unseenExcesses = new Long2DoubleOpenHashMap();
    private final List<Bound> bound = new ArrayList<>();
    private final Pool pool;

    private Binding(
            GroupCounts counts,
            boolean alike,
            Parties parties,
            Reference reference,
            @Nullable LongStanding longStanding) {
        this.parties = parties;
        this.longStanding = longStanding;
        this.reference = reference;
        others = parties.size() - 1;
        usage = new double[LAYERS.length];
        double[] expected = new double[LAYERS.length];
        for (Layer layer : LAYERS) {
            usage[layer.ordinal()] = alike ? counts.usage(layer) / reference.usage(layer) : 1;
            expected[layer.ordinal()] = others * unseen(layer).share();
        }
        vicinity = alike ? new Vicinity(counts, reference, others) : null;
        long[] together = vicinity == null ? counts.brought() : vicinity.elsewhere(counts.brought(), expected);
        pool = new Pool(together, expected, others, longStanding);
        inPlay = Arrays.stream(counts.brought()).sum();
        correction = StrictMath.log(2.0 * Math.max(1, inPlay));
    }

    /**
     * An object that binds members of a group.
     *
     * @param object the object
     * @param holders members that have it, in the group's order
     * @param positions of the holders in the group, ascending
     * @param coincidences parties that have it besides the one who brought it
     * @param popularity of the object among customers outside the group
     * @param around its popularity among all long-standing accounts outside it, or null if none has it
     *     or it would not bind anyway
     * @param nats excess of all its holders, were it tested by itself
     * @param pooled whether it counts together with the others that no reference account has
     */
    public record Bound(
            SharedObject object,
            int[] holders,
            int[] positions,
            int coincidences,
            Popularity popularity,
            @Nullable Popularity around,
            double nats,
            boolean pooled) {
        private Bound alone() {
            return new Bound(object, holders, positions, coincidences, popularity, around, nats, false);
        }
    }

    /**
     * The objects of some families, held by at least {@code least} members, that bind.
     *
     * @param silent who testifies as little as members to how popular an object is
     * @param alike whether members are compared with customers who have such objects at all, not with all customers, and
     *     with all that are long-standing besides
     */
    public static Binding of(
            int[] members,
            int[] silent,
            Set<Family> families,
            int least,
            boolean alike,
            List<Subject> subjects,
            ObjectTable table,
            Reference reference) {
        Binding binding = candidates(members, silent, families, least, alike, subjects, table, reference);
        binding.select();
        return binding;
    }

    /** The objects that may bind, before {@link #select} keeps those that do. */
    static Binding candidates(
            int[] members, Set<Family> families, List<Subject> subjects, ObjectTable table, Reference reference) {
        return candidates(members, NOBODY, families, 2, true, subjects, table, reference);
    }

    private static Binding candidates(
            int[] members,
            int[] silent,
            Set<Family> families,
            int least,
            boolean alike,
            List<Subject> subjects,
            ObjectTable table,
            Reference reference) {
        GroupCounts counts = new GroupCounts(members, families, least, subjects, table);
        LongStanding longStanding = alike ? new LongStanding(counts, members, reference) : null;
        Binding binding = new Binding(counts, alike, Parties.of(members, subjects), reference, longStanding);
        Outsiders outsiders = reference.without(both(members, silent));
        int[][] others = silent.length == 0 ? null : counts.amongOthers(silent, families, subjects);
        for (int i = 0; i < counts.shared().length; i++) {
            int[] holders = counts.holders(i);
            int[] without = others == null ? holders : both(holders, others[i]);
            binding.consider(table.get(counts.shared()[i]), holders, counts.positions(i), without, outsiders);
        }
        return binding;
    }

    private static int[] both(int[] some, int[] others) {
        if (others.length == 0) {
            return some;
        }
        int[] both = Arrays.copyOf(some, some.length + others.length);
        System.arraycopy(others, 0, both, some.length, others.length);
        return both;
    }

    /** @param without holders who do not testify, members and others */
    private void consider(SharedObject object, int[] holders, int[] positions, int[] without, Outsiders outsiders) {
        int coincidences = parties.count(holders) - 1;
        if (coincidences == 0) {
            return;
        }
        int users = outsiders.users(object, without);
        if (users > 0 && coincidences < fewestSeen(object.layer(), outsiders)) {
            return;
        }
        Popularity anywhere = outsiders
                .popularity(object, without, users)
                .where(usage[object.layer().ordinal()]);
        Popularity popularity = vicinity == null ? anywhere : vicinity.near(object, anywhere);
        boolean pooled = popularity.holders() == 0 && popularity.equals(anywhere);
        double nats = pooled ? unseenExcess(object.layer(), coincidences) : excess(popularity, coincidences);
        boolean lifted = coincidences + 1 >= MIN_LIFT * popularity.share() * parties.size();
        Popularity around = null;
        if (longStanding != null && nats >= MARGIN && (pooled || lifted)) {
            around = longStanding.popularity(object, holders);
            nats = Math.min(nats, excessAround(around, coincidences));
        }
        if (pooled || nats >= MARGIN && lifted) {
            bound.add(new Bound(object, holders, positions, coincidences, popularity, around, nats, pooled));
        }
    }

    /** Coincidences below which no object of a layer binds that some reference account has, however rare it is. */
    private int fewestSeen(Layer layer, Outsiders outsiders) {
        int known = fewestSeen[layer.ordinal()];
        if (known > 0) {
            return known;
        }
        Popularity rarest = new Popularity(outsiders.leastShare(layer), 1).where(usage[layer.ordinal()]);
        int fewest = 1;
        while (fewest < others && Tails.poissonUpper(fewest, others * rarest.share()) - correction < MARGIN) {
            fewest++;
        }
        fewestSeen[layer.ordinal()] = fewest;
        return fewest;
    }

    /** Whether any part of the group may have evidence of so many nats, were only the reference population asked. */
    boolean mayReach(double nats) {
        double coincidences = Pool.coincidences(bound, 1);
        double sum = 0;
        for (Bound found : bound) {
            sum += found.nats() >= MARGIN ? found.nats() : 0;
        }
        return !bound.isEmpty() && together(sum, pool.excess(coincidences)) >= nats;
    }

    /** Joins the members' positions by whatever may bind, were only the reference population asked. */
    void join(DisjointSets positions) {
        int fewest = pool.fewest(bound);
        boolean together = pool.excess(Pool.coincidences(bound, fewest)) >= MARGIN;
        for (Bound found : bound) {
            if (found.nats() >= MARGIN || together && found.pooled() && found.coincidences() >= fewest) {
                positions.join(found.positions());
            }
        }
    }

    /** Keeps what binds. */
    void select() {
        int fewest = pool.fewest(bound);
        boolean together = pool.excessAround(Pool.coincidences(bound, fewest)) >= MARGIN;
        List<Bound> all = List.copyOf(bound);
        bound.clear();
        for (Bound found : all) {
            if (together && found.pooled() && found.coincidences() >= fewest) {
                bound.add(found);
            } else if (found.nats() >= MARGIN) {
                bound.add(found.alone());
            }
        }
        bound.sort(Binding::compare);
    }

    /** Objects that count together first, then by their nats, strongest first. */
    private static int compare(Bound a, Bound b) {
        if (a.pooled() != b.pooled()) {
            return a.pooled() ? -1 : 1;
        }
        int stronger = Double.compare(b.nats(), a.nats());
        return stronger != 0
                ? stronger
                : Integer.compare(a.object().id(), b.object().id());
    }

    /** Objects that bind: those that count together, then the others, each strongest first. */
    public List<Bound> bound() {
        return List.copyOf(bound);
    }

    /** Objects that were in play, those included that nobody else has. */
    public long inPlay() {
        return inPlay;
    }

    /** Excess of an object that no reference account has; many have as many coincidences. */
    private double unseenExcess(Layer layer, int coincidences) {
        return unseenExcesses.computeIfAbsent(
                (long) layer.ordinal() << Integer.SIZE | coincidences, key -> excess(unseen(layer), coincidences));
    }

    private Popularity unseen(Layer layer) {
        return reference.unseen(layer).where(usage[layer.ordinal()]);
    }

    private double excess(Popularity popularity, int coincidences) {
        return popularity.nats(coincidences, others) - correction;
    }

    private double excessAround(@Nullable Popularity around, int coincidences) {
        return around == null ? Double.POSITIVE_INFINITY : excess(around, coincidences);
    }

    /** The most evidence that any part of the group can have: that of all coincidences, told apart or not. */
    double mostEvidence() {
        return mostEvidence(bound);
    }

    /** The same for parts that some of the objects alone bind. */
    double mostEvidence(List<Bound> objects) {
        double coincidences = Pool.coincidences(objects, 1);
        double sum = 0;
        for (Bound found : objects) {
            sum += found.pooled() ? 0 : found.nats();
        }
        return evidence(coincidences, sum);
    }

    /**
     * Evidence that one part of the group is bound, with the whole group as the null's sample: −log of a bound on chance.
     *
     * @param part the part's number
     * @param parts part of each position
     * @param members member at each position
     * @param objects some of the objects that bind, in their order
     * @param holderLists positions of their holders
     */
    double evidence(int part, int[] parts, int[] members, List<Bound> objects, List<int[]> holderLists) {
        Map<Family, DisjointSets> together = new EnumMap<>(Family.class);
        double coincidences = 0;
        double sum = 0;
        for (int i = 0; i < objects.size(); i++) {
            Bound found = objects.get(i);
            DisjointSets sets =
                    together.computeIfAbsent(found.object().layer().family(), first -> parties.sets(members));
            int[] holders = Arrays.stream(holderLists.get(i))
                    .filter(holder -> parts[holder] == part)
                    .toArray();
            int fresh = Math.max(0, sets.count(holders) - 1);
            double nats = found.pooled()
                    ? 0
                    : Math.min(excess(found.popularity(), fresh), excessAround(found.around(), fresh));
            if (found.pooled() || nats >= MARGIN) {
                coincidences += found.pooled() ? fresh : 0;
                sum += nats;
                sets.join(holders);
            }
        }
        return evidence(coincidences, sum);
    }

    private double evidence(double coincidences, double sum) {
        return together(sum, pool.excessAround(coincidences));
    }

    private static double together(double sum, double pooled) {
        double all = sum + (pooled >= MARGIN ? pooled : 0);
        return all >= Tails.MOST_SUMMED ? MOST : Tails.excesses(all, MARGIN);
    }
}
