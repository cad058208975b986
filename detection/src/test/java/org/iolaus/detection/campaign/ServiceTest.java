package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iolaus.detection.campaign.Members.facts;

import java.util.List;
import org.iolaus.detection.campaign.Assessment.Standing;
import org.junit.jupiter.api.Test;

class ServiceTest {
    private static final int SIZE = 30;
    private static final int ITEMS = 20;
    private static final int EXITS = 10;
    private static final long OWN = 1_000_000;
    private static final Dealing DEALT = new Dealing(0, 0, 0, 20);

    private final Members members = new Members(0).add(SIZE, facts(0, 0, 0));

    @FunctionalInterface
    private interface Exit {
        long of(int member, int item);
    }

    private Service service(Dealing dealing, Exit exit) {
        for (int member = 0; member < SIZE; member++) {
            for (int item = 0; item < ITEMS; item++) {
                members.asks(member, OWN + member * 100L + item, 0, exit.of(member, item), 230);
            }
        }
        return Service.of(shared(), dealing, address -> address != 99);
    }

    private List<SharedItems> shared() {
        return members.all().stream()
                .map(member -> new SharedItems(member, (1 << ITEMS) - 1))
                .toList();
    }

    private Standing standing(Dealing dealing, Exit exit) {
        return service(dealing, exit).standing(Repetition.of(shared()));
    }

    private static long alike(int member, int item) {
        return 1L + (member + item) % EXITS;
    }

    private static long kept(int member, int item) {
        return 1L + (member + item / 10) % EXITS;
    }

    @Test
    void of_exitsThatAllUse_areAlike() {
        assertThat(service(Dealing.NONE, ServiceTest::alike).alike()).isGreaterThan(0.8);
    }

    @Test
    void of_exitsThatAreKept_areNotAlike() {
        assertThat(service(Dealing.NONE, ServiceTest::kept).alike()).isLessThan(0.3);
    }

    @Test
    void of_homesBesideServers_doNotCount() {
        Exit alsoFromHome = (member, item) -> item % 2 == 0 ? 1000 + member : alike(member, item / 2);

        assertThat(service(Dealing.NONE, alsoFromHome).alike()).isGreaterThan(0.8);
    }

    @Test
    void of_addressesThatTellNothing_areNotCounted() {
        Exit gateway = (member, item) -> item % 4 > 0 ? 99 : kept(member, item);

        assertThat(service(Dealing.NONE, gateway).alike()).isLessThan(0.4);
    }

    @Test
    void of_addressesOfOneEach_areAlikeForWantOfEvidence() {
        assertThat(service(Dealing.NONE, (member, item) -> 1 + member).alike()).isEqualTo(1);
    }

    @Test
    void standing_dataSetOnExitsThatAreKept_isACampaign() {
        assertThat(standing(DEALT, ServiceTest::kept)).isEqualTo(Standing.CAMPAIGN);
    }

    @Test
    void standing_dataSetOnExitsThatAllUse_isSuspected() {
        assertThat(standing(DEALT, ServiceTest::alike)).isEqualTo(Standing.SUSPECTED);
    }

    @Test
    void standing_ownWordsOnExitsThatAreKept_areSuspected() {
        assertThat(standing(Dealing.NONE, ServiceTest::kept)).isEqualTo(Standing.SUSPECTED);
    }

    @Test
    void standing_ownWordsOnExitsThatAllUse_areWatched() {
        assertThat(standing(Dealing.NONE, ServiceTest::alike)).isEqualTo(Standing.WATCHED);
    }
}
