package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iolaus.detection.campaign.Members.facts;

import java.util.List;
import org.iolaus.detection.exchange.Account.Verification;
import org.iolaus.detection.link.Layer;
import org.iolaus.detection.link.Payers;
import org.junit.jupiter.api.Test;

class ConcealmentTest {
    private static final int SIZE = 20;

    private final Members members = new Members(200);

    private ColumnScore score() {
        return new Concealment(
                        members.all(),
                        members.signature(),
                        relations(),
                        members.customers().table(),
                        Payers.of(members.customers().all()))
                .score();
    }

    private Relations relations() {
        DomainPopularity domains = new DomainPopularity(members.customers().all(), members.reference());
        return Relations.of(members.all(), members.shared(), domains, address -> true);
    }

    /** Members of as many organisations that pay by one card. */
    private void payAlike(long domain) {
        for (int i = 0; i < SIZE; i++) {
            members.add(1, facts(100 + i, 5, domain));
        }
    }

    /** A pool of addresses in which every member meets the next two. */
    private void meetOnAPool() {
        for (int i = 0; i + 3 <= SIZE; i++) {
            members.share(Layer.IP, 1000 + i, i, i + 3);
        }
    }

    /** Members of as many organisations that pay by several cards, four or five each. */
    private void payByTurns() {
        for (int i = 0; i < SIZE; i++) {
            members.add(1, facts(100 + i, 5 + i % 4, 0));
        }
    }

    @Test
    void score_strangersPayBySeveralCards_hide() {
        payByTurns();

        assertThat(score().present()).isTrue();
        assertThat(score().evidence()).singleElement().satisfies(evidence -> {
            assertThat(evidence.kind()).isEqualTo("reused_payment");
            assertThat(evidence.summary()).startsWith("20 of 20 accounts pay");
        });
        assertThat(Concealment.hiddenTwice(score(), relations())).isZero();
    }

    @Test
    void score_paymentThatStandsForNone_hidesNothing() {
        payByTurns();
        for (int i = 0; i < 500; i++) {
            members.customers().add(facts(0, 5 + i % 4, 0));
        }

        assertThat(score().present()).isFalse();
        assertThat(score().evidence()).isEmpty();
    }

    @Test
    void score_onePayerForAll_restsOnClaim() {
        payAlike(0);
        meetOnAPool();

        assertThat(score().present()).isFalse();
        assertThat(score().evidence()).extracting(Evidence::kind).containsExactly("proxy_pool", "single_payment");
        assertThat(score().counterEvidence()).extracting(Evidence::kind).containsExactly("one_payer");
        assertThat(Concealment.restsOnClaim(score(), relations())).isTrue();
    }

    @Test
    void score_anotherCardBesideTheMainPayers_hides() {
        for (int i = 0; i < SIZE; i++) {
            members.add(1, facts(100 + i, i < 12 ? 5 : 6, 0));
        }

        assertThat(score().present()).isTrue();
        assertThat(score().evidence()).extracting(Evidence::kind).containsExactly("reused_payment", "single_payment");
    }

    @Test
    void hiddenTwice_poolAndSeveralCards_isTheWeaker() {
        payByTurns();
        meetOnAPool();

        assertThat(Concealment.hiddenTwice(score(), relations()))
                .isGreaterThan(Concealment.MIN_BITS)
                .isEqualTo(Math.min(
                        Evidence.bits(score().evidence(), "proxy_pool"),
                        Evidence.bits(score().evidence(), "reused_payment")));
    }

    @Test
    void hiddenTwice_twoCardsOnOnePool_isWhatTheLesserShows() {
        for (int i = 0; i < SIZE; i++) {
            members.add(1, facts(100 + i, i < 11 ? 5 : 6, 0));
        }
        meetOnAPool();

        assertThat(relations().onePayer()).isTrue();
        assertThat(Concealment.hiddenTwice(score(), relations()))
                .isGreaterThan(Concealment.MIN_BITS)
                .isEqualTo(Evidence.bits(score().evidence(), "reused_payment"));
    }

    @Test
    void hiddenTwice_onePayerAndCardsOfTheirOwn_isZero() {
        for (int i = 0; i < SIZE; i++) {
            members.add(1, facts(100 + i, i < 11 ? 5 : 200 + i, 0));
        }
        meetOnAPool();

        assertThat(Concealment.hiddenTwice(score(), relations())).isZero();
    }

    @Test
    void score_strangersMeetOnAPool_hide() {
        members.add(SIZE, facts(0, 0, 0));
        meetOnAPool();

        assertThat(score().present()).isTrue();
        assertThat(score().evidence()).extracting(Evidence::kind).containsExactly("proxy_pool");
    }

    @Test
    void score_meetingWhereOthersMeetToo_hidesNothing() {
        members.add(SIZE, facts(0, 0, 0));
        meetOnAPool();
        for (int address = 1000; address < 1000 + SIZE; address++) {
            members.customers().share(Layer.IP, address, members.customers().newcomers(4));
        }

        assertThat(score().present()).isFalse();
    }

    @Test
    void score_poolUnderOneDomain_restsOnClaim() {
        members.add(SIZE, facts(0, 0, 77));
        meetOnAPool();

        assertThat(score().present()).isFalse();
        assertThat(score().evidence()).extracting(Evidence::kind).containsExactly("proxy_pool");
        assertThat(score().counterEvidence()).extracting(Evidence::kind).containsExactly("own_domain");
        assertThat(Concealment.restsOnClaim(score(), relations())).isTrue();
    }

    @Test
    void score_poolOfOneNamedOrganization_restsOnClaim() {
        members.add(SIZE, facts(1, 0, 0));
        meetOnAPool();

        assertThat(score().present()).isFalse();
        assertThat(Concealment.restsOnClaim(score(), relations())).isTrue();
    }

    @Test
    void restsOnClaim_strangersOrVerifiedOrNoPool_isFalse() {
        members.add(SIZE, facts(1, 0, 0));
        assertThat(Concealment.restsOnClaim(score(), relations())).isFalse();

        meetOnAPool();
        Relations strangers = new Relations(0, 0, 0, 0, 0, 0);
        Relations verified = new Relations(1, 1, 0, 0, 0, 0);
        assertThat(Concealment.restsOnClaim(score(), strangers)).isFalse();
        assertThat(Concealment.restsOnClaim(score(), verified)).isFalse();
    }

    @Test
    void score_verifiedOrganization_hidesNothing() {
        members.add(SIZE, facts(1, 5, 0, Verification.ORGANIZATION));
        meetOnAPool();

        assertThat(score().present()).isFalse();
        assertThat(score().counterEvidence()).extracting(Evidence::kind).containsExactly("verified_organization");
        assertThat(score().counterEvidence())
                .allSatisfy(evidence -> assertThat(evidence.bits()).isNegative());
    }

    @Test
    void score_twoOrganizationsOnOneCard_isNoReuse() {
        members.add(SIZE / 2, facts(1, 5, 0)).add(SIZE / 2, facts(2, 5, 0));

        assertThat(score().evidence()).isEmpty();
    }

    @Test
    void score_nothingShared_isNothing() {
        members.add(SIZE, facts(0, 0, 0));

        assertThat(score()).isEqualTo(new ColumnScore(Column.CONCEALMENT, 0, false, List.of(), List.of()));
    }
}
