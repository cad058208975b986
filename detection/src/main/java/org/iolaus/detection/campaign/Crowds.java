package org.iolaus.detection.campaign;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.iolaus.detection.campaign.Signature.Part;
import org.iolaus.detection.cluster.Candidate;
import org.iolaus.detection.cluster.IntTally;
import org.iolaus.detection.cluster.Seeds;
import org.iolaus.detection.cluster.SignupTest;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.link.ObjectTable;
import org.iolaus.detection.link.Reference;
import org.iolaus.detection.link.SharedObject;
import org.iolaus.detection.profile.ItemSample;
import org.iolaus.detection.profile.Subject;

/**
 * Gathers accounts that work from one set of prompts and are in no group yet, and keeps those crowds that did not sign
 * up as customers do. A piece of content gathers its users; what they have in common gathers more, a few times over.
 */
final class Crowds {
    /** Users from which on a piece of content is looked at; fewer cannot pass the test of sign-up times. */
    private static final int MIN_USERS = 16;

    /** Users of a piece of content that are tried before it is given up because not even two work from it. */
    private static final int TRIED = 32;

    /** Members of a crowd that show what it has in common, and whether it was gathered before: all, or a random part. */
    private static final int MOST_SEARCHED = 512;

    private static final int ROUNDS = 3;
    private static final int SEVERAL = 3;
    /** What {@link Seeds#SAME} is for crowds too large to be looked at whole. */
    private static final double SAME_LARGE = 0.5;

    private static final double GROWTH = 1.3;

    private final List<Subject> subjects;
    private final ObjectTable table;
    private final Reference reference;
    private final SignupTest signupTest;
    /** Size of the crowd in which each subject was last tested. */
    private final Int2IntOpenHashMap testedIn = new Int2IntOpenHashMap();
    /** Exchanges of its users when each piece of content last gathered them. */
    private final Int2LongOpenHashMap gatheredAt = new Int2LongOpenHashMap();

    Crowds(List<Subject> subjects, ObjectTable table, Reference reference) {
        this.subjects = subjects;
        this.table = table;
        this.reference = reference;
        signupTest = new SignupTest(subjects, table, reference);
    }

    /**
     * Crowds that pass the test, each subject in one at most.
     *
     * @param objects pieces of content that gained users
     */
    List<Candidate> examine(int[] objects, IntPredicate taken) {
        signupTest.begin(taken);
        List<Candidate> found = new ArrayList<>();
        BitSet examined = new BitSet(subjects.size());
        IntOpenHashSet gathered = new IntOpenHashSet();
        Gatherings[] seen = new Gatherings[1 + ROUNDS];
        Arrays.setAll(seen, round -> new Gatherings());
        for (int id : objects) {
            SharedObject object = table.get(id);
            if (object.users().size() >= MIN_USERS && !gathered.contains(id) && due(object)) {
                IntPredicate free = user -> !taken.test(user) && signupTest.knows(user) && !examined.get(user);
                int[] crowd = gather(object, free, gathered, seen);
                Arrays.stream(crowd).forEach(examined::set);
                Candidate candidate = fresh(crowd) ? signupTest.examine(crowd) : null;
                if (candidate != null) {
                    found.add(candidate);
                }
            }
        }
        return found;
    }

    /**
     * Whether a piece of content's users have worked a good deal more since it last gathered them, so that more of what
     * they have in common shows. Looks at geometric amounts of work cost linear time in all.
     */
    private boolean due(SharedObject object) {
        long work = 0;
        IntArrayList users = object.users();
        for (int i = 0; i < users.size(); i++) {
            work += subjects.get(users.getInt(i)).exchanges();
        }
        if (work < GROWTH * gatheredAt.get(object.id())) {
            return false;
        }
        gatheredAt.put(object.id(), work);
        return true;
    }

    /** Whether a crowd has grown since most of it was last tested; each test costs power. */
    private boolean fresh(int[] crowd) {
        long stale = Arrays.stream(crowd)
                .filter(user -> testedIn.get(user) * GROWTH > crowd.length)
                .count();
        if (2 * stale > crowd.length) {
            return false;
        }
        for (int user : crowd) {
            testedIn.put(user, crowd.length);
        }
        return true;
    }

