package org.iolaus.detection.link;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.Account.Verification;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.profile.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The reference population as of one evaluation: long-standing, verified accounts, few of each organisation, means of
 * payment and sign-up network, chosen without labels. It says how popular an object is among customers who have nothing
 * to do with each other, so who pays by a means that several others use, and names no organisation with them, does not
 * serve: such accounts would testify for each other.
 *
 * <p>Popularity is a mean over sign-up cohorts, each capped at one account more than twice what a trimmed mean lets
 * expect of it, so a block of accounts that signed up together cannot make its own objects popular. The trimmed mean
 * itself would be far too low for rare objects, which most cohorts lack. An object that no reference account has is
 * given the Good–Turing estimate of what such an object is worth: a new account's object, seen by nobody else, has
 * expected count 2·N₂/N₁, where N_r objects are held by exactly r reference accounts.
 *
 * <p>Papers: [1] I. J. Good, Biometrika 40 (1953). [2] P. J. Huber, "Robust Statistics" (1981), trimmed means.
 */
public final class Reference {
    private static final double TRIM = 0.2;
    private static final long DAY = 86_400_000_000L;
    private static final double MAX_EXCESS = 2;
    /** Users from which on an object's holders are not counted anew each time. */
    private static final int WIDE = 32;

    private static final int[] NOBODY = {};

    private final ReferenceConfig config;
    private final ObjectTable table;
    private int[] cohortOf = new int[0];
    /** Who has a cohort. */
    private BitSet population = new BitSet();

    private int[] cohortSizes = new int[0];
    private int size;
    private BitSet eligible = new BitSet();
    private BitSet longStanding = new BitSet();
    private int longStandingSize;
    private Unadmitted unadmitted;
    private boolean improvised;
    private final Popularity[] unseen = new Popularity[Layer.values().length];
    private final double[] usage = new double[Layer.values().length];
    /** Of objects with many users, by number, as far as they were asked for. */
    private @Nullable CohortTally[] tallies = {};

    public Reference(ReferenceConfig config, ObjectTable table) {
        this.config = config;
        this.table = table;
        unadmitted = new Unadmitted(List.of(), table);
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
        IntPredicate barred = evicted.or(accused);
        List<Subject> chosen = new ArrayList<>();
        eligible = new BitSet(subjects.size());
        longStanding = new BitSet(subjects.size());
        Payers payers = Payers.of(subjects);
        for (Subject subject : subjects) {
            AccountFingerprint facts = subject.facts();
            if (facts != null && eligible(subject, facts, nowMicros)) {
                boolean independent = !payers.reused(facts.payment());
                eligible.set(subject.index());
                longStanding.set(subject.index(), independent && !accused.test(subject.index()));
                if (independent && !barred.test(subject.index())) {
                    chosen.add(subject);
                }
            }
        }
        longStandingSize = longStanding.cardinality();
        chosen.sort(Comparator.comparingLong(Subject::key));
        bound(chosen);
        improvised = chosen.size() < config.minSize();
        if (improvised) {
            chosen = new ArrayList<>(subjects);
            chosen.removeIf(subject -> subject.exchanges() == 0 || barred.test(subject.index()));
        }
        assignCohorts(bySignup(chosen), subjects.size());
        unadmitted = new Unadmitted(
                subjects.stream()
                        .filter(subject -> longStanding(subject.index()) && !contains(subject.index()))
                        .toList(),
                table);
        estimateUnseen();
        estimateUsage(subjects);
    }

    private boolean eligible(Subject subject, AccountFingerprint facts, long nowMicros) {
        if (subject.endUserId() != null || subject.exchanges() == 0) {
            return false;
        }
        Account account = facts.account();
        return account.createdMicros() != Long.MIN_VALUE
                && account.createdMicros() <= nowMicros - config.tenureMicros()
                && account.verification().compareTo(Verification.PAYMENT) >= 0
                && account.type() != Account.Type.RESELLER
                && account.sanctionedUse().isEmpty();
    }

