package org.iolaus.detection.cluster;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.iolaus.detection.cluster.Binding.Bound;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.profile.Subject;
import org.iolaus.detection.statistics.Tails;

/**
 * The group test: an object of one family gathers a group; the group is real if objects of other families bind its
 * members too. It finds campaigns that have no pair of accounts with enough in common, because it asks of hundreds at
 * once.
 *
 * <p>Evidence of a component is Σ(tᵢ − log M) over its binding objects (see {@link Binding}), which bounds the log of
 * the chance that any component reaches it. A component counts if that chance, over all groups ever tested, stays below
 * {@link #ALPHA}: with g groups tested so far the g-th may spend ALPHA / (g·(g+1)), so the sum over an endless run is
 * bounded.
 */
public final class GroupTest {
    /** Chance of one false group in the whole run. */
    public static final double ALPHA = 0.01;
    /** Smallest group. */
    public static final int MIN_MEMBERS = 5;

    private static final Set<Family> PLACE = EnumSet.of(Family.NETWORK, Family.IDENTITY);

    private final List<Subject> subjects;
    private final ObjectTable table;
    private final Reference reference;
    private long tested;

    public GroupTest(List<Subject> subjects, ObjectTable table, Reference reference) {
        this.subjects = subjects;
        this.table = table;
        this.reference = reference;
    }

    /** Components of a group that other families bind, largest first. */
    public List<Candidate> examine(int[] group, Family chosenBy) {
        return examine(group, chosenBy, member -> false);
    }

    /** The same, without components in which fewer than {@link #MIN_MEMBERS} are not {@code known} already. */
    public List<Candidate> examine(int[] group, Family chosenBy, IntPredicate known) {
        if (group.length < MIN_MEMBERS) {
            return List.of();
        }
        tested++;
        Set<Family> others = others(chosenBy);
        List<Bound> bound = Binding.find(group, others, subjects, table, reference);
        return bound.isEmpty() ? List.of() : components(group, bound, chosenBy, known);
    }

    private static Set<Family> others(Family chosenBy) {
        return switch (chosenBy) {
            case CONTENT, CLIENT -> PLACE;
            case NETWORK -> EnumSet.of(Family.CONTENT, Family.IDENTITY);
            case IDENTITY -> EnumSet.of(Family.CONTENT, Family.NETWORK);
        };
    }

    private List<Candidate> components(int[] group, List<Bound> bound, Family chosenBy, IntPredicate known) {
        Int2IntOpenHashMap positions = new Int2IntOpenHashMap(group.length);
        for (int i = 0; i < group.length; i++) {
            positions.put(group[i], i);
        }
        List<int[]> holderLists = new ArrayList<>(bound.size());
        DisjointSets sets = new DisjointSets(group.length);
        for (Bound object : bound) {
            int[] holders = Arrays.stream(object.holders()).map(positions::get).toArray();
            holderLists.add(holders);
            for (int i = 1; i < holders.length; i++) {
                sets.join(holders[0], holders[i]);
            }
        }
        return split(group, sets, bound, holderLists, chosenBy, known);
    }

    private List<Candidate> split(
            int[] group,
            DisjointSets sets,
            List<Bound> bound,
            List<int[]> holderLists,
            Family chosenBy,
            IntPredicate known) {
        Map<Integer, List<Integer>> components = new TreeMap<>();
        for (int i = 0; i < group.length; i++) {
            components.computeIfAbsent(sets.root(i), root -> new ArrayList<>()).add(i);
        }
        List<Candidate> candidates = new ArrayList<>();
        for (List<Integer> component : components.values()) {
            long fresh = component.stream()
                    .filter(position -> !known.test(group[position]))
                    .count();
            if (fresh >= MIN_MEMBERS) {
                candidates.addAll(communities(group, component, bound, holderLists, chosenBy));
            }
        }
        candidates.sort((a, b) -> Integer.compare(b.members().length, a.members().length));
        return candidates;
    }

    private List<Candidate> communities(
            int[] group, List<Integer> component, List<Bound> bound, List<int[]> holderLists, Family chosenBy) {
        Int2IntOpenHashMap local = new Int2IntOpenHashMap(component.size());
        local.defaultReturnValue(-1);
        for (int position : component) {
            local.put(position, local.size());
        }
        List<int[]> inside = new ArrayList<>();
        List<Bound> insideBound = new ArrayList<>();
        for (int i = 0; i < bound.size(); i++) {
            if (local.get(holderLists.get(i)[0]) >= 0 && bound.get(i).nats() > 0) {
                inside.add(Arrays.stream(holderLists.get(i)).map(local::get).toArray());
                insideBound.add(bound.get(i));
            }
        }
        int[] parts = Communities.split(component.size(), inside);
        Map<Integer, List<Integer>> byPart = new TreeMap<>();
        for (int i = 0; i < parts.length; i++) {
            byPart.computeIfAbsent(parts[i], part -> new ArrayList<>()).add(group[component.get(i)]);
        }
        List<Candidate> candidates = new ArrayList<>();
        for (Map.Entry<Integer, List<Integer>> part : byPart.entrySet()) {
            double nats = nats(part.getKey(), parts, inside, insideBound, group.length);
            int[] members = part.getValue().stream()
                    .mapToInt(Integer::intValue)
                    .sorted()
                    .toArray();
            if (members.length >= MIN_MEMBERS && nats >= required()) {
                candidates.add(new Candidate(members, chosenBy, nats));
            }
        }
        return candidates;
    }

    /** Evidence of the objects that one part's members hold, with the whole group as the null's sample. */
    private static double nats(int part, int[] parts, List<int[]> holderLists, List<Bound> bound, int groupSize) {
        double nats = 0;
        for (int i = 0; i < bound.size(); i++) {
            int[] holders = holderLists.get(i);
            long inPart = Arrays.stream(holders)
                    .filter(holder -> parts[holder] == part)
                    .count();
            double mean = groupSize * bound.get(i).popularity();
            double all = Tails.poissonUpper(holders.length, mean);
            if (inPart >= 2 && bound.get(i).nats() > 0) {
                nats += Math.max(
                        0,
                        Tails.poissonUpper((double) inPart, mean)
                                - (all - bound.get(i).nats()));
            }
        }
        return nats;
    }

    /** Nats that the next component needs. */
    private double required() {
        return 2 * StrictMath.log(tested + 1.0) - StrictMath.log(ALPHA);
    }
}
