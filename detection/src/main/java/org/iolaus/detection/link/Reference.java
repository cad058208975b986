package org.iolaus.detection.link;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.iolaus.detection.profile.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The reference population as of one evaluation: long-standing, verified accounts ({@link Admission}), which say how
 * popular an object is among customers who have nothing to do with each other.
 *
 * <p>Popularity is a mean over sign-up cohorts, each capped ({@link Cohorts}). An object that no reference account has is
 * given the Good–Turing estimate of what such an object is worth: a new account's object, seen by nobody else, has
 * expected count 2·N₂/N₁, where N_r objects are held by exactly r reference accounts.
 *
 * <p>Paper: I. J. Good, Biometrika 40 (1953).
 */
public final class Reference {
    private static final long DAY = 86_400_000_000L;
    /** Users from which on an object's holders are not counted anew each time. */
    private static final int WIDE = 32;

    private static final int[] NOBODY = {};

    private final ReferenceConfig config;
    private final ObjectTable table;
    private final Admission admission;
    private Cohorts cohorts;
    private Unadmitted unadmitted;
    private Neighbours neighbours;
    private final Popularity[] unseen = new Popularity[Layer.values().length];
    private final double[] usage = new double[Layer.values().length];
    /** Of objects with many users, by number, as far as they were asked for. */
    private @Nullable CohortTally[] tallies = {};

    public Reference(ReferenceConfig config, ObjectTable table) {
        this.config = config;
        this.table = table;
        admission = new Admission(config);
        cohorts = new Cohorts(config, List.of(), 0);
        unadmitted = new Unadmitted(List.of(), table);
        neighbours = new Neighbours(List.of(), cohorts, table);
    }

    /**
     * Chooses the population anew. If too few are eligible everybody serves, so that something can be said, but not
     * enough to accuse.
     *
     * @param subjects every subject by index
     * @param nowMicros event time of the evaluation
     * @param evicted subjects that may not serve, by index
     */
    public void choose(List<Subject> subjects, long nowMicros, IntPredicate evicted) {
        choose(subjects, nowMicros, evicted, subject -> false);
    }

    /**
     * The same, some accounts of which do not count among the long-standing ones either.
     *
     * @param accused those, by index; they may not serve
     */
    public void choose(List<Subject> subjects, long nowMicros, IntPredicate evicted, IntPredicate accused) {
        List<Subject> chosen = admission.choose(subjects, nowMicros, evicted, accused);
        cohorts = new Cohorts(config, chosen, subjects.size());
        tallies = new CohortTally[table.size()];
        unadmitted = new Unadmitted(
                subjects.stream()
                        .filter(subject -> longStanding(subject.index()) && !contains(subject.index()))
                        .toList(),
                table);
        neighbours = new Neighbours(chosen, cohorts, table);
        estimateUnseen(subjects.size());
        estimateUsage(subjects);
    }

    private void estimateUnseen(int subjects) {
        long[] alone = new long[unseen.length];
        long[] once = new long[unseen.length];
        long[] twice = new long[unseen.length];
        for (Layer layer : Layer.values()) {
            alone[layer.ordinal()] = table.edges(layer);
        }
        for (int id = 0; id < table.size(); id++) {
            SharedObject object = table.get(id);
            int layer = object.layer().ordinal();
            alone[layer] -= object.users().size();
            switch (cohorts.holders(object.users(), 3)) {
                case 1 -> once[layer]++;
                case 2 -> twice[layer]++;
                default -> {}
            }
        }
        for (int i = 0; i < unseen.length; i++) {
            double ofOne = once[i] + alone[i] * (double) size() / Math.max(1, subjects);
            double count = Math.min(1, (2.0 * twice[i] + 1) / Math.max(1, ofOne));
            unseen[i] = new Popularity(count / Math.max(1, size()), 0);
        }
    }

    private void estimateUsage(List<Subject> subjects) {
        Arrays.fill(usage, 0);
        for (Subject subject : subjects) {
            for (Layer layer : Layer.values()) {
                boolean uses = contains(subject.index()) && table.degree(subject.index(), layer) > 0;
                usage[layer.ordinal()] += uses ? 1 : 0;
            }
        }
        Arrays.setAll(usage, layer -> (usage[layer] + 1) / (size() + 1));
    }

    /** Users of an object that are long-standing, whether they serve or not. */
    public int longStanding(SharedObject object) {
        return object.users().size() < WIDE
                ? admission.longStanding(object.users())
                : tally(object).longStanding();
    }

    /**
     * Long-standing users of an object outside a group, or 0 if one of them serves in the population.
     *
     * @param id the object's
     * @param holders members of the group that have it
     */
    public int unadmitted(int id, int holders, BitSet group) {
        if (!unadmitted.have(id)) {
            return 0;
        }
        SharedObject object = table.get(id);
        IntArrayList users = object.users();
        if (users.size() >= WIDE && tally(object).total() > holders) {
            return 0;
        }
        int outside = 0;
        for (int i = 0; i < users.size(); i++) {
            int user = users.getInt(i);
            if (longStanding(user) && !group.get(user)) {
                if (contains(user)) {
                    return 0;
                }
                outside++;
            }
        }
        return outside;
    }