    private void bound(List<Subject> chosen) {
        Long2IntOpenHashMap counts = new Long2IntOpenHashMap();
        chosen.removeIf(subject -> {
            AccountFingerprint facts = Objects.requireNonNull(subject.facts());
            long[] bounds = {facts.organization(), facts.payment(), facts.prefix()};
            for (long bound : bounds) {
                if (bound != 0 && counts.get(bound) >= config.maxPerRelation()) {
                    return true;
                }
            }
            for (long bound : bounds) {
                counts.addTo(bound, 1);
            }
            return false;
        });
    }

    /** Subjects in the order of their sign-up; times lie beside each other, for they are compared many times. */
    private static List<Subject> bySignup(List<Subject> chosen) {
        record Dated(long created, long key, Subject subject) {}
        return chosen.stream()
                .map(subject -> new Dated(created(subject), subject.key(), subject))
                .sorted((a, b) ->
                        a.created != b.created ? Long.compare(a.created, b.created) : Long.compare(a.key, b.key))
                .map(Dated::subject)
                .toList();
    }

    private static long created(Subject subject) {
        return subject.facts() == null
                ? Long.MIN_VALUE
                : subject.facts().account().createdMicros();
    }

    private void assignCohorts(List<Subject> chosen, int subjects) {
        size = chosen.size();
        cohortOf = new int[subjects];
        Arrays.fill(cohortOf, -1);
        population = new BitSet(subjects);
        int cohorts = Math.clamp(size / config.minCohort(), 1, config.maxCohorts());
        cohortSizes = new int[cohorts];
        tallies = new CohortTally[table.size()];
        for (int i = 0; i < size; i++) {
            int cohort = (int) ((long) i * cohorts / size);
            cohortOf[chosen.get(i).index()] = cohort;
            population.set(chosen.get(i).index());
            cohortSizes[cohort]++;
        }
    }

    private void estimateUnseen() {
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
            switch (holders(object)) {
                case 1 -> once[layer]++;
                case 2 -> twice[layer]++;
                default -> {}
            }
        }
        for (int i = 0; i < unseen.length; i++) {
            double ofOne = once[i] + alone[i] * (double) size / Math.max(1, cohortOf.length);
            double count = Math.min(1, (2.0 * twice[i] + 1) / Math.max(1, ofOne));
            unseen[i] = new Popularity(count / Math.max(1, size), 0);
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
        Arrays.setAll(usage, layer -> (usage[layer] + 1) / (size + 1));
    }

    /** Reference accounts that have an object; no more than three are counted. */
    private int holders(SharedObject object) {
        int holders = 0;
        for (int i = 0; i < object.users().size() && holders < 3; i++) {
            if (contains(object.users().getInt(i))) {
                holders++;
            }
        }
        return holders;
    }

