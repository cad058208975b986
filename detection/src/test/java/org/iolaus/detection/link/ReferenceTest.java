package org.iolaus.detection.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.iolaus.detection.Customers.DAY;
import static org.iolaus.detection.Customers.NOW;

import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.iolaus.detection.AccountBuilder;
import org.iolaus.detection.Customers;
import org.iolaus.detection.profile.Subject;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    /** Asks for so few that nobody has to stand in. */
    private static final ReferenceConfig SMALL = new ReferenceConfig(60 * DAY, 2, 20, 20, 1, 1);

    private final Customers customers = new Customers();

    private double popularity(long key, int... group) {
        return popularity(customers.reference(), key, group).share();
    }

    private Popularity popularity(Reference reference, long key, int... group) {
        SharedObject object = customers.object(key);
        int[] holders = IntStream.of(group).filter(object.users()::contains).toArray();
        Outsiders outsiders = reference.without(group);
        return outsiders.popularity(object, holders, outsiders.users(object, holders));
    }

    @Test
    void choose_accused_isEligibleAndDoesNotTestify() {
        customers.longStanding(10);
        customers.share(Layer.IP, 1, 0, 1, 2);
        Reference reference = new Reference(SMALL, customers.table());
        reference.choose(customers.all(), NOW, subject -> false, subject -> subject < 2);
        assertThat(reference.eligible()).isEqualTo(10);
        assertThat(reference.eligible(1)).isTrue();
        assertThat(reference.longStanding()).isEqualTo(8);
        assertThat(reference.longStanding(1)).isFalse();
        assertThat(reference.longStanding(customers.object(1))).isEqualTo(1);
    }

    @Test
    void popularity_evenlySpread_isTheShare() {
        customers.longStanding(400);
        customers.share(Layer.IP, 5, IntStream.range(0, 100).map(i -> 4 * i).toArray());
        assertThat(popularity(5)).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void popularity_random_isAboutTheShare() {
        SplittableRandom random = new SplittableRandom(52);
        customers.longStanding(400);
        for (int key = 1; key <= 20; key++) {
            double share = key / 40.0;
            customers.share(
                    Layer.IP,
                    key,
                    IntStream.range(0, 400)
                            .filter(i -> random.nextDouble() < share)
                            .toArray());
            assertThat(popularity(key)).isCloseTo(share, within(0.08));
        }
    }

    @Test
    void popularity_blockOfTwoCohorts_isThatOfTwoAccounts() {
        customers.longStanding(400);
        customers.share(Layer.IP, 5, IntStream.range(60, 100).toArray());
        assertThat(popularity(5)).isCloseTo(2.0 / 400, within(1e-12));
    }

    @Test
    void popularity_rare_isNotTrimmedAway() {
        customers.longStanding(400);
        customers.share(Layer.IP, 5, 10, 110, 210, 310);
        assertThat(popularity(5)).isCloseTo(4.0 / 400, within(1e-12));
    }

    @Test
    void popularity_membersOfTheGroup_doNotTestify() {
        customers.longStanding(400);
        int[] even = IntStream.range(0, 200).map(i -> 2 * i).toArray();
        customers.share(Layer.IP, 5, even);
        assertThat(popularity(5)).isCloseTo(0.5, within(1e-12));
        assertThat(popularity(5, IntStream.range(0, 100).map(i -> 4 * i).toArray()))
                .isCloseTo(100 / 300.0, within(1e-12));
        assertThat(popularity(5, even)).isLessThanOrEqualTo(1.0 / 400);
    }

    @Test
    void popularity_newcomersOnly_isGoodTuringsEstimate() {
        customers.longStanding(400);
        customers.newcomers(2);
        for (int i = 0; i < 300; i++) {
            customers.share(Layer.IP, 1000 + i, i);
        }
        for (int i = 0; i < 10; i++) {
            customers.share(Layer.IP, 2000 + i, i, 399 - i);
        }
        customers.share(Layer.IP, 5, 400, 401);
        customers.share(Layer.TOOLS, 6, 400, 401);
        assertThat(popularity(5)).isCloseTo(2.0 * 10 / 700 / 400, within(1e-5));
        assertThat(popularity(6)).isCloseTo(1.0 / 400 / 400, within(1e-7));
    }

    @Test
    void popularity_askedAgainAfterMoreUsersCame_countsThemToo() {
        customers.longStanding(400);
        int[] newcomers = customers.newcomers(40);
        customers.share(Layer.IP, 5, newcomers);
        customers.share(Layer.IP, 5, IntStream.range(0, 40).map(i -> 10 * i).toArray());
        Reference reference = customers.reference();
        assertThat(popularity(reference, 5).share()).isCloseTo(40.0 / 400, within(1e-12));
        customers.share(Layer.IP, 5, IntStream.range(0, 40).map(i -> 10 * i + 5).toArray());

        assertThat(popularity(reference, 5)).isEqualTo(popularity(customers.reference(), 5));
        assertThat(popularity(reference, 5).share()).isCloseTo(80.0 / 400, within(1e-12));
        assertThat(popularity(reference, 5, 0, 10, newcomers[0]).holders()).isCloseTo(78, within(1e-9));
        assertThat(popularity(reference, 5, newcomers).holders()).isCloseTo(80, within(1e-9));
    }

    @Test
    void usage_isTheShareThatHasAnyObjectOfALayer() {
        customers.longStanding(100).plain(300);
        customers.newcomers(2);
        customers.share(Layer.TOOLS, 1, 100, 101, 400);
        Reference reference = customers.reference();

        assertThat(reference.usage(Layer.TOOLS)).isEqualTo(103.0 / 401);
        assertThat(reference.usage(Layer.SYSTEM)).isEqualTo(101.0 / 401);
    }

    @Test
    void popularity_holders_areThoseThatCount() {
        customers.longStanding(400);
        customers.newcomers(2);
        customers.share(Layer.IP, 5, 400, 401);
        customers.share(Layer.IP, 6, 10, 110, 210, 400);
        customers.share(Layer.IP, 7, IntStream.range(60, 100).toArray());
        int[] group = {210, 400};
        Reference reference = customers.reference();
        assertThat(popularity(reference, 5, group).holders()).isZero();
        assertThat(popularity(reference, 6, group).holders()).isEqualTo(2);
        assertThat(popularity(reference, 7, group).holders()).isEqualTo(2);
    }

    @Test
    void sufficient_enoughAccountsAndCohorts_isAsConfigured() {
        assertThat(customers.reference().sufficient()).isFalse();
        assertThat(customers.longStanding(99).reference().sufficient()).isFalse();
        assertThat(customers.longStanding(1).reference().sufficient()).isTrue();

        Reference reference = new Reference(
                new ReferenceConfig(DAY, 2, 30, 20, 5, 100),
                customers.longStanding(49).table());
        reference.choose(customers.all(), NOW, subject -> false);
        assertThat(reference.size()).isEqualTo(149);
        assertThat(reference.sufficient()).isFalse();
    }

    @Test
    void choose_fewerEligibleThanNeeded_everybodyServesButAccusesNobody() {
        customers.longStanding(99).newcomers(300);
        Subject silent = new Subject(customers.all().size(), 1, "account", null);
        customers.all().add(silent);
        Reference reference = new Reference(ReferenceConfig.DEFAULT, customers.table());
        reference.choose(customers.all(), NOW, subject -> subject == 0);

        assertThat(reference.size()).isEqualTo(398);
        assertThat(reference.contains(0)).isFalse();
        assertThat(reference.contains(silent.index())).isFalse();
        assertThat(reference.sufficient()).isFalse();
        assertThat(reference.shortage()).startsWith("reference population: 0 accounts");
    }

    @Test
    void shortage_eligibleOnesWhoShareWhatTheyPayWith_saysSo() {
        customers.newcomers(60);
        for (int i = 0; i < 150; i++) {
            customers.add(
                    AccountBuilder.created(NOW - 100 * DAY).payment(1 + i / 50).build());
        }
        Reference reference = customers.reference();
        assertThat(reference.sufficient()).isFalse();
        assertThat(reference.shortage())
                .startsWith("reference population: 0 of 150 accounts")
                .contains("share a means of payment");
    }

    @Test
    void choose_noAccountFactsAtAll_everybodyServesButAccusesNobody() {
        for (int i = 0; i < 500; i++) {
            customers.add();
        }
        assertThat(customers.reference().size()).isEqualTo(500);
        assertThat(customers.reference().sufficient()).isFalse();
    }

    @Test
    void choose_enoughEligibleLater_nobodyStandsInAnyMore() {
        customers.longStanding(99).newcomers(50);
        Reference reference = new Reference(ReferenceConfig.DEFAULT, customers.table());
        reference.choose(customers.all(), NOW, subject -> false);
        assertThat(reference.size()).isEqualTo(149);
        customers.longStanding(1);
        reference.choose(customers.all(), NOW, subject -> false);
        assertThat(reference.size()).isEqualTo(100);
        assertThat(reference.sufficient()).isTrue();
    }

    /** Objects of few and of many users, shared before the population is chosen, after it, and after the first question. */
    @Test
    void unadmitted_randomObjects_isACountOfTheirUsers() {
        SplittableRandom random = new SplittableRandom(53);
        customers.longStanding(120);
        customers.newcomers(80);
        shareAtRandom(random, 30);
        Reference reference = new Reference(SMALL, customers.table());
        reference.choose(customers.all(), NOW, subject -> subject < 60, subject -> subject < 20);
        BitSet group = new BitSet();
        random.ints(15, 0, 200).forEach(group::set);
        int counted = 0;
        for (int round = 0; round < 3; round++) {
            shareAtRandom(random, 40);
            for (int id = 0; id < customers.table().size(); id++) {
                int expected = unadmitted(reference, customers.table().get(id), group);
                assertThat(reference.unadmitted(id, holders(id, group), group)).isEqualTo(expected);
                counted += expected > 0 ? 1 : 0;
            }
        }
        assertThat(counted).isBetween(10, 200);
    }

    private void shareAtRandom(SplittableRandom random, int objects) {
        for (int i = 0; i < objects; i++) {
            int users = random.nextInt(2, random.nextInt(3, 60));
            int among = random.nextBoolean() ? 200 : 60;
            customers.share(
                    Layer.IP,
                    random.nextLong(),
                    random.ints(users, 0, among).distinct().toArray());
        }
    }

    private int holders(int object, BitSet group) {
        return (int) customers
                .table()
                .get(object)
                .users()
                .intStream()
                .filter(group::get)
                .count();
    }

    private static int unadmitted(Reference reference, SharedObject object, BitSet group) {
        int[] outside = object.users()
                .intStream()
                .filter(user -> reference.longStanding(user) && !group.get(user))
                .toArray();
        return IntStream.of(outside).anyMatch(reference::contains) ? 0 : outside.length;
    }

    @Test
    void config_impossibleValues_areRefused() {
        refused(() -> new ReferenceConfig(-1, 2, 20, 20, 5, 100), "tenureMicros -1 must not be negative");
        refused(() -> new ReferenceConfig(DAY, 0, 20, 20, 5, 100), "maxPerRelation 0 must be at least 1");
        refused(() -> new ReferenceConfig(DAY, 2, 0, 20, 5, 100), "minCohort 0 must be at least 1");
        refused(() -> new ReferenceConfig(DAY, 2, 20, 0, 5, 100), "maxCohorts 0 must be at least 1");
        refused(() -> new ReferenceConfig(DAY, 2, 20, 20, 0, 100), "minCohorts 0 must be at least 1");
        refused(() -> new ReferenceConfig(DAY, 2, 20, 20, 5, 0), "minSize 0 must be at least 1");
        refused(() -> new ReferenceConfig(DAY, 2, 20, 4, 5, 100), "minCohorts 5 must not exceed maxCohorts 4");
    }

    private static void refused(ThrowingCallable config, String message) {
        assertThatThrownBy(config).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
