package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.iolaus.detection.AccountBuilder.created;
import static org.iolaus.detection.campaign.Members.facts;

import org.iolaus.detection.Customers;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final long GATEWAY = 9_999;

    private final Members members = new Members(200).add(30, facts(0, 0, 0));
    private long item;

    private void works(int member, long... addresses) {
        for (long address : addresses) {
            members.asks(member, ++item, 0, address, 0);
        }
    }

    private double share() {
        return new Places(members.shared(), address -> address != GATEWAY).share();
    }

    @Test
    void share_threeClassesOnThreeAddressesEach_isAllTheyDoThere() {
        for (int i = 0; i < 30; i++) {
            int campus = 1 + 10 * (i / 10);
            works(i, campus, campus + 1, campus + 2, 1_000 + i);
        }
        assertThat(share()).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void share_venuesWhoseGuestsWorkNowhereElse_isAllTheyDo() {
        for (int i = 0; i < 30; i++) {
            works(i, 1 + i / 5);
        }
        assertThat(share()).isCloseTo(1, within(1e-12));
    }

    @Test
    void share_classesWhoseMembersWorkAtHomeToo_isWhatTheyDoThere() {
        for (int i = 0; i < 30; i++) {
            works(i, 1 + i / 10, 1 + i / 10, 1 + i / 10, 1_000 + i);
        }
        assertThat(share()).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void share_classesThatOneMemberGoesBetween_isOfTheBusiestAlone() {
        for (int i = 0; i < 30; i++) {
            int campus = 1 + 10 * (i / 10);
            works(i, campus, campus + 1, campus + 2, 1_000 + i);
        }
        works(0, 11, 21);
        assertThat(share()).isCloseTo(32 / 122.0, within(1e-12));
    }

    @Test
    void share_poolInWhichAccountsMeetOthers_isOfTheBusiestAlone() {
        for (int i = 0; i < 30; i++) {
            works(i, 1 + i % 10, 1 + (i + 1) % 10, 1 + (i + 3) % 10);
        }
        assertThat(share()).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void share_cellsHalfOfWhichNeverMeet_areNoPlaces() {
        for (int i = 0; i < 30; i++) {
            int exit = 1 + 3 * (i / 10);
            works(i, i % 10 < 4 ? exit : i % 10 < 7 ? exit + 1 : exit + 2, 1_000 + i);
        }
        for (int cell = 0; cell < 30; cell += 10) {
            works(cell, 2 + 3 * (cell / 10), 3 + 3 * (cell / 10));
        }
        assertThat(share()).isCloseTo(12 / 66.0, within(1e-12));
    }

    @Test
    void share_pairsThatMeet_areNoPlaces() {
        for (int i = 0; i < 30; i++) {
            works(i, 1 + i / 2, 1_000 + i);
        }
        assertThat(share()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void share_noAddress_isNothing() {
        works(0, 0, 0);
        assertThat(share()).isZero();
    }

    @Test
    void share_gatewaysAddressThatTellsNothing_isNothing() {
        works(0, GATEWAY, GATEWAY);
        assertThat(share()).isZero();
    }

    @Test
    void share_noAddressButThatOfSignup_isWhereTheySignedUp() {
        for (int i = 0; i < 30; i++) {
            members.all()
                    .get(i)
                    .facts(created(Customers.NOW).ip(i < 20 ? 1 : 1_000 + i).build());
            works(i, 0, GATEWAY);
        }
        assertThat(share()).isCloseTo(22 / 30.0, within(1e-12));
    }
}
