package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iolaus.detection.campaign.Members.facts;

import java.util.List;
import org.iolaus.detection.campaign.Assessment.Standing;
import org.junit.jupiter.api.Test;

class OneSourceTest {
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

    private OneSource source(OneSource.Way way, Dealing dealing, Exit exit) {
        for (int member = 0; member < SIZE; member++) {
            for (int item = 0; item < ITEMS; item++) {
                members.asks(member, OWN + member * 100L + item, 0, exit.of(member, item), 230);
            }
        }
        return OneSource.of(way, shared(), dealing, address -> address != 99);
    }

    private List<SharedItems> shared() {
        return members.all().stream()
                .map(member -> new SharedItems(member, (1 << ITEMS) - 1))
                .toList();
    }

    private OneSource source(Dealing dealing, Exit exit) {
        return source(OneSource.Way.POOL, dealing, exit);
    }

    private Standing standing(Dealing dealing, Exit exit) {
        return standing(OneSource.Way.POOL, dealing, exit);
    }

    private Standing standing(OneSource.Way way, Dealing dealing, Exit exit) {
        return source(way, dealing, exit).standing(Repetition.of(shared()));
    }

    private static long alike(int member, int item) {
        return 1L + (member + item) % EXITS;
    }

    private static long kept(int member, int item) {
        return 1L + (member + item / 10) % EXITS;
    }

    /** Three of five items from an address of its own, as of people at home. */
    private static long alsoFromHome(int member, int item) {
        return item % 5 < 3 ? 1000 + member : kept(member, item);
    }

    @Test
    void of_exitsThatAllUse_areAlike() {
        assertThat(source(Dealing.NONE, OneSourceTest::alike).alike()).isGreaterThan(0.8);
    }

    @Test
    void of_exitsThatAreKept_areNotAlike() {
        assertThat(source(Dealing.NONE, OneSourceTest::kept).alike()).isLessThan(0.3);
    }

    @Test
    void of_homesBesideServers_doNotCount() {
        Exit homes = (member, item) -> item % 2 == 0 ? 1000 + member : alike(member, item / 2);

        assertThat(source(Dealing.NONE, homes).alike()).isGreaterThan(0.8);
    }

    @Test
    void of_addressesThatTellNothing_areNotCounted() {
        Exit gateway = (member, item) -> item % 4 > 0 ? 99 : kept(member, item);

        assertThat(source(Dealing.NONE, gateway).alike()).isLessThan(0.4);
    }

    @Test
    void of_addressesOfOneEach_areAlikeForWantOfEvidence() {
        assertThat(source(Dealing.NONE, (member, item) -> 1 + member).alike()).isEqualTo(1);
    }

    @Test
    void standing_dataSetOnExitsThatAreKept_isACampaign() {
        assertThat(standing(DEALT, OneSourceTest::kept)).isEqualTo(Standing.CAMPAIGN);
    }

    @Test
    void standing_dataSetOnExitsThatAllUse_isSuspected() {
        assertThat(standing(DEALT, OneSourceTest::alike)).isEqualTo(Standing.SUSPECTED);
    }

    @Test
    void standing_ownWordsOnExitsThatAreKept_areSuspected() {
        assertThat(standing(Dealing.NONE, OneSourceTest::kept)).isEqualTo(Standing.SUSPECTED);
    }

    @Test
    void standing_ownWordsOnExitsThatAllUse_areWatched() {
        assertThat(standing(Dealing.NONE, OneSourceTest::alike)).isEqualTo(Standing.WATCHED);
    }

    @Test
    void standing_cardsAndDataSet_areACampaignWhereverTheyWork() {
        assertThat(standing(OneSource.Way.PAYMENTS, DEALT, OneSourceTest::alike))
                .isEqualTo(Standing.CAMPAIGN);
    }

    @Test
    void standing_cardsAndOwnWords_areSuspected() {
        assertThat(standing(OneSource.Way.PAYMENTS, Dealing.NONE, OneSourceTest::kept))
                .isEqualTo(Standing.SUSPECTED);
    }

    @Test
    void standing_cardsAndPool_areACampaignWithoutHomes() {
        assertThat(standing(OneSource.Way.BOTH, Dealing.NONE, OneSourceTest::kept))
                .isEqualTo(Standing.CAMPAIGN);
    }

    @Test
    void standing_cardsAndExitsOfPeopleWithHomes_areSuspected() {
        assertThat(standing(OneSource.Way.BOTH, Dealing.NONE, OneSourceTest::alsoFromHome))
                .isEqualTo(Standing.SUSPECTED);
    }

    @Test
    void standing_dataSetFromHomes_isACampaign() {
        assertThat(standing(OneSource.Way.BOTH, DEALT, OneSourceTest::alsoFromHome))
                .isEqualTo(Standing.CAMPAIGN);
    }
}