    /**
     * The crowd around a piece of content; nobody if nearly the same was gathered before.
     *
     * @param seen what was gathered in each round, users of a piece who work from it first; takes in the crowd
     */
    private int[] gather(SharedObject seed, IntPredicate free, IntOpenHashSet gathered, Gatherings[] seen) {
        int[] steady = steady(seed, free);
        int[] shown = some(steady);
        int[] crowd = fresh(steady, shown, seen[0]) ? kin(steady, shown, free) : new int[0];
        int round = 1;
        while (round <= ROUNDS && crowd.length >= MIN_USERS) {
            int[] some = some(crowd);
            if (!fresh(crowd, some, seen[round])) {
                return new int[0];
            }
            Part part =
                    PartSearch.ofCrowd(some, crowd, subjects, table, reference).find(Family.CONTENT);
            if (part.keys().isEmpty()) {
                return new int[0];
            }
            gathered.addAll(part.objects());
            Traffic traffic = new Traffic(part);
            int[] workers = round == ROUNDS ? crowd : workers(part, traffic, free, false);
            // A crowd that gathers itself would do so in every round before the last.
            round = Arrays.equals(workers, crowd) ? ROUNDS : round;
            crowd = round == ROUNDS ? workers(part, traffic, free, true) : workers;
            round++;
        }
        return crowd.length < MIN_USERS ? new int[0] : crowd;
    }

    /**
     * Whether a crowd is new. One of which a random part is looked at counts as gathered before if half of it was: the
     * test of sign-up times has power to spare there, and nearly all that gather so many gather the same.
     */
    private static boolean fresh(int[] crowd, int[] some, Gatherings seen) {
        return seen.fresh(some, some.length < crowd.length ? SAME_LARGE : Seeds.SAME);
    }

    private int[] some(int[] crowd) {
        return Smallest.sample(crowd, MOST_SEARCHED, subjects);
    }

    /**
     * Subjects that hold enough of a part and work from it, ascending.
     *
     * @param mostly whether most of their work must be from it
     */
    private int[] workers(Part part, Traffic traffic, IntPredicate free, boolean mostly) {
        int several = Math.max(part.least(), Math.min(part.objects().size(), SEVERAL));
        return holders(part.objects(), several)
                .filter(free)
                .filter(user -> works(subjects.get(user), traffic, mostly))
                .sorted()
                .toArray();
    }

    private static boolean works(Subject subject, Traffic traffic, boolean mostly) {
        return mostly ? Membership.devoted(subject, traffic) : traffic.of(subject, Membership.MIN_ITEMS);
    }

    /** Subjects that have at least so many of some objects. */
    private IntStream holders(IntOpenHashSet objects, int several) {
        long edges = objects.intStream()
                .mapToLong(id -> table.get(id).users().size())
                .sum();
        IntTally counts = new IntTally((int) Math.min(edges, subjects.size()));
        objects.forEach(id -> counts.addAll(table.get(id).users()));
        return IntStream.range(0, counts.slots())
                .filter(slot -> counts.count(slot) >= several)
                .map(counts::key);
    }

    /**
     * A crowd and whoever has most of what most of it has. Long-standing accounts among them would otherwise testify that
     * the crowd's prompts are usual, though they use them too.
     *
     * @param shown those of the crowd that show what most of it has
     */
    private int[] kin(int[] crowd, int[] shown, IntPredicate free) {
        if (crowd.length < MIN_USERS) {
            return crowd;
        }
        IntTally pieces = tally(shown);
        IntOpenHashSet most = new IntOpenHashSet();
        for (int slot = 0; slot < pieces.slots(); slot++) {
            if (2 * pieces.count(slot) > shown.length) {
                most.add(pieces.key(slot));
            }
        }
        if (most.size() < SEVERAL) {
            return crowd;
        }
        IntOpenHashSet all = new IntOpenHashSet(crowd);
        holders(most, most.size() / 2 + 1).filter(free).forEach(all::add);
        int[] kin = all.toIntArray();
        Arrays.sort(kin);
        return kin;
    }

    /** How many of some subjects have each piece of content. */
    private IntTally tally(int[] crowd) {
        int edges = 0;
        for (int user : crowd) {
            edges += subjects.get(user).objects(Family.CONTENT.ordinal()).size();
        }
        IntTally tally = new IntTally(edges);
        for (int user : crowd) {
            tally.addAll(subjects.get(user).objects(Family.CONTENT.ordinal()));
        }
        return tally;
    }

    /** Users of a piece of content who work from it: several of their sampled items have it. */
    private int[] steady(SharedObject seed, IntPredicate free) {
        IntArrayList steady = new IntArrayList();
        IntArrayList users = seed.users();
        int tried = 0;
        for (int i = 0; i < users.size() && (tried < TRIED || steady.size() > 1); i++) {
            int user = users.getInt(i);
            if (free.test(user)) {
                tried++;
                if (Integer.bitCount(having(subjects.get(user).items(), seed)) >= Membership.MIN_ITEMS) {
                    steady.add(user);
                }
            }
        }
        int[] crowd = steady.toIntArray();
        Arrays.sort(crowd);
        return crowd;
    }

    private static int having(ItemSample items, SharedObject seed) {
        boolean system = seed.layer() == Layer.SYSTEM || seed.layer() == Layer.SYSTEM_SHINGLE;
        return system ? items.havingInSystem(seed.key()) : items.havingInTurn(seed.key());
    }
}
