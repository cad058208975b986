package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iolaus.detection.campaign.Members.facts;

import org.iolaus.detection.exchange.Account.Verification;
import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.profile.Subject;
import org.junit.jupiter.api.Test;

class MembershipTest {
    private static final long SYSTEM = 9;

    private final Members members = new Members(200).add(20, facts(0, 0, 0));

    private Membership membership() {
        return new Membership(members.signature(), 0.05, false);
    }

    private Subject newcomer(Layer layer, long key) {
        Subject newcomer = members.customers().add();
        members.customers().share(layer, key, newcomer.index());
        return newcomer;
    }

    @Test
    void accepts_twoFamilies_butNotOne() {
        members.share(Layer.PAYMENT, 1, 0, 20).share(Layer.IP, 2, 0, 20);
        Membership membership = membership();
        Subject both = newcomer(Layer.PAYMENT, 1);
        members.customers().share(Layer.IP, 2, both.index());

        assertThat(membership.possible()).isTrue();
        assertThat(membership.accepts(both)).isTrue();
        assertThat(membership.accepts(newcomer(Layer.PAYMENT, 1))).isFalse();
        assertThat(membership.accepts(newcomer(Layer.IP, 2))).isFalse();
        assertThat(membership.probability(both)).isGreaterThan(0.99);
    }

    @Test
    void accepts_groupOfOneOrganization_takesInItsOwnAlone() {
        Members firm = new Members(200).add(20, facts(7, 0, 0));
        firm.share(Layer.PAYMENT, 1, 0, 20).share(Layer.IP, 2, 0, 20);
        Membership membership = new Membership(firm.signature(), 0.05, false);
        Subject seat = firm.customers().add(facts(7, 0, 0));
        Subject neighbour = firm.customers().add(facts(8, 0, 0));
        firm.customers().share(Layer.PAYMENT, 1, seat.index(), neighbour.index());
        firm.customers().share(Layer.IP, 2, seat.index(), neighbour.index());

        assertThat(membership.accepts(seat)).isTrue();
        assertThat(membership.accepts(neighbour)).isFalse();
    }

    @Test
    void accepts_familyGranted_countsForWhatStrangersShareOfIt() {
        members.share(Layer.PAYMENT, 1, 0, 20).share(Layer.IP, 2, 0, 20);
        Membership membership = membership();
        Subject payer = newcomer(Layer.PAYMENT, 1);
        int network = 1 << Family.NETWORK.ordinal();

        assertThat(membership.accepts(payer, network, family -> 0.001)).isTrue();
        assertThat(membership.accepts(payer, network, family -> 0.5)).isFalse();
        assertThat(membership.accepts(payer, 0, family -> 0.001)).isFalse();
        assertThat(membership.accepts(members.customers().add(), network, family -> 1e-9))
                .isFalse();
    }

    @Test
    void accepts_familyGrantedThatTheGroupHasNotInCommon_countsNothing() {
        members.share(Layer.PAYMENT, 1, 0, 20).share(Layer.SYSTEM, SYSTEM, 0, 20);
        Subject payer = newcomer(Layer.PAYMENT, 1);

        assertThat(membership().accepts(payer, 1 << Family.NETWORK.ordinal(), family -> 1e-9))
                .isFalse();
    }

    @Test
    void accepts_oneFamilyThatIsNotContent_isNeverEnough() {
        members.share(Layer.PAYMENT, 1, 0, 20);

        assertThat(membership().possible()).isFalse();
    }

    @Test
    void accepts_oneFamilyAtGoodOdds_isStillOne() {
        Members half = new Members(400).add(20, facts(0, 0, 0));
        half.share(Layer.PAYMENT, 1, 0, 20).share(Layer.IP, 2, 0, 11);
        Membership membership = new Membership(half.signature(), 0.5, false);
        Subject newcomer = half.customers().add();
        half.customers().share(Layer.PAYMENT, 1, newcomer.index());

        assertThat(membership.probability(newcomer)).isGreaterThan(0.99);
        assertThat(membership.accepts(newcomer)).isFalse();
    }

    @Test
    void accepts_contentAlone_asksForMostOfTheSubjectsWork() {
        members.share(Layer.SYSTEM, SYSTEM, 0, 20);
        Membership membership = membership();
        Subject devoted = newcomer(Layer.SYSTEM, SYSTEM);
        Subject curious = newcomer(Layer.SYSTEM, SYSTEM);
        Subject idle = newcomer(Layer.SYSTEM, SYSTEM);
        for (int item = 1; item <= 3; item++) {
            members.ask(devoted, item, SYSTEM, 0, 0);
            members.ask(curious, item, SYSTEM, 0, 0);
        }
        for (int item = 4; item <= 8; item++) {
            members.ask(curious, item, 0, 0, 0);
        }

        assertThat(membership.possible()).isTrue();
        assertThat(membership.accepts(devoted)).isTrue();
        assertThat(membership.accepts(curious)).isFalse();
        assertThat(membership.accepts(idle)).isFalse();
    }

    @Test
    void participates_fromTheThirdItemOn() {
        members.share(Layer.SYSTEM, SYSTEM, 0, 20);
        Membership membership = membership();
        Subject subject = newcomer(Layer.SYSTEM, SYSTEM);
        for (int item = 1; item <= 3; item++) {
            assertThat(membership.participates(subject)).isFalse();
            members.ask(subject, item, SYSTEM, 0, 0);
        }

        assertThat(membership.participates(subject)).isTrue();
    }

