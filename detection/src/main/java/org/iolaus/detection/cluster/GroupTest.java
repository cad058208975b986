package org.iolaus.detection.cluster;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntAVLTreeSet;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.iolaus.detection.cluster.Binding.Bound;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.profile.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The group test: an object of one family gathers a group; the group is real if objects of other families bind its
 * members too. It finds campaigns that have no pair of accounts with enough in common, because it asks of hundreds at
 * once.
 *
 * <p>Evidence of a component is that of its binding objects together (see {@link Binding}): the negative log of a bound
 * on the chance that any component reaches it. A component counts if that chance, over all groups ever tested, stays
 * below {@link #ALPHA}. What gathers groups is of {@value #KINDS} kinds, the families and kin, and each may spend an equal
 * part of it, so that the many groups that content gathers cost the few that a card gathers nothing: the g-th group of a
 * kind may spend ALPHA / (KINDS·g·(g+1)), and the sum over an endless run is bounded.
 */
public final class GroupTest {
    /** Chance of one false group in the whole run. */
    public static final double ALPHA = 0.01;
    /** Smallest group. */
    public static final int MIN_MEMBERS = 5;

    /** What gathers groups: an object of a family, or several pieces of content. */
    static final int KINDS = 5;

    private static final int KIN = KINDS - 1;

    private static final Set<Family> PLACE = EnumSet.of(Family.NETWORK, Family.IDENTITY);

    private final List<Subject> subjects;
    private final ObjectTable table;
    private final Reference reference;
    /** Groups tested so far, by what gathered them. */
    private final long[] tested = new long[KINDS];

    public GroupTest(List<Subject> subjects, ObjectTable table, Reference reference) {
        this.subjects = subjects;
        this.table = table;
        this.reference = reference;
    }

    /**
     * What a group holds.
     *
     * @param components parts that other families bind, largest first
     * @param rest what they leave of the group, if other families bind most of that; or null
     */
    public record Examination(
            List<Candidate> components, @Nullable Candidate rest) {
        private static final Examination NOTHING = new Examination(List.of(), null);

        /** Whether neither was found. */
        public boolean isNothing() {
            return components.isEmpty() && rest == null;
        }
    }

    /** Whether {@link #MIN_MEMBERS} of a group are not {@code known} already. */
    public static boolean enough(int[] group, IntPredicate known) {
        int fresh = 0;
        for (int i = 0; i < group.length && fresh < MIN_MEMBERS; i++) {
            fresh += known.test(group[i]) ? 0 : 1;
        }
        return fresh == MIN_MEMBERS;
    }

    /** Components of a group that other families bind, largest first. */
    public List<Candidate> examine(int[] group, Family chosenBy) {
        return examine(group, chosenBy, member -> false);
    }

    /** The same, without components in which fewer than {@link #MIN_MEMBERS} are not {@code known} already. */
    public List<Candidate> examine(int[] group, Family chosenBy, IntPredicate known) {
        int kind = chosenBy.ordinal();
        Binding binding = bind(group, chosenBy, kind, known);
        return binding == null ? List.of() : components(group, binding, holderLists(binding), chosenBy, kind, known);
    }

    /**
     * Components, and what they leave of a group that several objects gathered. Who gives every dozen accounts a card or
     * a country's exits of their own leaves no component that shows by itself; where most of what is left is bound
     * nevertheless, all that is bound is one.
     */
    public Examination examineWhole(int[] group, Family chosenBy, IntPredicate known) {
        Binding binding = bind(group, chosenBy, KIN, known);
        if (binding == null) {
            return Examination.NOTHING;
        }
        List<int[]> holderLists = holderLists(binding);
        List<Candidate> components = components(group, binding, holderLists, chosenBy, KIN, known);
        return new Examination(components, rest(group, binding, holderLists, components, chosenBy, known));
    }

    /** What binds a group; null if it cannot be enough, or if too few members are fresh. */
    private @Nullable Binding bind(int[] group, Family chosenBy, int kind, IntPredicate known) {
        if (group.length < MIN_MEMBERS) {
            return null;
        }
        tested[kind]++;
        if (!enough(group, known)) {
            return null;
        }
        Binding binding = Binding.candidates(group, binding(chosenBy), subjects, table, reference);
        if (!binding.mayReach(required(kind)) || kind != KIN && !anyEnough(group, binding, known)) {
            return null;
        }
        binding.select();
        boolean enough = !binding.bound().isEmpty() && binding.mostEvidence() >= required(kind);
        return enough ? binding : null;
    }

    private @Nullable Candidate rest(
            int[] group,
            Binding binding,
            List<int[]> holderLists,
            List<Candidate> components,
            Family chosenBy,
            IntPredicate known) {
        IntOpenHashSet settled = new IntOpenHashSet();
        components.forEach(component -> settled.addAll(IntArrayList.wrap(component.members())));
        int[] parts = Arrays.stream(group)
                .map(member -> settled.contains(member) || known.test(member) ? 1 : 0)
                .toArray();
        IntAVLTreeSet bound = new IntAVLTreeSet();
        for (int[] holders : holderLists) {
            int[] left =
                    Arrays.stream(holders).filter(holder -> parts[holder] == 0).toArray();
            if (left.length > 1) {
                Arrays.stream(left).forEach(holder -> bound.add(group[holder]));
            }
        }
        long left = Arrays.stream(parts).filter(part -> part == 0).count();
        if (bound.size() < MIN_MEMBERS || bound.size() < left - bound.size()) {
            return null;
        }
        tested[KIN]++;
        double nats = binding.evidence(0, parts, group, binding.bound(), holderLists);
        return nats < required(KIN) ? null : new Candidate(bound.toIntArray(), chosenBy, nats);
    }

    /** Families whose objects may bind a group that an object of some family has gathered. */
    public static Set<Family> binding(Family chosenBy) {
        return switch (chosenBy) {
            case CONTENT, CLIENT -> PLACE;
            case NETWORK -> EnumSet.of(Family.CONTENT, Family.IDENTITY);
            case IDENTITY -> EnumSet.of(Family.CONTENT, Family.NETWORK);
        };
    }

    private List<Candidate> components(
            int[] group, Binding binding, List<int[]> holderLists, Family chosenBy, int kind, IntPredicate known) {
        DisjointSets sets = new DisjointSets(group.length);
        holderLists.forEach(sets::join);
        return split(group, sets, binding, holderLists, chosenBy, kind, known);
    }

    /** Positions in the group of each binding object's holders. */
    private static List<int[]> holderLists(Binding binding) {
        return binding.bound().stream().map(Bound::positions).toList();
    }

    /** Whether a component that may be bound has enough fresh members. */
    private static boolean anyEnough(int[] group, Binding binding, IntPredicate known) {
        DisjointSets sets = new DisjointSets(group.length);
        binding.join(sets);
        int[] fresh = new int[group.length];
        for (int i = 0; i < group.length; i++) {
            if (!known.test(group[i]) && ++fresh[sets.root(i)] == MIN_MEMBERS) {
                return true;
            }
        }
        return false;
    }

    /** Positions by component, those components left out in which too few are fresh; in order of their first positions. */
    private static List<int[]> largeEnough(int[] group, DisjointSets sets, IntPredicate known) {
        int[] fresh = new int[group.length];
        for (int i = 0; i < group.length; i++) {
            int root = sets.root(i);
            fresh[root] += known.test(group[i]) ? 0 : 1;
        }
        List<int[]> components = new ArrayList<>();
        for (int root = 0; root < group.length; root++) {
            if (fresh[root] >= MIN_MEMBERS) {
                int wanted = root;
                components.add(IntStream.range(root, group.length)
                        .filter(position -> sets.root(position) == wanted)
                        .toArray());
            }
        }
        return components;
    }

    private List<Candidate> split(
            int[] group,
            DisjointSets sets,
            Binding binding,
            List<int[]> holderLists,
            Family chosenBy,
            int kind,
            IntPredicate known) {
        List<Candidate> candidates = new ArrayList<>();
        for (int[] component : largeEnough(group, sets, known)) {
            candidates.addAll(communities(group, component, binding, holderLists, chosenBy, kind));
        }
        candidates.sort((a, b) -> Integer.compare(b.members().length, a.members().length));
        return candidates;
    }

    private List<Candidate> communities(
            int[] group, int[] component, Binding binding, List<int[]> holderLists, Family chosenBy, int kind) {
        Int2IntOpenHashMap local = new Int2IntOpenHashMap(component.length);
        local.defaultReturnValue(-1);
        for (int position : component) {
            local.put(position, local.size());
        }
        List<int[]> inside = new ArrayList<>();
        List<Bound> bound = binding.bound();
        List<Bound> insideBound = new ArrayList<>();
        for (int i = 0; i < holderLists.size(); i++) {
            if (local.get(holderLists.get(i)[0]) >= 0) {
                inside.add(Arrays.stream(holderLists.get(i)).map(local::get).toArray());
                insideBound.add(bound.get(i));
            }
        }
        if (binding.mostEvidence(insideBound) < required(kind)) {
            return List.of();
        }
        int[] members =
                Arrays.stream(component).map(position -> group[position]).toArray();
        int[] parts = Communities.split(component.length, inside);
        Map<Integer, List<Integer>> byPart = new TreeMap<>();
        for (int i = 0; i < parts.length; i++) {
            byPart.computeIfAbsent(parts[i], part -> new ArrayList<>()).add(members[i]);
        }
        List<Candidate> candidates = new ArrayList<>();
        for (Map.Entry<Integer, List<Integer>> part : byPart.entrySet()) {
            double nats = binding.evidence(part.getKey(), parts, members, insideBound, inside);
            int[] found = part.getValue().stream()
                    .mapToInt(Integer::intValue)
                    .sorted()
                    .toArray();
            if (found.length >= MIN_MEMBERS && nats >= required(kind)) {
                candidates.add(new Candidate(found, chosenBy, nats));
            }
        }
        return candidates;
    }

    /**
     * Nats that one more test needs if the g-th may spend alpha / (g·(g+1)).
     *
     * @param tested tests so far, this one included
     * @param alpha what all may spend together, in an endless run
     */
    public static double required(long tested, double alpha) {
        return 2 * StrictMath.log(tested + 1.0) - StrictMath.log(alpha);
    }

    /** Nats that the next component of a kind needs. */
    private double required(int kind) {
        return required(tested[kind], ALPHA / KINDS);
    }
}
