package org.iolaus.detection.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.iolaus.detection.Customers;
import org.iolaus.detection.campaign.Members;
import org.iolaus.detection.cluster.Binding.Bound;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.link.Popularity;
import org.iolaus.detection.profile.Subject;
import org.junit.jupiter.api.Test;

class BindingTest {
    private final Customers customers = new Customers().longStanding(200);
    private final int[] members = customers.newcomers(20);

    private int[] first(int count) {
        return Arrays.copyOf(members, count);
    }

    private List<Bound> bound(Family family) {
        return bound(members, family);
    }

    private List<Bound> bound(int[] group, Family family, int... silent) {
        return Binding.of(
                        group,
                        silent,
                        EnumSet.of(family),
                        2,
                        true,
                        customers.all(),
                        customers.table(),
                        customers.reference())
                .bound();
    }

    @Test
    void of_noSharedObject_isEmpty() {
        assertThat(bound(Family.IDENTITY)).isEmpty();
    }

    @Test
    void of_paymentOfMembersAlone_isTheTailBeyondTheCorrection() {
        customers.share(Layer.PAYMENT, 1, first(6));
        customers.share(Layer.PAYMENT, 2, members[7], 3);
        Popularity popularity = customers.reference().unseen(Layer.PAYMENT);

        assertThat(bound(Family.IDENTITY)).singleElement().satisfies(found -> {
            assertThat(found.object()).isSameAs(customers.object(1));
            assertThat(found.holders()).containsExactly(first(6));
            assertThat(found.positions()).containsExactly(0, 1, 2, 3, 4, 5);
            assertThat(found.popularity()).isEqualTo(popularity);
            assertThat(found.nats()).isCloseTo(popularity.nats(5, 19) - Math.log(2 * 2), within(1e-12));
            assertThat(found.pooled()).isTrue();
        });
    }

    @Test
    void of_objectThatOthersHave_isTestedByItself() {
        customers.share(Layer.IP, 1, first(12));
        customers.share(Layer.IP, 1, 17, 80, 141);
        assertThat(bound(Family.NETWORK)).singleElement().satisfies(found -> {
            assertThat(found.popularity()).isEqualTo(new Popularity(3.0 / 200, 3));
            assertThat(found.nats()).isCloseTo(found.popularity().nats(11, 19) - Math.log(2), within(1e-12));
            assertThat(found.pooled()).isFalse();
        });
    }

    @Test
    void of_objectOfSilentAccounts_isAsPopularAsAmongTheOthers() {
        customers.share(Layer.IP, 1, first(12));
        customers.share(Layer.IP, 1, 17, 80, 141);
        assertThat(bound(members, Family.NETWORK, 17, 90)).singleElement().satisfies(found -> {
            assertThat(found.popularity()).isEqualTo(new Popularity(2.0 / 198, 2));
            assertThat(found.holders()).containsExactly(first(12));
        });
        assertThat(bound(members, Family.NETWORK, 17, 80, 141))
                .singleElement()
                .satisfies(found -> assertThat(found.pooled()).isTrue());
    }

    @Test
    void of_manyPairsAndTriples_bindTogetherThoughNoneDoesByItself() {
        enoughSeenOnce();
        for (int key = 1; key <= 12; key++) {
            customers.share(Layer.IP, key, members[key], members[key + 1], members[key + 4]);
        }
        assertThat(bound(Family.NETWORK)).hasSize(12).allMatch(Bound::pooled);
    }

    @Test
    void of_fewPairs_doNotBind() {
        enoughSeenOnce();
        customers.share(Layer.IP, 1, members[1], members[2]);
        assertThat(bound(Family.NETWORK)).isEmpty();
    }

    @Test
    void of_phraseOfHalfOfThoseWithSystemPrompts_bindsACrowdAlone() {
        Customers firms = new Customers().plain(400);
        int[] others = firms.newcomers(20);
        firms.share(Layer.SYSTEM_SHINGLE, 1, others);
        for (int firm = 0; firm < 400; firm += 20) {
            firms.share(Layer.SYSTEM_SHINGLE, firm % 40 == 0 ? 1 : firm, firm);
        }
        Set<Family> content = EnumSet.of(Family.CONTENT);

        assertThat(Binding.of(others, new int[0], content, 2, true, firms.all(), firms.table(), firms.reference())
                        .bound())
                .isEmpty();
        assertThat(Binding.of(others, new int[0], content, 2, false, firms.all(), firms.table(), firms.reference())
                        .bound())
                .hasSize(1);
    }