    /** Members with a card, an address and a prompt, beside so many customers that two of the three suffice. */
    private static Members amongMany() {
        return new Members(2000)
                .add(20, facts(0, 0, 0))
                .share(Layer.PAYMENT, 1, 0, 20)
                .share(Layer.IP, 2, 0, 20)
                .share(Layer.SYSTEM, SYSTEM, 0, 20);
    }

    @Test
    void participates_boundByCardAndAddress_fromTheFirstItemOn() {
        Members many = amongMany();
        Membership membership = new Membership(many.signature(), 0.05, false);
        Subject subject = many.customers().add();
        many.customers().share(Layer.PAYMENT, 1, subject.index());
        many.customers().share(Layer.IP, 2, subject.index());
        many.ask(subject, 1, 0, 0, 0);

        assertThat(membership.accepts(subject)).isTrue();
        assertThat(membership.belongsBesides(subject)).isTrue();
        assertThat(membership.participates(subject)).isFalse();

        many.ask(subject, 2, SYSTEM, 0, 0);

        assertThat(membership.participates(subject)).isTrue();
    }

    @Test
    void participates_moreThanTheProfileHas_countsTogether() {
        Members many = amongMany();
        Membership membership = new Membership(many.signature(), 0.05, false);
        Subject neighbour = many.customers().add();
        many.customers().share(Layer.IP, 2, neighbour.index());
        Match network = many.signature().match(neighbour);
        Match besides = network.with(
                Family.IDENTITY, many.signature().part(Family.IDENTITY).matchNats());
        Subject subject = many.customers().add();

        assertThat(membership.participates(subject, besides, 0)).isFalse();
        assertThat(membership.participates(subject, besides, 1)).isTrue();
        assertThat(membership.participates(subject, network, 2)).isFalse();
        assertThat(membership.participates(subject, network, 3)).isTrue();
        many.ask(subject, 1, SYSTEM, 0, 0);
        assertThat(membership.participates(subject, network, 2)).isTrue();
        assertThat(membership.belongsBesides(subject)).isFalse();
    }

    @Test
    void participates_neighbourWithThePrompt_fromTheThirdItemOn() {
        members.share(Layer.PAYMENT, 1, 0, 20).share(Layer.IP, 2, 0, 20).share(Layer.SYSTEM, SYSTEM, 0, 20);
        Membership membership = membership();
        Subject neighbour = newcomer(Layer.IP, 2);
        members.customers().share(Layer.SYSTEM, SYSTEM, neighbour.index());
        members.ask(neighbour, 1, SYSTEM, 0, 0);
        members.ask(neighbour, 2, SYSTEM, 0, 0);

        assertThat(membership.participates(neighbour)).isFalse();

        members.ask(neighbour, 3, SYSTEM, 0, 0);

        assertThat(membership.participates(neighbour)).isTrue();
    }

    @Test
    void participates_neighbourWithThePromptAtGreatOdds_fromTheFirstItemOn() {
        Members many = new Members(2000).add(20, facts(0, 0, 0));
        many.share(Layer.IP, 2, 0, 20).share(Layer.SYSTEM, SYSTEM, 0, 20);
        Membership membership = new Membership(many.signature(), 0.05, false);
        Subject neighbour = many.customers().add();
        many.customers().share(Layer.IP, 2, neighbour.index());
        many.customers().share(Layer.SYSTEM, SYSTEM, neighbour.index());

        assertThat(membership.accepts(neighbour)).isTrue();
        assertThat(membership.participates(neighbour)).isFalse();

        many.ask(neighbour, 1, SYSTEM, 0, 0);

        assertThat(membership.participates(neighbour)).isTrue();
        assertThat(new Membership(many.signature(), 0.0005, false).participates(neighbour))
                .isFalse();
    }

    @Test
    void possible_promptsThatMoreStrangersHaveThanMembers_isFalse() {
        members.share(Layer.SYSTEM, SYSTEM, 0, 20);
        members.customers().share(Layer.SYSTEM, SYSTEM, 0, 1, 2);

        assertThat(new Membership(members.crowdSignature(), 0.1, true).possible())
                .isTrue();
        assertThat(new Membership(members.crowdSignature(), 0.001, true).possible())
                .isFalse();
    }

    @Test
    void accepts_verifiedOrganizationInACrowd_isFalse() {
        members.share(Layer.SYSTEM, SYSTEM, 0, 20);
        Membership membership = new Membership(members.crowdSignature(), 0.05, true);
        Subject user = newcomer(Layer.SYSTEM, SYSTEM);
        for (int item = 1; item <= 5; item++) {
            members.ask(user, item, SYSTEM, 0, 0);
        }
        assertThat(membership.accepts(user)).isTrue();

        user.facts(facts(0, 0, 0, Verification.ORGANIZATION));

        assertThat(membership.accepts(user)).isFalse();
    }

    @Test
    void accepts_crowdsPiecesHeldByCoincidence_isFalse() {
        for (int piece = 0; piece < 12; piece++) {
            members.share(Layer.SHINGLE, 100 + piece, 0, 20);
        }
        Membership membership = new Membership(members.crowdSignature(), 0.05, true);
        Subject coincidence = newcomer(Layer.SHINGLE, 100);
        members.customers().share(Layer.SHINGLE, 101, coincidence.index());
        Subject user = newcomer(Layer.SHINGLE, 100);
        members.customers().share(Layer.SHINGLE, 101, user.index());
        members.customers().share(Layer.SHINGLE, 102, user.index());
        for (int item = 1; item <= 5; item++) {
            members.ask(coincidence, item, 0, 0, 0, 100, 101);
            members.ask(user, item, 0, 0, 0, 100, 101, 102);
        }

        assertThat(membership.accepts(coincidence)).isFalse();
        assertThat(membership.accepts(user)).isTrue();
    }
}
