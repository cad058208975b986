package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.iolaus.detection.campaign.Members.facts;

import org.iolaus.detection.link.Family;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.profile.Subject;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final int IDENTITY = 1 << Family.IDENTITY.ordinal();
    private static final int NETWORK = 1 << Family.NETWORK.ordinal();

    private final Members members = new Members(199).add(20, facts(0, 0, 0));

    @Test
    void of_cardOfAllMembersAndNobodyElse_isTheirs() {
        members.share(Layer.PAYMENT, 9, 0, 20);

        Signature.Part part = members.signature().part(Family.IDENTITY);

        assertThat(part.keys()).containsExactly(9L);
        assertThat(part.share()).isEqualTo(1);
        assertThat(part.memberRate()).isEqualTo(19 / 20.0);
        assertThat(part.referenceRate()).isEqualTo(1 / 200.0);
        assertThat(part.matchNats()).isCloseTo(Math.log(0.95 * 200), within(1e-12));
        assertThat(part.missNats()).isCloseTo(Math.log(0.05 / (1 - 1 / 200.0)), within(1e-12));
        assertThat(members.signature().parts()).containsOnlyKeys(Family.IDENTITY);
    }

    @Test
    void of_addressThatCustomersHaveToo_isNotTheirs() {
        members.share(Layer.IP, 9, 0, 20);
        for (int customer = 0; customer < 60; customer++) {
            members.customers().share(Layer.IP, 9, customer);
        }

        assertThat(members.signature().parts()).doesNotContainKey(Family.NETWORK);
    }

    @Test
    void of_twentyExitsOfOnePool_areOneFamily() {
        for (int exit = 0; exit + 3 <= 20; exit++) {
            members.share(Layer.IP, 100 + exit, exit, exit + 3);
        }

        Signature signature = members.signature();

        assertThat(signature.part(Family.NETWORK).keys()).hasSize(18);
        assertThat(signature.independentFamilies()).isEqualTo(1);
        assertThat(signature.contentOnly()).isFalse();
    }

    @Test
    void of_blockOfAddresses_isTheirsOnlyWhereFewShareAddresses() {
        members.share(Layer.IP, 1, 0, 10).share(Layer.PREFIX, 3, 0, 20);
        Members rotating = new Members(199).add(20, facts(0, 0, 0));
        rotating.share(Layer.IP, 1, 0, 9).share(Layer.PREFIX, 3, 0, 20);

        assertThat(members.signature().part(Family.NETWORK).share()).isEqualTo(0.5);
        assertThat(rotating.signature().part(Family.NETWORK).share()).isEqualTo(1);
    }

    @Test
    void of_cardsThatWearOut_expectsNewcomersWithoutOne() {
        for (int card = 0; card < 4; card++) {
            members.share(Layer.PAYMENT, 100 + card, 5 * card, 5 * card + 5);
        }

        Signature.Part part = members.signature().part(Family.IDENTITY);

        assertThat(part.share()).isEqualTo(1);
        assertThat(part.memberRate()).isEqualTo(16 / 20.0);
    }

    @Test
    void match_onePieceWhereMembersHoldMany_isNone() {
        for (int piece = 0; piece < 5; piece++) {
            members.share(Layer.SHINGLE, 100 + piece, 0, 19);
        }
        members.share(Layer.SHINGLE, 200, 17, 20);

        Signature signature = members.signature();

        assertThat(signature.part(Family.CONTENT).least()).isEqualTo(2);
        assertThat(signature.match(members.all().getFirst()).families()).isEqualTo(1 << Family.CONTENT.ordinal());
        assertThat(signature.match(members.all().getLast()).families()).isZero();
    }

    @Test
    void match_busyNeighbourWithTwoPieces_isNone() {
        for (int piece = 0; piece < 20; piece++) {
            members.share(Layer.SHINGLE, 100 + piece, 0, 20);
        }
        Subject quiet = neighbour(0);
        Subject busy = neighbour(60);

        Signature signature = members.signature();

        assertThat(signature.part(Family.CONTENT).leastShare()).isEqualTo(0.25);
        assertThat(signature.match(quiet).families()).isEqualTo(1 << Family.CONTENT.ordinal());
        assertThat(signature.match(busy).families()).isZero();
    }

    /** Someone who has two pieces by accident, and so much in common with a customer. */
    private Subject neighbour(int others) {
        Subject neighbour = members.customers().add(facts(0, 0, 0));
        members.customers().share(Layer.SHINGLE, 100, neighbour.index());
        members.customers().share(Layer.SHINGLE, 101, neighbour.index());
        for (int other = 0; other < others; other++) {
            members.customers().share(Layer.SHINGLE, 5000 + other, neighbour.index(), 0);
        }
        return neighbour;
    }

    @Test
    void match_onePieceThatMembersHold_isEnough() {
        members.share(Layer.SYSTEM, 9, 0, 20);

        assertThat(members.signature().match(members.all().getLast()).families())
                .isEqualTo(1 << Family.CONTENT.ordinal());
    }

    @Test
    void of_promptAlone_isContentOnly() {
        members.share(Layer.SYSTEM, 9, 0, 20).share(Layer.CLIENT, 10, 0, 20);

        assertThat(members.signature().contentOnly()).isTrue();
        assertThat(members.signature().independentFamilies()).isEqualTo(1);
    }

    @Test
    void match_subject_isItsFamilies() {
        members.share(Layer.PAYMENT, 9, 0, 20).share(Layer.IP, 10, 0, 20);
        Signature signature = members.signature();
        Subject newcomer = members.customers().add();
        members.customers().share(Layer.PAYMENT, 9, newcomer.index());

        assertThat(signature.match(members.all().getFirst()).families()).isEqualTo(NETWORK | IDENTITY);
        assertThat(signature.match(newcomer).families()).isEqualTo(IDENTITY);
        assertThat(signature.match(members.customers().all().getFirst()).families())
                .isZero();
        assertThat(signature.match(members.all().getFirst()).independent()).isEqualTo(2);
    }

    @Test
    void nats_familiesMatchedAndMissed_addToThePrior() {
        members.share(Layer.PAYMENT, 9, 0, 20).share(Layer.IP, 10, 0, 20);
        Signature signature = members.signature();
        Subject newcomer = members.customers().add();
        members.customers().share(Layer.PAYMENT, 9, newcomer.index());

        double expected = Math.log(0.1)
                + signature.part(Family.IDENTITY).matchNats()
                + signature.part(Family.NETWORK).missNats();

        assertThat(signature.match(newcomer).nats(0.1)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void without_aFamily_isAsIfItWereMissed() {
        members.share(Layer.PAYMENT, 9, 0, 20).share(Layer.IP, 10, 0, 20);
        Signature signature = members.signature();
        Match match = signature.match(members.all().getFirst());
        double missed = signature.part(Family.NETWORK).missNats();

        Match without = match.without(Family.NETWORK, missed);

        assertThat(without.has(Family.NETWORK)).isFalse();
        assertThat(without.nats(0.1))
                .isCloseTo(match.nats(0.1) - signature.part(Family.NETWORK).matchNats() + missed, within(1e-12));
        assertThat(without.with(Family.NETWORK, 3).nats(0.1)).isCloseTo(without.nats(0.1) - missed + 3, within(1e-12));
    }

    @Test
    void nats_asFewOfTheGroupsPiecesAsHardlyAnyMember_sayLess() {
        for (int piece = 0; piece < 4; piece++) {
            members.share(Layer.SHINGLE, 100 + piece, 0, 20);
        }
        for (int own = 0; own < 8; own++) {
            Subject busy = members.all().getFirst();
            Subject other = members.customers().all().get(own);
            members.customers().share(Layer.SHINGLE, 200 + own, busy.index(), other.index());
        }
        Signature.Part content = members.signature().part(Family.CONTENT);

        double busy = members.signature().match(members.all().getFirst()).nats(1);
        double usual = members.signature().match(members.all().getLast()).nats(1);

        assertThat(usual).isCloseTo(content.matchNats(), within(1e-12));
        assertThat(busy).isCloseTo(usual + Math.log(2 / 21.0), within(1e-12));
    }

    @Test
    void of_pieceThatMoreCustomersHold_isNoCrowds() {
        Members few = new Members(1999).add(20, facts(0, 0, 0));
        few.share(Layer.SYSTEM, 9, 0, 20).share(Layer.SHINGLE, 10, 0, 4);
        for (int customer = 0; customer < 5; customer++) {
            few.customers().share(Layer.SHINGLE, 10, 300 * customer);
        }

        assertThat(few.signature().part(Family.CONTENT).keys()).containsExactlyInAnyOrder(9L, 10L);
        assertThat(few.crowdSignature().part(Family.CONTENT).keys()).containsExactly(9L);
    }

    @Test
    void match_piecesThatAddNoMember_countIfTheyAreTheirs() {
        members.share(Layer.SYSTEM, 9, 0, 20);
        for (int piece = 0; piece < 4; piece++) {
            members.share(Layer.SHINGLE, 100 + piece, 0, 20);
            members.customers().share(Layer.SHINGLE, 100 + piece, 7);
        }
        Subject newcomer = members.customers().add();
        members.customers().share(Layer.SHINGLE, 100, newcomer.index());
        members.customers().share(Layer.SHINGLE, 101, newcomer.index());

        assertThat(members.signature().match(newcomer).families()).isEqualTo(1 << Family.CONTENT.ordinal());
    }
}