    /** How popular an object is among reference accounts. */
    public Popularity popularity(SharedObject object) {
        return popularity(object, NOBODY, users(object, NOBODY), size());
    }

    /** Whether a larger share of reference accounts than this has an object. */
    public boolean exceeds(SharedObject object, double share) {
        boolean maybe = Math.max(
                        object.users().size() / (double) Math.max(1, size()),
                        unseen(object.layer()).share())
                > share;
        return maybe && popularity(object).share() > share;
    }

    /** The population without the members of a group, who must not testify to the popularity of their own objects. */
    public Outsiders without(int[] group) {
        return new Outsiders(this, group);
    }

    /** Reference accounts that have an object, some of its users left out. */
    int users(SharedObject object, int[] without) {
        if (object.users().size() == without.length) {
            return 0;
        }
        int users = object.users().size() < WIDE
                ? cohorts.holders(object.users())
                : tally(object).total();
        for (int user : without) {
            users -= contains(user) ? 1 : 0;
        }
        return users;
    }

    /**
     * How popular an object is, some of its users left out.
     *
     * @param users reference accounts among the others
     * @param others reference accounts that are not left out
     */
    Popularity popularity(SharedObject object, int[] without, int users, int others) {
        if (users == 0) {
            return unseen(object.layer());
        }
        CohortTally tally = object.users().size() < WIDE ? null : tally(object);
        double count = tally != null && users == tally.total()
                ? tally.capped(cohorts::capped)
                : cohorts.capped(byCohort(object, tally, without));
        double floor = unseen(object.layer()).share();
        return new Popularity(Math.max(floor, count / Math.max(1, others)), count);
    }

    /** An object's users in the population by cohort, some of them left out. */
    private int[] byCohort(SharedObject object, @Nullable CohortTally tally, int[] without) {
        int[] holders = tally == null
                ? cohorts.byCohort(object.users())
                : tally.holders().clone();
        cohorts.leaveOut(without, holders);
        return holders;
    }

    private CohortTally tally(SharedObject object) {
        if (object.id() >= tallies.length) {
            tallies = Arrays.copyOf(tallies, Math.max(object.id() + 1, tallies.length + tallies.length / 2));
        }
        CohortTally tally = tallies[object.id()];
        if (tally == null) {
            tally = new CohortTally(cohorts.count());
            tallies[object.id()] = tally;
        }
        tally.count(object.users(), cohorts, admission);
        return tally;
    }

    /** How popular an object of a layer is that some account has, but none of the reference accounts. */
    public Popularity unseen(Layer layer) {
        return unseen[layer.ordinal()];
    }

    /**
     * Chance that a customer with addresses in a supernet has a given address or network of it, which some account has, but
     * none of the reference accounts.
     */
    public double neighbour(Layer layer, int supernet) {
        return neighbours.chance(layer, supernet);
    }

    /** The same of one that so many reference accounts have. */
    public double neighbour(SharedObject object, double holders) {
        return neighbours.chance(object, holders);
    }

    /** Share of the population that has any object of a layer. */
    public double usage(Layer layer) {
        return usage[layer.ordinal()];
    }

    /** Whether a subject is in the population. */
    public boolean contains(int subject) {
        return cohorts.contains(subject);
    }

    /** Whether a subject has the tenure and verification to serve, admitted or not, and is not accused. */
    public boolean longStanding(int subject) {
        return admission.longStanding(subject);
    }

    /** Accounts that have the tenure and verification to serve, admitted or not, and are not accused. */
    public int longStanding() {
        return admission.longStanding();
    }

    /** Whether a subject has the tenure and verification to serve. */
    public boolean eligible(int subject) {
        return admission.eligible(subject);
    }

    /** Accounts that have the tenure and verification to serve. */
    public int eligible() {
        return admission.eligible();
    }

    /** Accounts in the population. */
    public int size() {
        return cohorts.size();
    }

    /** Who pays, among all subjects when it was chosen. */
    public Payers payers() {
        return admission.payers();
    }

    /** Whether it is large enough to accuse anyone by. */
    public boolean sufficient() {
        return !admission.improvised() && size() >= config.minSize() && cohorts.count() >= config.minCohorts();
    }

    /** Why it is not sufficient, and what to do. */
    public String shortage() {
        int serving = admission.improvised() ? 0 : size();
        boolean related = eligible() >= config.minSize();
        String rule = "verified by payment and " + config.tenureMicros() / DAY + " days old; " + config.minSize()
                + " are needed, so nothing is judged above observe.\n";
        return related
                ? "reference population: " + serving + " of " + eligible() + " accounts that are " + rule
                        + "The others share a means of payment, an organisation or a sign-up network, or are in groups:"
                        + " maybe one of these fields says the same for many."
                : "reference population: " + serving + " accounts that are " + rule
                        + "Maybe give --accounts with created and verification.";
    }
}
