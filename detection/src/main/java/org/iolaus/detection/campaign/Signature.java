package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.iolaus.detection.cluster.Binding;
import org.iolaus.detection.cluster.Binding.Bound;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.link.SharedObject;
import org.iolaus.detection.profile.Subject;

/**
 * What a group's members have in common that others lack: for each family the objects that are significantly
 * over-represented, the share of members that hold any of them, and the share of the reference population that does.
 * The family as a whole is the unit of comparison, so twenty exits of one proxy pool count once. Immutable.
 */
public final class Signature {
    /** Share of members that must have a family's objects for it to be the group's. */
    private static final double COMMON = 0.5;

    private static final double MIN_LIFT = 10;
    /** A template is what at least this share of the members has; rarer content is an item's. */
    private static final double MIN_CONTENT_SHARE = 0.05;
    /** A family's objects together may be held by at most this share of the reference population. */
    private static final double MAX_REFERENCE_RATE = 0.02;
    /** The same where content is all there is: then most of a subject's own work must be the group's as well. */
    private static final double MAX_CONTENT_RATE = 0.09;

    private final Map<Family, Part> parts;

    private Signature(Map<Family, Part> parts) {
        this.parts = parts;
    }

    /**
     * One family's part.
     *
     * @param objects identifiers of its objects
     * @param keys their keyed hashes
     * @param memberRate share of members that hold any, kept inside 0.01..0.99
     * @param referenceRate share of the reference population, members left out, that holds any; at least 1/(n+1)
     * @param considered objects of the family that members have, from which these were chosen; at least 1
     */
    public record Part(
            IntOpenHashSet objects, LongOpenHashSet keys, double memberRate, double referenceRate, int considered) {
        /** Nats for membership if a subject holds one of the objects. */
        public double matchNats() {
            return StrictMath.log(memberRate / referenceRate);
        }

        /** Nats, at most 0, if it holds none. */
        public double missNats() {
            return Math.min(0, StrictMath.log((1 - memberRate) / (1 - referenceRate)));
        }

        /** Whether holding one says enough for the family to count. */
        public boolean informative() {
            return memberRate >= 10 * referenceRate;
        }
    }

    /** Works out what members have in common. */
    public static Signature of(int[] members, List<Subject> subjects, ObjectTable table, Reference reference) {
        IntOpenHashSet set = new IntOpenHashSet(members);
        Map<Family, Int2IntOpenHashMap> counts = count(members, subjects, table);
        Map<Family, Part> parts = new EnumMap<>(Family.class);
        counts.forEach((family, objects) -> {
            IntOpenHashSet chosen = choose(family, MAX_REFERENCE_RATE, members, set, subjects, table, reference);
            Part part = part(chosen, objects.size(), members, set, subjects, table, reference);
            if (part.informative()) {
                parts.put(family, part);
            }
        });
        Signature signature = new Signature(parts);
        if (signature.contentOnly()) {
            Int2IntOpenHashMap objects = java.util.Objects.requireNonNull(counts.get(Family.CONTENT));
            IntOpenHashSet chosen = choose(Family.CONTENT, MAX_CONTENT_RATE, members, set, subjects, table, reference);
            parts.put(Family.CONTENT, part(chosen, objects.size(), members, set, subjects, table, reference));
        }
        return signature;
    }

    private static Map<Family, Int2IntOpenHashMap> count(int[] members, List<Subject> subjects, ObjectTable table) {
        Map<Family, Int2IntOpenHashMap> counts = new EnumMap<>(Family.class);
        for (int member : members) {
            IntArrayList objects = subjects.get(member).objects();
            for (int i = 0; i < objects.size(); i++) {
                int id = objects.getInt(i);
                counts.computeIfAbsent(table.get(id).layer().family(), family -> new Int2IntOpenHashMap())
                        .addTo(id, 1);
            }
        }
        return counts;
    }