    /** Users of an object that are long-standing, whether they serve or not. */
    public int longStanding(SharedObject object) {
        if (object.users().size() >= WIDE) {
            return tally(object).longStanding();
        }
        int count = 0;
        for (int i = 0; i < object.users().size(); i++) {
            count += longStanding.get(object.users().getInt(i)) ? 1 : 0;
        }
        return count;
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
            if (longStanding.get(user) && !group.get(user)) {
                if (population.get(user)) {
                    return 0;
                }
                outside++;
            }
        }
        return outside;
    }

    /** How popular an object is among reference accounts. */
    public Popularity popularity(SharedObject object) {
        return popularity(object, NOBODY, users(object, NOBODY), size);
    }

    /** Whether a larger share of reference accounts than this has an object. */
    public boolean exceeds(SharedObject object, double share) {
        boolean maybe = Math.max(
                        object.users().size() / (double) Math.max(1, size),
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
                ? members(object.users())
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
                ? tally.capped(this::capped)
                : capped(byCohort(object, tally, without));
        double floor = unseen[object.layer().ordinal()].share();
        return new Popularity(Math.max(floor, count / Math.max(1, others)), count);
    }

    /** An object's users in the population by cohort, some of them left out. */
    private int[] byCohort(SharedObject object, @Nullable CohortTally tally, int[] without) {
        int[] holders =
                tally == null ? byCohort(object.users()) : tally.holders().clone();
        for (int user : without) {
            int cohort = cohort(user);
            if (cohort >= 0) {
                holders[cohort]--;
            }
        }
        return holders;
    }

    /** How many of some users are in the population. */
    private int members(IntArrayList users) {
        int members = 0;
        for (int i = 0; i < users.size(); i++) {
            members += contains(users.getInt(i)) ? 1 : 0;
        }
        return members;
    }

    private int[] byCohort(IntArrayList users) {
        int[] holders = new int[cohortSizes.length];
        for (int i = 0; i < users.size(); i++) {
            int cohort = cohort(users.getInt(i));
            if (cohort >= 0) {
                holders[cohort]++;
            }
        }
        return holders;
    }

    private CohortTally tally(SharedObject object) {
        if (object.id() >= tallies.length) {
            tallies = Arrays.copyOf(tallies, Math.max(object.id() + 1, tallies.length + tallies.length / 2));
        }
        CohortTally tally = tallies[object.id()];
        if (tally == null) {
            tally = new CohortTally(cohortSizes.length);
            tallies[object.id()] = tally;
        }
        tally.count(object.users(), cohortOf, longStanding);
        return tally;
    }

    /** How popular an object of a layer is that some account has, but none of the reference accounts. */
    public Popularity unseen(Layer layer) {
        return unseen[layer.ordinal()];
    }

    /** Share of the population that has any object of a layer. */
    public double usage(Layer layer) {
        return usage[layer.ordinal()];
    }

    private double capped(int[] holders) {
        double expected = trimmed(holders);
        double sum = 0;
        for (int i = 0; i < holders.length; i++) {
            sum += Math.min(holders[i], 1 + MAX_EXCESS * expected * cohortSizes[i]);
        }
        return sum;
    }

    private double trimmed(int[] holders) {
        int holding = 0;
        for (int count : holders) {
            holding += count > 0 ? 1 : 0;
        }
        int cut = (int) (holders.length * TRIM);
        if (holding <= cut) {
            return 0;
        }
        double[] shares = new double[holding];
        int next = 0;
        for (int i = 0; i < holders.length; i++) {
            if (holders[i] > 0) {
                shares[next++] = holders[i] / (double) Math.max(1, cohortSizes[i]);
            }
        }
        Arrays.sort(shares);
        double sum = 0;
        for (int i = Math.max(0, holding + cut - holders.length); i < holding - cut; i++) {
            sum += shares[i];
        }
        return sum / (holders.length - 2 * cut);
    }

    private int cohort(int subject) {
        return subject < cohortOf.length ? cohortOf[subject] : -1;
    }

    /** Whether a subject is in the population. */
    public boolean contains(int subject) {
        return population.get(subject);
    }

    /** Whether a subject has the tenure and verification to serve, admitted or not, and is not accused. */
    public boolean longStanding(int subject) {
        return longStanding.get(subject);
    }

    /** Accounts that have the tenure and verification to serve, admitted or not, and are not accused. */
    public int longStanding() {
        return longStandingSize;
    }

    /** Whether a subject has the tenure and verification to serve. */
    public boolean eligible(int subject) {
        return eligible.get(subject);
    }

    /** Accounts that have the tenure and verification to serve. */
    public int eligible() {
        return eligible.cardinality();
    }

    /** Accounts in the population. */
    public int size() {
        return size;
    }

    /** Whether it is large enough to accuse anyone by. */
    public boolean sufficient() {
        return !improvised && size >= config.minSize() && cohortSizes.length >= config.minCohorts();
    }

    /** Why it is not sufficient, and what to do. */
    public String shortage() {
        return "reference population: " + (improvised ? 0 : size) + " accounts that are verified by payment and "
                + config.tenureMicros() / DAY + " days old; " + config.minSize()
                + " are needed, so nothing is judged above observe.\nMaybe give --accounts with created and verification.";
    }
}
