package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.doubles.DoubleArrays;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.profile.Subject;

/**
 * What a group's members have in common that others lack: for each family the objects that are significantly
 * over-represented, the share of members that hold any of them, and the share of the reference population that does.
 * The family as a whole is the unit of comparison, so twenty exits of one proxy pool count once. Immutable.
 */
public final class Signature {
    /** Share of members that must have a family's objects for it to be the group's. */
    static final double COMMON = 0.5;

    private final Map<Family, Part> parts;
    private final long party;

    private Signature(Map<Family, Part> parts, long party) {
        this.parts = parts;
        this.party = party;
    }

    /**
     * One family's part.
     *
     * @param objects identifiers of its objects: those that together tell members best from others
     * @param keys keyed hashes of all objects that members have far more often than others, which tell shared work from
     *     the rest
     * @param share share of members that match
     * @param memberRate the same, kept inside 0.01..0.99
     * @param referenceRate share of the reference population, members left out, that holds any; at least 1/(n+1)
     * @param least how many of the objects a subject must hold to match
     * @param leastShare how large a share of all it has in common with anybody they must be
     * @param shares how large a share they are of members that match, ascending; empty if one object is as good as many
     * @param considered objects of the family that members have, from which these were chosen; at least 1
     */
    public record Part(
            IntOpenHashSet objects,
            LongOpenHashSet keys,
            double share,
            double memberRate,
            double referenceRate,
            int least,
            double leastShare,
            DoubleArrayList shares,
            int considered) {
        /** Whether a subject holds enough of the objects. */
        boolean heldBy(Subject subject, Family family) {
            return heldBy(subject.objects(family.ordinal()));
        }

        /** Whether whoever shares these objects of the family with anybody holds enough of the group's. */
        boolean heldBy(IntArrayList held) {
            int needed = Math.max(least, (int) Math.ceil(leastShare * held.size()));
            int count = 0;
            for (int i = 0; i < held.size() && count < needed; i++) {
                count += objects.contains(held.getInt(i)) ? 1 : 0;
            }
            return count >= needed;
        }

        /** Nats for membership if a subject holds enough of the objects. */
        public double matchNats() {
            return StrictMath.log(memberRate / referenceRate);
        }

        /**
         * The same for one that holds these objects of the family. If hardly any member has as small a share of the
         * group's among its own, the chance of that, both tails taken, counts against it.
         */
        double matchNats(IntArrayList held) {
            return matchNats() + (shares.isEmpty() ? 0 : Math.min(0, StrictMath.log(2 * asFew(held))));
        }

        /** The part of matching members, the holder left out, with as small a share; at least 1/(n+1). */
        private double asFew(IntArrayList held) {
            int count = 0;
            for (int i = 0; i < held.size(); i++) {
                count += objects.contains(held.getInt(i)) ? 1 : 0;
            }
            double share = count / (double) Math.max(1, held.size());
            int after = DoubleArrays.binarySearch(shares.elements(), 0, shares.size(), Math.nextUp(share));
            int asFew = after < 0 ? -after - 1 : after;
            return Math.max(1, asFew) / (shares.size() + 1.0);
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
        return of(members, false, subjects, table, reference);
    }

    /** The same, where {@code crowd} tells whether prompts alone hold the members together. */
    static Signature of(int[] members, boolean crowd, List<Subject> subjects, ObjectTable table, Reference reference) {
        PartSearch search = new PartSearch(members, crowd, subjects, table, reference);
        Map<Family, Part> parts = new EnumMap<>(Family.class);
        for (Family family : Family.values()) {
            Part part = search.find(family);
            if (part.informative()) {
                parts.put(family, part);
            }
        }
        return new Signature(parts, party(members, subjects));
    }

    /** The party that all members speak for, or 0 if they speak for several. */
    private static long party(int[] members, List<Subject> subjects) {
        long first = members.length == 0 ? 0 : subjects.get(members[0]).party();
        return Arrays.stream(members).allMatch(member -> subjects.get(member).party() == first) ? first : 0;
    }

    /** Whether it says anything of a subject: what one organisation has in common tells nothing of anybody else. */
    boolean concerns(Subject subject) {
        return party == 0 || party == subject.party();
    }

    /** Informative families and their parts. */
    public Map<Family, Part> parts() {
        return parts;
    }

    /** What a subject has in common with the members. */
    public Match match(Subject subject) {
        return match(family -> subject.objects(family.ordinal()));
    }

    /** What somebody who holds these objects of each family has in common with the members. */
    Match match(Function<Family, IntArrayList> held) {
        int families = 0;
        double[] nats = new double[Family.values().length];
        for (Map.Entry<Family, Part> entry : parts.entrySet()) {
            Family family = entry.getKey();
            Part part = entry.getValue();
            IntArrayList objects = held.apply(family);
            boolean matches = part.heldBy(objects);
            families |= matches ? 1 << family.ordinal() : 0;
            nats[family.ordinal()] = matches ? part.matchNats(objects) : part.missNats();
        }
        return new Match(families, nats);
    }

    /** Independent families that most members have in common; a client is too popular to count. */
    int independentFamilies() {
        return (int) parts.keySet().stream()
                .filter(family -> family != Family.CLIENT && common(family))
                .count();
    }

    /** Whether most members have a family's objects. */
    boolean common(Family family) {
        return part(family).share() >= COMMON;
    }

    /** Whether content alone is what most members have in common. */
    boolean contentOnly() {
        return independentFamilies() == 1 && common(Family.CONTENT);
    }

    /** Part of a family, or an empty one. */
    public Part part(Family family) {
        Part part = parts.get(family);
        return part == null
                ? new Part(new IntOpenHashSet(), new LongOpenHashSet(), 0, 0.01, 0.99, 1, 0, new DoubleArrayList(), 1)
                : part;
    }
}
