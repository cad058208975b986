package org.iolaus.detection.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.Objects;
import java.util.PrimitiveIterator;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.iolaus.detection.Customers;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.link.Reference;
import org.junit.jupiter.api.Test;

class GroupTestTest {
    private static final int OLD = 300;
    private static final int NEW = 60;

    private final SplittableRandom random = new SplittableRandom(91);

    private static GroupTest test(Customers customers) {
        return new GroupTest(customers.all(), customers.table(), customers.reference());
    }

    /** Accounts that each pay by a card of their own and use a few addresses by chance. */
    private static Customers honest(LongStream addresses) {
        Customers customers = new Customers().longStanding(OLD);
        customers.newcomers(NEW);
        PrimitiveIterator.OfLong next = addresses.iterator();
        for (int subject = 0; subject < OLD + NEW; subject++) {
            customers.share(Layer.PAYMENT, 3_000_000 + subject, subject);
            for (long address :
                    LongStream.generate(next::nextLong).limit(3).distinct().toArray()) {
                customers.share(Layer.IP, address, subject);
            }
        }
        return customers;
    }

    private LongStream equallyPopular(int last) {
        return random.longs(1, last + 1);
    }

    /** Each as popular as the inverse of its number. */
    private LongStream unequallyPopular(int last) {
        return random.doubles(0, Math.log(last + 1)).mapToLong(logarithm -> (long) Math.exp(logarithm));
    }

    private int[] anyone(int size) {
        return random.ints(0, OLD + NEW).distinct().limit(size).toArray();
    }

    private int[] newcomers(int from, int to) {
        return IntStream.range(OLD + from, OLD + to).toArray();
    }

    /** Means of payment that overlap like a chain, so that no two accounts have much in common. */
    private static void bindByPayments(Customers customers, int... members) {
        for (int i = 0; i + 4 <= members.length; i += 2) {
            customers.share(Layer.PAYMENT, 1_000_000 + members[i], Arrays.copyOfRange(members, i, i + 4));
        }
    }

    @Test
    void examine_plantedGroupBoundByPayments_isFound() {
        Customers customers = honest(equallyPopular(5000));
        int[] planted = newcomers(0, 12);
        bindByPayments(customers, planted);
        int[] group =
                IntStream.concat(Arrays.stream(planted), IntStream.range(0, 20)).toArray();

        assertThat(test(customers).examine(group, Family.CONTENT))
                .singleElement()
                .satisfies(candidate -> {
                    assertThat(candidate.members()).containsExactly(planted);
                    assertThat(candidate.chosenBy()).isEqualTo(Family.CONTENT);
                });
    }

    /** Evidence that a pair is linked, were it asked for by itself: each address in common at its popularity. */
    private static double pairNats(Customers customers, Reference reference, int one, int other) {
        IntArrayList held = customers.all().get(one).objects(Family.NETWORK.ordinal());
        double nats = 0;
        for (int object :
                customers.all().get(other).objects(Family.NETWORK.ordinal()).toIntArray()) {
            nats += held.contains(object)
                    ? -Math.log(
                            reference.popularity(customers.table().get(object)).share())
                    : 0;
        }
        return nats;
    }

    @Test
    void examine_poolWithoutALinkedPair_isFoundByTheGroupTestAlone() {
        Customers customers = honest(equallyPopular(1_000_000));
        int[] pool = newcomers(0, 48);
        for (int i = 0; i < pool.length; i++) {
            customers.share(Layer.IP, 2_000_000 + i % 12, pool[i]);
            customers.share(Layer.IP, 2_000_000 + (i + 1 + i / 12) % 12, pool[i]);
        }
        Reference reference = customers.reference();
        double pairs = (OLD + NEW) * (OLD + NEW - 1) / 2.0;
        double strongest = 0;
        for (int one : pool) {
            for (int other : pool) {
                strongest = one == other ? strongest : Math.max(strongest, pairNats(customers, reference, one, other));
            }
        }
        assertThat(strongest).isPositive().isLessThan(Math.log(pairs / GroupTest.ALPHA));

        int[] group =
                IntStream.concat(Arrays.stream(pool), IntStream.range(0, 20)).toArray();
        assertThat(test(customers).examine(group, Family.CONTENT).stream()
                        .flatMapToInt(candidate -> Arrays.stream(candidate.members())))
                .hasSizeGreaterThan(36)
                .isSubsetOf(Arrays.stream(pool).boxed().toList());
    }

    @Test
    void examine_classBehindOneAddress_isFound() {
        Customers customers = honest(equallyPopular(5000));
        int[] pupils = newcomers(0, 25);
        customers.share(Layer.IP, 1_000_000, pupils);
        assertThat(test(customers).examine(pupils, Family.CONTENT))
                .singleElement()
                .satisfies(candidate -> assertThat(candidate.members()).containsExactly(pupils));
    }

    @Test
    void examine_twoPlantedGroups_areTwoLargestFirst() {
        Customers customers = honest(equallyPopular(5000));
        bindByPayments(customers, newcomers(0, 8));
        bindByPayments(customers, newcomers(10, 22));
        assertThat(test(customers).examine(newcomers(0, 22), Family.CLIENT))
                .extracting(Candidate::members)
                .containsExactly(newcomers(10, 22), newcomers(0, 8));
    }

    @Test
    void examine_sameContentAndClient_bindOnlyWhatAnotherFamilyGathered() {
        Customers customers = honest(equallyPopular(5000));
        int[] group = newcomers(0, 20);
        customers.share(Layer.SYSTEM, 1_000_000, group);
        customers.share(Layer.CLIENT, 1_000_001, group);
        assertThat(test(customers).examine(group, Family.CONTENT)).isEmpty();
        assertThat(test(customers).examine(group, Family.CLIENT)).isEmpty();
        assertThat(test(customers).examine(group, Family.NETWORK)).hasSize(1);
    }

