package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import org.iolaus.detection.campaign.Signature.Part;
import org.iolaus.detection.cluster.Binding;
import org.iolaus.detection.cluster.Binding.Bound;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.profile.Subject;
import org.iolaus.detection.statistics.Tails;

/**
 * Chooses the objects of each family that together tell a group's members best from the reference population: those
 * that bind the members (see {@link Binding}), rarest first, as long as each one adds to the divergence between how many
 * members and how many others hold any of them.
 */
final class PartSearch {
    private static final double MIN_LIFT = 10;
    /** A template is what at least this share of the members has; rarer content is an item's. */
    private static final double MIN_CONTENT_SHARE = 0.05;
    /** Most pieces of content that a subject must hold to match: one may coincide with one of a thousand. */
    private static final int SEVERAL = 2;

    private final int[] members;
    private final IntOpenHashSet set;
    private final List<Subject> subjects;
    private final ObjectTable table;
    private final Reference reference;

    PartSearch(int[] members, List<Subject> subjects, ObjectTable table, Reference reference) {
        this.members = members;
        this.set = new IntOpenHashSet(members);
        this.subjects = subjects;
        this.table = table;
        this.reference = reference;
    }

    /** The part of a family. */
    Part find(Family family) {
        int least = family == Family.CONTENT ? (int) Math.ceil(members.length * MIN_CONTENT_SHARE) : 2;
        Binding binding = Binding.of(members, EnumSet.of(family), Math.max(2, least), subjects, table, reference);
        Union union = new Union();
        List<Bound> lifted = lifted(binding);
        lifted.forEach(union::offer);
        LongOpenHashSet keys = new LongOpenHashSet(lifted.size());
        lifted.forEach(found -> keys.add(found.object().key()));
        return union.part(
                keys, family == Family.CONTENT ? SEVERAL : 1, Math.clamp(binding.inPlay(), 1, Integer.MAX_VALUE));
    }

    private List<Bound> lifted(Binding binding) {
        List<Bound> lifted = new ArrayList<>(binding.bound());
        lifted.removeIf(
                found -> found.holders().length < MIN_LIFT * found.popularity().share() * members.length);
        lifted.sort(
                Comparator.comparingDouble((Bound found) -> found.popularity().share())
                        .thenComparing(Comparator.comparingDouble(Bound::nats).reversed())
                        .thenComparingInt(found -> found.object().id()));
        return lifted;
    }

    /** Objects chosen so far and who holds any of them. */
    private final class Union {
        private final IntOpenHashSet objects = new IntOpenHashSet();
        private final Int2IntOpenHashMap inside = new Int2IntOpenHashMap();
        private final IntOpenHashSet outside = new IntOpenHashSet();

        /** Takes an object in if it tells members from others better than those chosen so far do without it. */
        void offer(Bound found) {
            IntArrayList newInside = new IntArrayList();
            for (int holder : found.holders()) {
                if (!inside.containsKey(holder)) {
                    newInside.add(holder);
                }
            }
            IntArrayList newOutside = newOutside(found, newInside.isEmpty() ? 1 : Integer.MAX_VALUE);
            double with = divergence(inside.size() + newInside.size(), outside.size() + newOutside.size());
            if (with >= divergence(inside.size(), outside.size())) {
                objects.add(found.object().id());
                for (int holder : found.holders()) {
                    inside.addTo(holder, 1);
                }
                outside.addAll(newOutside);
            }
        }

        /** Reference accounts outside the group that only this object has; no more of them than are asked for. */
        private IntArrayList newOutside(Bound found, int most) {
            IntArrayList added = new IntArrayList();
            IntArrayList users = found.object().users();
            boolean any = found.popularity().holders() > 0;
            for (int i = 0; any && i < users.size() && added.size() < most; i++) {
                int user = users.getInt(i);
                if (reference.contains(user) && !set.contains(user) && !outside.contains(user)) {
                    added.add(user);
                }
            }
            return added;
        }

        private double divergence(int holding, int strangers) {
            double member = memberRate(holding);
            double stranger = referenceRate(strangers);
            return member <= stranger ? 0 : Tails.divergence(member, stranger);
        }

        private double memberRate(int holding) {
            return Math.clamp(holding / (double) members.length, 0.01, 0.99);
        }

        private double referenceRate(int strangers) {
            return Math.min(0.99, (strangers + 1.0) / (reference.size() + 1.0));
        }

        Part part(LongOpenHashSet keys, int most, int considered) {
            int least = Math.clamp(usual(), 1, most);
            int matching = (int)
                    inside.values().intStream().filter(count -> count >= least).count();
            return new Part(
                    objects,
                    keys,
                    matching / (double) members.length,
                    memberRate(matching),
                    referenceRate(outside.size()),
                    least,
                    considered);
        }

        /** How many of the objects three in four of the members that hold any have. */
        private int usual() {
            int[] counts = inside.values().intStream().sorted().toArray();
            return counts.length == 0 ? 1 : counts[counts.length / 4];
        }
    }
}