    /** Significant objects, strongest first, as long as few of the reference population hold any of them. */
    private static IntOpenHashSet choose(
            Family family,
            double maxReferenceRate,
            int[] members,
            IntOpenHashSet set,
            List<Subject> subjects,
            ObjectTable table,
            Reference reference) {
        int min = family == Family.CONTENT ? Math.max(2, (int) Math.ceil(members.length * MIN_CONTENT_SHARE)) : 2;
        List<Bound> lifted = new ArrayList<>(Binding.of(members, EnumSet.of(family), min, subjects, table, reference)
                .bound());
        lifted.removeIf(
                found -> found.holders().length < MIN_LIFT * found.popularity().share() * members.length);
        IntOpenHashSet chosen = new IntOpenHashSet();
        IntOpenHashSet outside = new IntOpenHashSet();
        double most = Math.max(1, maxReferenceRate * reference.size());
        for (Bound found : lifted) {
            int[] strangers = outside(found.object(), set, reference);
            long fresh = Arrays.stream(strangers)
                    .filter(user -> !outside.contains(user))
                    .count();
            if (outside.size() + fresh <= most) {
                chosen.add(found.object().id());
                for (int stranger : strangers) {
                    outside.add(stranger);
                }
            }
        }
        return chosen;
    }

    private static int[] outside(SharedObject object, IntOpenHashSet members, Reference reference) {
        return object.users()
                .intStream()
                .filter(user -> reference.contains(user) && !members.contains(user))
                .toArray();
    }

    private static Part part(
            IntOpenHashSet chosen,
            int considered,
            int[] members,
            IntOpenHashSet set,
            List<Subject> subjects,
            ObjectTable table,
            Reference reference) {
        LongOpenHashSet keys = new LongOpenHashSet(chosen.size());
        IntOpenHashSet outside = new IntOpenHashSet();
        chosen.forEach(id -> {
            keys.add(table.get(id).key());
            for (int stranger : outside(table.get(id), set, reference)) {
                outside.add(stranger);
            }
        });
        int holding = 0;
        for (int member : members) {
            holding += holdsAny(subjects.get(member), chosen) ? 1 : 0;
        }
        double memberRate = Math.clamp(holding / (double) members.length, 0.01, 0.99);
        double referenceRate = Math.min(0.99, (outside.size() + 1.0) / (reference.size() + 1.0));
        return new Part(chosen, keys, memberRate, referenceRate, Math.max(1, considered));
    }

    static boolean holdsAny(Subject subject, IntOpenHashSet objects) {
        IntArrayList held = subject.objects();
        for (int i = 0; i < held.size(); i++) {
            if (objects.contains(held.getInt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Informative families and their parts. */
    public Map<Family, Part> parts() {
        return parts;
    }

    /**
     * Families in which a subject holds one of the objects, as a bit set by {@link Family#ordinal()}.
     */
    public int match(Subject subject) {
        int matched = 0;
        for (Map.Entry<Family, Part> part : parts.entrySet()) {
            if (holdsAny(subject, part.getValue().objects())) {
                matched |= 1 << part.getKey().ordinal();
            }
        }
        return matched;
    }

    /** Nats for membership, given the families matched and the prior odds of being a member. */
    public double nats(int matched, double priorOdds) {
        double nats = StrictMath.log(priorOdds);
        for (Map.Entry<Family, Part> part : parts.entrySet()) {
            boolean hit = (matched & 1 << part.getKey().ordinal()) != 0;
            nats += hit ? part.getValue().matchNats() : part.getValue().missNats();
        }
        return nats;
    }

    /** Independent families among those matched: client counts only where it is nearly unique. */
    public int independent(int matched) {
        int count = 0;
        for (Family family : parts.keySet()) {
            boolean hit = (matched & 1 << family.ordinal()) != 0;
            count += hit && family != Family.CLIENT ? 1 : 0;
        }
        return count;
    }

    /** Independent families that most members have in common; a client is too popular to count. */
    int independentFamilies() {
        return (int) parts.entrySet().stream()
                .filter(part ->
                        part.getKey() != Family.CLIENT && part.getValue().memberRate() >= COMMON)
                .count();
    }

    /** Whether content alone is what most members have in common. */
    boolean contentOnly() {
        return independentFamilies() == 1 && part(Family.CONTENT).memberRate() >= COMMON;
    }

    /** Part of a family, or an empty one. */
    public Part part(Family family) {
        Part part = parts.get(family);
        return part == null ? new Part(new IntOpenHashSet(), new LongOpenHashSet(), 0.01, 0.99, 1) : part;
    }
}
