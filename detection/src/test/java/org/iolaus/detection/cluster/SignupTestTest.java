package org.iolaus.detection.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iolaus.detection.AccountBuilder.created;
import static org.iolaus.detection.Customers.DAY;
import static org.iolaus.detection.Customers.NOW;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.iolaus.detection.Customers;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.profile.Subject;
import org.junit.jupiter.api.Test;

class SignupTestTest {
    private static final int CUSTOMERS = 1000;

    private final SplittableRandom random = new SplittableRandom(81);
    private final Customers customers = new Customers();

    private SignupTest test() {
        SignupTest test = fresh();
        test.begin(subject -> false);
        return test;
    }

    private SignupTest fresh() {
        return new SignupTest(customers.all(), customers.table(), customers.reference());
    }

    /** Accounts that signed up at any time of two years, more and more of them. */
    private Customers growing() {
        for (int i = 0; i < CUSTOMERS; i++) {
            double age = 1 - Math.sqrt(random.nextDouble());
            customers.add(created(NOW - (long) (age * 730 * DAY)).build());
        }
        return customers;
    }

    /** Accounts that signed up within a week. */
    private int[] burst(int count, long weekStart) {
        return IntStream.range(0, count)
                .map(i -> customers
                        .add(created(weekStart + random.nextLong(7 * DAY)).build())
                        .index())
                .toArray();
    }

    private int[] anyone(int size) {
        return random.ints(0, CUSTOMERS).distinct().limit(size).sorted().toArray();
    }

    @Test
    void examine_groupsOfAnyCustomers_areSeldomCandidates() {
        growing();
        int alarms = 0;
        for (int run = 0; run < 400; run++) {
            SignupTest test = test();
            boolean alarm = false;
            for (int size : new int[] {5, 16, 40, 100, 200}) {
                alarm |= test.examine(anyone(size)) != null;
            }
            alarms += alarm ? 1 : 0;
        }
        assertThat(alarms / 400.0).isLessThanOrEqualTo(GroupTest.ALPHA);
    }

    @Test
    void examine_accountsOpenedInAWeek_areACandidate() {
        for (long daysAgo : new long[] {7, 90, 400}) {
            growing();
            int[] burst = burst(40, NOW - daysAgo * DAY);
            Candidate candidate = test().examine(burst);
            assertThat(candidate).isNotNull();
            assertThat(candidate.members()).isEqualTo(burst);
            assertThat(candidate.chosenBy()).isEqualTo(Family.CONTENT);
            assertThat(candidate.nats()).isGreaterThan(20);
        }
    }

    @Test
    void examine_guestsOfOneVenue_areOneSignUp() {
        growing();
        int[] guests = burst(30, NOW - 7 * DAY);
        int[] users = joined(anyone(40), guests);
        assertThat(test().examine(users)).isNotNull();
        customers.share(Layer.IP, 1, guests);
        assertThat(test().examine(users)).isNull();
    }

    @Test
    void examine_seatsOfOneFirm_areOneSignUp() {
        growing();
        int[] strangers = burst(30, NOW - 7 * DAY);
        int[] seats = IntStream.range(0, 30)
                .map(i -> customers
                        .add(created(NOW - random.nextLong(7 * DAY))
                                .organization(77)
                                .build())
                        .index())
                .toArray();
        int[] anyone = anyone(40);
        assertThat(test().examine(joined(anyone, strangers))).isNotNull();
        assertThat(test().examine(joined(anyone, seats))).isNull();
    }

    private static int[] joined(int[] some, int[] others) {
        return IntStream.concat(Arrays.stream(some), Arrays.stream(others)).toArray();
    }

    @Test
    void examine_fewerThanAGroup_isNothing() {
        growing();
        assertThat(test().examine(burst(GroupTest.MIN_MEMBERS - 1, NOW - 7 * DAY)))
                .isNull();
    }

    @Test
    void examine_beforeAnythingIsKnown_isNothing() {
        growing();
        SignupTest test = fresh();
        assertThat(test.examine(burst(40, NOW - 7 * DAY))).isNull();
        test.begin(subject -> true);
        assertThat(test.examine(burst(40, NOW - 7 * DAY))).isNull();
    }

    @Test
    void examine_afterManyGroups_asksForMore() {
        growing();
        int[] burst = burst(6, NOW - 7 * DAY);
        SignupTest test = test();
        Candidate first = test.examine(burst);
        assertThat(first).isNotNull();
        int lasts = (int) Math.floor(Math.exp((first.nats() + Math.log(GroupTest.ALPHA)) / 2)) - 1;
        for (int tested = 1; tested < lasts; tested++) {
            assertThat(test.examine(burst)).isNotNull();
        }
        assertThat(test.examine(burst)).isNull();
    }

    @Test
    void begin_groupTakenOut_doesNotTestifyToItself() {
        growing();
        int[] burst = burst(600, NOW - 7 * DAY);
        SignupTest withThem = test();
        SignupTest without = fresh();
        without.begin(subject -> subject >= burst[0]);
        Candidate diluted = withThem.examine(burst);
        Candidate clear = without.examine(burst);
        assertThat(clear).isNotNull();
        assertThat(clear.nats()).isGreaterThan(diluted == null ? 0 : diluted.nats());
    }

    @Test
    void knows_accountsWithADateOnly() {
        customers.add();
        customers.add(created(Long.MIN_VALUE).build());
        customers.add(created(NOW).build());
        Subject endUser = new Subject(3, 1, "account", "person");
        endUser.facts(created(NOW).build());
        customers.all().add(endUser);
        SignupTest dated = fresh();
        dated.begin(subject -> false);
        assertThat(IntStream.range(0, 4).filter(dated::knows)).containsExactly(2);
    }
}
