package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iolaus.detection.campaign.Members.facts;

import java.util.Arrays;
import org.iolaus.detection.cluster.Candidate;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.Layer;
import org.junit.jupiter.api.Test;

class StraysTest {
    private final Members members = new Members(200).add(24, facts(0, 0, 0));

    /** Twenty accounts with a pool of exits and some cards, and a household with an address and a card of its own. */
    private void campaignAndHousehold() {
        for (int exit = 0; exit < 10; exit++) {
            members.share(Layer.IP, 1 + exit, 2 * exit, 2 * exit + 2);
            members.share(Layer.IP, 20 + exit, 2 * exit + 1, Math.min(20, 2 * exit + 3));
        }
        for (int card = 0; card < 4; card++) {
            members.share(Layer.PAYMENT, 100 + card, 5 * card, 5 * card + 5);
        }
        members.share(Layer.IP, 50, 20, 24).share(Layer.PAYMENT, 150, 20, 24);
    }

    private int[] strays() {
        return new Strays(members.customers().all()).of(members.indices(), members.signature());
    }

    private int[] household() {
        return Arrays.copyOfRange(members.indices(), 20, 24);
    }

    @Test
    void of_householdThatSharesWithItselfAlone_isIt() {
        campaignAndHousehold();
        assertThat(strays()).containsExactly(household());
    }

    @Test
    void of_householdOneOfWhichHasACardOfTheOthers_isNobody() {
        campaignAndHousehold();
        members.share(Layer.PAYMENT, 100, 20, 21);
        assertThat(strays()).isEmpty();
    }

    @Test
    void of_partAsLargeAsAGroup_isNobody() {
        campaignAndHousehold();
        members.add(1, facts(0, 0, 0)).share(Layer.IP, 50, 24, 25).share(Layer.PAYMENT, 150, 24, 25);
        assertThat(strays()).isEmpty();
    }

    @Test
    void follow_householdGatheredWithACampaign_leavesWithItsAddressAndCard() {
        campaignAndHousehold();
        Groups groups =
                new Groups(members.customers().all(), members.customers().table());
        groups.absorb(new Candidate(members.indices(), Family.CONTENT, 50));
        Group group = groups.all().getFirst();

        Signature signature = groups.follow(group, members.reference());

        assertThat(group.members().toIntArray()).containsExactly(Arrays.copyOf(members.indices(), 20));
        assertThat(signature.part(Family.IDENTITY).objects())
                .doesNotContain(members.customers().object(150).id());
    }
}
