package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.Int2IntAVLTreeMap;
import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntAVLTreeSet;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.link.SharedObject;
import org.iolaus.detection.profile.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What campaigns' new addresses and identities are, learnt at each epoch's close from members that have been restricted:
 * a suspect that shares one with such a member has that family in common with the campaign, although its signature is
 * older. A value counts if no reference account has it and at least half of its users, at most {@value #WIDE}, are
 * restricted members or suspects. Learning changes at closes alone, so accounts can be judged apart between them. Not
 * thread-safe.
 */
final class Lessons {
    private static final int WIDE = 32;
    private static final Family[] PLACES = {Family.NETWORK, Family.IDENTITY};

    private final List<Subject> subjects;
    private final ObjectTable table;
    private final Reference reference;
    private final Int2IntOpenHashMap teachers = new Int2IntOpenHashMap();
    private final Int2IntAVLTreeMap pending = new Int2IntAVLTreeMap();
    private final IntAVLTreeSet touched = new IntAVLTreeSet();
    private final Int2ObjectOpenHashMap<Lesson> lessons = new Int2ObjectOpenHashMap<>();
    private final Int2ObjectOpenHashMap<Values> values = new Int2ObjectOpenHashMap<>();

    Lessons(List<Subject> subjects, ObjectTable table, Reference reference) {
        this.subjects = subjects;
        this.table = table;
        this.reference = reference;
    }

    /**
     * What a suspect shares with members of a campaign.
     *
     * @param group number of the campaign
     * @param families families shared, as a bit set by ordinal
     */
    record Lesson(int group, int families) {}

    /** Distinct values, by layer, that members of one campaign had when they were restricted. */
    private static final class Values {
        private final IntOpenHashSet shared = new IntOpenHashSet();
        private final long[] count = new long[Layer.values().length];
    }

    /** A member of a campaign has been restricted; it teaches from the epoch's close on. */
    void teach(Subject member, Group group) {
        pending.put(member.index(), group.number());
    }

    /** A suspect that no campaign accepts was active in this epoch. */
    void touch(Subject suspect) {
        touched.add(suspect.index());
    }

    /** What a subject shared with restricted members at the last close, or null. */
    @Nullable
    Lesson of(Subject subject) {
        return lessons.get(subject.index());
    }

    /** Whether a subject shares an address and an identity of a signature with members restricted by the last close. */
    boolean besideTeachers(Subject subject, Signature signature) {
        return Arrays.stream(PLACES).allMatch(family -> besideTeacher(subject, signature.part(family), family));
    }

    private boolean besideTeacher(Subject subject, Signature.Part part, Family family) {
        return subject.objects(family.ordinal())
                .intStream()
                .filter(part.objects()::contains)
                .anyMatch(id -> table.get(id).users().intStream().anyMatch(teachers::containsKey));
    }

    /**
     * Ends an epoch.
     *
     * @param suspected subjects that share something with a campaign, by index
     * @return the active suspects that share something with restricted members, ascending
     */
    List<Subject> close(IntPredicate suspected) {
        pending.int2IntEntrySet().forEach(entry -> {
            int teacher = entry.getIntKey();
            int group = entry.getIntValue();
            teachers.put(teacher, group);
            count(subjects.get(teacher), values.computeIfAbsent(group, number -> new Values()));
        });
        pending.clear();
        List<Subject> taught = new ArrayList<>();
        for (int index : touched) {
            Lesson lesson = lesson(subjects.get(index), suspected);
            if (lesson != null) {
                lessons.put(index, lesson);
                taught.add(subjects.get(index));
            }
        }
        touched.clear();
        return taught;
    }

    private void count(Subject teacher, Values known) {
        for (Layer layer : Layer.values()) {
            known.count[layer.ordinal()] += table.degree(teacher.index(), layer);
        }
        for (Family family : PLACES) {
            IntArrayList objects = teacher.objects(family.ordinal());
            for (int i = 0; i < objects.size(); i++) {
                if (!known.shared.add(objects.getInt(i))) {
                    known.count[table.get(objects.getInt(i)).layer().ordinal()]--;
                }
            }
        }
    }

    private @Nullable Lesson lesson(Subject suspect, IntPredicate suspected) {
        Int2IntAVLTreeMap families = new Int2IntAVLTreeMap();
        for (Family family : PLACES) {
            IntArrayList objects = suspect.objects(family.ordinal());
            for (int i = 0; i < objects.size(); i++) {
                int group = teaching(table.get(objects.getInt(i)), suspected);
                if (group != 0) {
                    families.mergeInt(group, 1 << family.ordinal(), (a, b) -> a | b);
                }
            }
        }
        Lesson best = null;
        for (Int2IntMap.Entry entry : families.int2IntEntrySet()) {
            if (best == null || Integer.bitCount(entry.getIntValue()) > Integer.bitCount(best.families())) {
                best = new Lesson(entry.getIntKey(), entry.getIntValue());
            }
        }
        return best;
    }

    /** The campaign whose restricted members teach a value, or 0. */
    private int teaching(SharedObject object, IntPredicate suspected) {
        IntArrayList users = object.users();
        if (users.size() > WIDE) {
            return 0;
        }
        int group = 0;
        int kin = 0;
        for (int i = 0; i < users.size(); i++) {
            int user = users.getInt(i);
            int taught = teachers.get(user);
            if (reference.contains(user)) {
                return 0;
            }
            group = group == 0 ? taught : group;
            kin += taught != 0 || suspected.test(user) ? 1 : 0;
        }
        return 2 * kin >= users.size() ? group : 0;
    }

    /**
     * Bound on the share of strangers that have a value of one family in common with the restricted members of a campaign:
     * as many times what a value is worth that no reference account has, as the members have values.
     */
    double strangers(int group, Family family) {
        Values known = values.get(group);
        double floor = 1.0 / (reference.size() + 1);
        if (known == null) {
            return 1;
        }
        double sum = Arrays.stream(Layer.values())
                .filter(layer -> layer.family() == family)
                .mapToDouble(layer ->
                        known.count[layer.ordinal()] * reference.unseen(layer).share())
                .sum();
        return Math.clamp(sum, floor, 0.99);
    }
}