    /** Cards for four accounts each. */
    private static void payByFours(Customers customers, int... members) {
        for (int i = 0; i < members.length; i++) {
            customers.share(Layer.PAYMENT, 1_000_000 + i / 4, members[i]);
        }
    }

    @Test
    void examineWhole_cardsForAFewEach_areOneRest() {
        Customers customers = honest(equallyPopular(5000));
        int[] group = newcomers(0, 40);
        payByFours(customers, newcomers(0, 32));

        GroupTest.Examination examined = test(customers).examineWhole(group, Family.CONTENT, member -> false);

        assertThat(examined.components()).isEmpty();
        Candidate rest = Objects.requireNonNull(examined.rest());
        assertThat(rest.members()).containsExactly(newcomers(0, 32));
    }

    @Test
    void examineWhole_cardsForLessThanHalf_leaveNoRest() {
        Customers customers = honest(equallyPopular(5000));
        payByFours(customers, newcomers(0, 28));

        assertThat(test(customers)
                        .examineWhole(newcomers(0, 60), Family.CONTENT, member -> false)
                        .rest())
                .isNull();
    }

    @Test
    void examineWhole_components_areNoRest() {
        Customers customers = honest(equallyPopular(5000));
        bindByPayments(customers, newcomers(0, 12));
        bindByPayments(customers, newcomers(20, 34));

        GroupTest.Examination examined =
                test(customers).examineWhole(newcomers(0, 34), Family.CONTENT, member -> false);

        assertThat(examined.components())
                .extracting(Candidate::members)
                .containsExactly(newcomers(20, 34), newcomers(0, 12));
        assertThat(examined.rest()).isNull();
    }

    @Test
    void examine_fewerThanAGroup_isNothing() {
        Customers customers = honest(equallyPopular(5000));
        int[] few = newcomers(0, GroupTest.MIN_MEMBERS - 1);
        customers.share(Layer.PAYMENT, 1_000_000, few);
        assertThat(test(customers).examine(few, Family.CONTENT)).isEmpty();
    }

    @Test
    void examine_afterManyGroups_asksForMore() {
        Customers customers = honest(equallyPopular(5000));
        int[] faint = newcomers(0, GroupTest.MIN_MEMBERS);
        customers.share(Layer.PAYMENT, 1_000_000, faint);
        GroupTest fresh = test(customers);
        double nats = fresh.examine(faint, Family.CONTENT).getFirst().nats();
        int lasts = (int) Math.floor(Math.exp((nats + Math.log(GroupTest.ALPHA / GroupTest.KINDS)) / 2)) - 1;
        for (int tested = 1; tested < lasts; tested++) {
            assertThat(fresh.examine(faint, Family.CONTENT)).hasSize(1);
        }
        assertThat(fresh.examine(faint, Family.CONTENT)).isEmpty();
        assertThat(fresh.examine(faint, Family.CLIENT)).hasSize(1);
    }

    @Test
    void examine_honestGroupsAtEquallyPopularPlaces_spendAtMostAlpha() {
        assertThat(shareOfRunsWithAlarm(() -> honest(equallyPopular(random.nextInt(400, 8000)))))
                .isLessThanOrEqualTo(GroupTest.ALPHA);
    }

    @Test
    void examine_honestGroupsAtUnequallyPopularPlaces_spendAtMostAlpha() {
        assertThat(shareOfRunsWithAlarm(() -> honest(unequallyPopular(random.nextInt(80, 3000)))))
                .isLessThanOrEqualTo(GroupTest.ALPHA);
    }

    @Test
    void examine_addressesOfTheSameMembers_areNoMoreThanOne() {
        assertThat(evidence(5)).isCloseTo(evidence(1), within(2.0));
    }

    /** Evidence of a group behind a number of addresses and their prefix. */
    private double evidence(int addresses) {
        Customers customers = honest(equallyPopular(5000));
        int[] group = newcomers(0, 12);
        for (int key = 0; key < 5; key++) {
            int[] holders = key < addresses ? group : new int[] {group[key]};
            customers.share(Layer.IP, 1_000_000 + key, holders);
        }
        customers.share(Layer.PREFIX, 2_000_000, group);
        return test(customers).examine(group, Family.CONTENT).getFirst().nats();
    }

    @Test
    void examine_addressesAndPayments_countBoth() {
        Customers customers = honest(equallyPopular(5000));
        int[] group = newcomers(0, 12);
        customers.share(Layer.IP, 1_000_000, group);
        double one = test(customers).examine(group, Family.CONTENT).getFirst().nats();
        customers.share(Layer.PAYMENT, 1_000_001, group);
        assertThat(test(customers).examine(group, Family.CONTENT).getFirst().nats())
                .isGreaterThan(1.5 * one);
    }

    private double shareOfRunsWithAlarm(Supplier<Customers> worlds) {
        int runs = 100;
        int alarms = 0;
        for (int run = 0; run < runs; run++) {
            GroupTest test = test(worlds.get());
            boolean alarm = false;
            for (int size : new int[] {5, 10, 20, 40, 80, 160}) {
                GroupTest.Examination examined = test.examineWhole(anyone(size), Family.CONTENT, member -> false);
                alarm |= !examined.components().isEmpty() || examined.rest() != null;
            }
            alarms += alarm ? 1 : 0;
        }
        return alarms / (double) runs;
    }
}