    @Test
    void of_neighboursOnRentedServers_areThereByChance() {
        SplittableRandom random = new SplittableRandom(7);
        Customers renting = new Customers().longStanding(600);
        rent(renting.all().subList(0, 60), renting, random);
        int first = renting.newcomers(150)[0];
        rent(renting.all().subList(first, first + 150), renting, random);
        int[] group = IntStream.range(first, first + 150).toArray();

        List<Bound> bound = networks(group, renting);

        assertThat(IntStream.range(0, 30 * 256)
                        .filter(network -> renting.table().find(1 + network) >= 0))
                .hasSizeGreaterThan(30);
        assertThat(bound).isEmpty();
    }

    @Test
    void of_exitsInANetworkAmongRentedServers_bind() {
        SplittableRandom random = new SplittableRandom(7);
        Customers renting = new Customers().longStanding(600);
        rent(renting.all().subList(0, 60), renting, random);
        int[] group = renting.newcomers(20);
        for (int member : group) {
            int network = member % 4;
            renting.shareIn(
                    1 + network, Layer.PREFIX, 1 + 256L * network, renting.all().get(member));
        }
        assertThat(networks(group, renting)).hasSize(4);
    }

    private static List<Bound> networks(int[] group, Customers customers) {
        return Binding.of(
                        group,
                        new int[0],
                        EnumSet.of(Family.NETWORK),
                        2,
                        true,
                        customers.all(),
                        customers.table(),
                        customers.reference())
                .bound();
    }

    /** Each rents five servers, in one of the 256 networks of one of thirty supernets each. */
    private static void rent(List<Subject> tenants, Customers customers, SplittableRandom random) {
        for (Subject tenant : tenants) {
            for (int server = 0; server < 5; server++) {
                int network = random.nextInt(30 * 256);
                customers.shareIn(1 + network / 256, Layer.PREFIX, 1 + network, tenant);
            }
        }
    }

    private int[] seats(int firms, int each) {
        return IntStream.range(0, firms * each)
                .map(seat -> customers.add(Members.facts(1 + seat / each, 0, 0)).index())
                .toArray();
    }

    @Test
    void of_officeOfEachOfSeveralFirms_isNoCoincidence() {
        enoughSeenOnce();
        int[] seats = seats(4, 5);
        for (int seat : seats) {
            customers.share(Layer.IP, 1 + (seat - seats[0]) / 5, seat);
        }
        assertThat(bound(seats, Family.NETWORK)).isEmpty();
        assertThat(bound(Arrays.copyOf(seats, 5), Family.NETWORK)).hasSize(1);
    }

    @Test
    void of_addressOfSeveralFirms_isOneCoincidenceAFirm() {
        enoughSeenOnce();
        int[] seats = seats(10, 2);
        customers.share(Layer.IP, 1, seats);

        assertThat(bound(seats, Family.NETWORK)).singleElement().satisfies(found -> {
            assertThat(found.holders()).hasSize(20);
            assertThat(found.coincidences()).isEqualTo(9);
        });
    }

    /** So that an address that no reference account has is known to be rare. */
    private void enoughSeenOnce() {
        for (int i = 0; i < 200; i++) {
            customers.share(Layer.IP, 10_000 + i, i);
        }
        for (int member : members) {
            for (int i = 0; i < 10; i++) {
                customers.share(Layer.IP, 20_000 + 10L * member + i, member);
            }
        }
    }

    @Test
    void of_severalObjects_areStrongestFirst() {
        customers.share(Layer.IP, 1, first(5));
        customers.share(Layer.IP, 2, first(12));
        customers.share(Layer.IP, 3, first(8));
        customers.share(Layer.IP, 4, first(8));
        assertThat(bound(Family.NETWORK))
                .extracting(found -> found.object().key())
                .containsExactly(2L, 3L, 4L, 1L);
    }

    @Test
    void of_popularObject_doesNotBind() {
        customers.share(
                Layer.IP, 1, IntStream.range(0, 200).filter(i -> i % 3 == 0).toArray());
        customers.share(Layer.IP, 1, first(8));
        assertThat(bound(Family.NETWORK)).isEmpty();
    }

    @Test
    void of_otherFamily_doesNotBind() {
        customers.share(Layer.PAYMENT, 1, members);
        assertThat(bound(Family.NETWORK)).isEmpty();
    }

    @Test
    void of_moreObjectsInPlay_asksForMore() {
        customers.share(Layer.IP, 1, first(6));
        double alone = bound(Family.NETWORK).getFirst().nats();
        for (int key = 2; key <= 50; key++) {
            customers.share(Layer.IP, key, members[key % 20], key, key + 100);
        }
        assertThat(bound(Family.NETWORK).getFirst().nats()).isLessThan(alone - 3);
    }

    @Test
    void of_twoHoldersAmongManyObjects_isChance() {
        for (int key = 1; key <= 300; key++) {
            customers.share(Layer.IP, key, members[key % 20], key % 200);
        }
        customers.share(Layer.IP, 1000, members[0], members[1], 7);
        assertThat(bound(Family.NETWORK)).isEmpty();
    }
}
