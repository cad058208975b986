package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iolaus.detection.campaign.Members.facts;

import java.util.stream.IntStream;
import org.iolaus.detection.campaign.Assessment.Standing;
import org.iolaus.detection.exchange.Account.Verification;
import org.iolaus.detection.fingerprint.AccountFingerprint;
import org.iolaus.detection.link.Layer;
import org.junit.jupiter.api.Test;

/**
 * Groups in one place: whoever deals out a data set behind a claim that nobody has verified is asked, nobody else. Groups
 * on a pool of addresses: whoever divides work is asked, whatever it is worth.
 */
class AssessorTest {
    private static final int SIZE = 40;
    private static final int ITEMS = 20;
    private static final int FRAMES = 4;
    private static final int MEETING = 60;
    private static final int EXITS = 8;
    private static final long PLACE = 700;
    private static final long ASSISTANT = 800;
    private static final long OWN = 1_000_000;

    private final Members members = new Members(300);

    private void office(AccountFingerprint seat) {
        members.add(SIZE, seat).share(Layer.IP, PLACE, 0, SIZE).share(Layer.SYSTEM, ASSISTANT, 0, SIZE);
    }

    private void dealOut() {
        dealOut(ITEMS);
    }

    private void dealOut(int items) {
        for (long frame = 1; frame <= FRAMES; frame++) {
            members.share(Layer.SHINGLE, frame, 0, SIZE);
        }
        for (int member = 0; member < SIZE; member++) {
            for (int item = 0; item < items; item++) {
                members.asks(member, OWN + member * 100L + item, ASSISTANT, PLACE, 230, 1 + item % FRAMES);
            }
        }
    }

    private void talk() {
        for (int member = 0; member < SIZE; member++) {
            for (int item = 0; item < ITEMS; item++) {
                members.asks(member, OWN + member * 100L + item, ASSISTANT, PLACE, 230);
            }
        }
    }

    /** Meets on a pool of addresses and asks for what the capability model sees no worth in. */
    private void pool(boolean divided) {
        members.add(MEETING, facts(0, 0, 0)).share(Layer.SYSTEM, ASSISTANT, 0, MEETING);
        for (int member = 0; member < MEETING; member++) {
            members.share(Layer.IP, PLACE + member % EXITS, member, member + 1);
            for (int item = 0; item < ITEMS; item++) {
                long asked = OWN + (divided ? member * 100L : 0) + item;
                members.asks(member, asked, ASSISTANT, PLACE + (member + item) % EXITS, 0);
            }
        }
    }

    /** Strangers who work from one prompt, each on items of its own. */
    private void strangers() {
        members.add(SIZE, facts(0, 0, 0)).share(Layer.SYSTEM, ASSISTANT, 0, SIZE);
        for (int member = 0; member < SIZE; member++) {
            for (int item = 0; item < ITEMS; item++) {
                members.asks(member, OWN + member * 100L + item, ASSISTANT, PLACE + member, 230);
            }
        }
    }

    /** Meets on exits of which each keeps two, under one system prompt, and asks for work worth training on. */
    private void service(boolean framed) {
        members.add(MEETING, facts(0, 0, 0)).share(Layer.SYSTEM, ASSISTANT, 0, MEETING);
        for (long frame = 1; framed && frame <= FRAMES; frame++) {
            members.share(Layer.SHINGLE, frame, 0, MEETING);
        }
        for (int member = 0; member < MEETING; member++) {
            members.share(Layer.IP, PLACE + member % EXITS, member, member + 1);
            for (int item = 0; item < ITEMS; item++) {
                long own = OWN + member * 100L + item;
                long exit = PLACE + (member + item * 2 / ITEMS) % EXITS;
                members.asks(member, own, ASSISTANT, exit, 230, framed ? 1 + item % FRAMES : 10 * OWN + own);
            }
        }
    }

    @Test
    void assess_appOfStrangersOnOnePool_isSuspected() {
        service(false);
        Assessment assessment = assessment();

        assertThat(assessment.column(Column.EXTRACTION).present()).isTrue();
        assertThat(assessment.column(Column.CONCEALMENT).present()).isTrue();
        assertThat(assessment.signature().independentFamilies()).isEqualTo(2);
        assertThat(assessment.standing()).isEqualTo(Standing.SUSPECTED);
        assertThat(assessment.reason()).contains("A service that strangers use, such as an app");
    }

    @Test
    void assess_dataSetDealtOutOnOnePool_isACampaign() {
        service(true);
        Assessment assessment = assessment();

        assertThat(assessment.standing()).isEqualTo(Standing.CAMPAIGN);
        assertThat(assessment.column(Column.EXTRACTION).evidence())
                .extracting(Evidence::kind)
                .contains("dealt_items");
        assertThat(assessment.remedy()).contains("if each worded its requests itself");
    }

    @Test
    void assess_phrasesOfOneKindOfWorkOnOnePool_areNoFrames() {
        service(true);
        for (long frame = 1; frame <= FRAMES; frame++) {
            members.customers().share(Layer.SHINGLE, frame, 0, 1, 2, 3, 4);
        }

        assertThat(assessment().standing()).isEqualTo(Standing.SUSPECTED);
    }

    private Assessment crowd() {
        return assessment(new Group(1, true), members.crowdSignature());
    }

    @Test
    void assess_strangersWithAPromptOfTheirOwn_areSuspected() {
        strangers();

        assertThat(crowd().standing()).isEqualTo(Standing.SUSPECTED);
    }

    @Test
    void assess_strangersWithAPromptThatManyUse_areCleared() {
        strangers();
        members.customers()
                .share(Layer.SYSTEM, ASSISTANT, IntStream.range(0, SIZE).toArray());

        assertThat(crowd().standing()).isEqualTo(Standing.CLEARED);
    }

    /** As where a team with a phrase of its own took in whoever uses the phrase: nothing says when they signed up. */
    @Test
    void assess_boundGroupWithAPromptAlone_isCleared() {
        strangers();

        Assessment assessment = assessment();

        assertThat(assessment.standing()).isEqualTo(Standing.CLEARED);
        assertThat(assessment.reason()).contains("one family of evidence is not enough");
    }

    private Assessment assessment() {
        return assessment(new Group(1, false), members.signature());
    }

    private Assessment assessment(Group group, Signature signature) {
        members.all().forEach(member -> group.add(member.index()));
        return new Assessor(members.customers().all(), members.customers().table(), members.reference(), Bounds.FIXED)
                .assess(group, signature);
    }

    @Test
    void assess_dataSetDealtOutUnderOneUnverifiedDomain_isSuspected() {
        office(facts(0, 0, 5));
        dealOut();
        Assessment assessment = assessment();

        assertThat(assessment.standing()).isEqualTo(Standing.SUSPECTED);
        assertThat(assessment.strength().campaign()).isZero();
        assertThat(assessment.strength().suspicion()).isGreaterThan(Dealing.MIN_BITS);
        assertThat(assessment.column(Column.EXTRACTION).evidence())
                .extracting(Evidence::kind)
                .contains("dealt_items");
        assertThat(assessment.reason()).contains("nobody has verified");
        assertThat(assessment.remedy()).contains("worded its own work");
    }

    @Test
    void assess_dataSetDealtOutInUnverifiedFirm_isSuspected() {
        office(facts(3, 4, 5));
        members.share(Layer.PAYMENT, 4, 0, SIZE);
        dealOut();

        assertThat(assessment().standing()).isEqualTo(Standing.SUSPECTED);
    }

    @Test
    void assess_dataSetDealtOutInVerifiedFirm_isCleared() {
        office(facts(3, 4, 5, Verification.ORGANIZATION));
        dealOut();

        assertThat(assessment().standing()).isEqualTo(Standing.CLEARED);
    }

    @Test
    void assess_ownWordsInUnverifiedFirm_isCleared() {
        office(facts(3, 4, 5));
        talk();

        assertThat(assessment().standing()).isEqualTo(Standing.CLEARED);
    }

    @Test
    void assess_dataSetDealtOutInOnePlaceByWhoClaimNothing_isCleared() {
        office(facts(0, 0, 0));
        dealOut();

        assertThat(assessment().standing()).isEqualTo(Standing.CLEARED);
    }

    @Test
    void assess_workDividedOnAPool_isSuspectedWhateverItIsWorth() {
        pool(true);
        Assessment assessment = assessment();

        assertThat(assessment.column(Column.EXTRACTION).present()).isFalse();
        assertThat(assessment.standing()).isEqualTo(Standing.SUSPECTED);
        assertThat(assessment.strength().suspicion()).isGreaterThan(Extraction.MIN_BITS);
        assertThat(assessment.strength().campaign()).isZero();
        assertThat(assessment.reason()).contains("nothing shows that it is worth training on");
    }

    @Test
    void assess_workRepeatedOnAPool_isWatched() {
        pool(false);

        assertThat(assessment().standing()).isEqualTo(Standing.WATCHED);
    }

    @Test
    void assess_littleDoneOnAPoolBySeveralCards_isSuspected() {
        littleByTurns(EXITS);
        Assessment assessment = assessment();

        assertThat(assessment.signature().independentFamilies()).isEqualTo(2);
        assertThat(assessment.standing()).isEqualTo(Standing.SUSPECTED);
    }

    @Test
    void assess_littleDoneOnAPoolByTwoCards_isSuspected() {
        littleByTurns(2);
        Assessment assessment = assessment();

        assertThat(assessment.standing()).isEqualTo(Standing.SUSPECTED);
        assertThat(assessment.open()).isFalse();
        assertThat(assessment.reason()).contains("nothing shows that it is worth training on");
    }

    /** Accounts that pay by some cards in turn, meet on a pool and have done little each. */
    private void littleByTurns(int cards) {
        members.payingByTurns(MEETING, 40, cards);
        for (int member = 0; member < MEETING; member++) {
            members.share(Layer.IP, PLACE + member % EXITS, member, member + 1);
            for (int item = 0; item < 5; item++) {
                members.asks(member, OWN + member * 100L + item, 0, PLACE + (member + item) % EXITS, 0);
            }
        }
    }

    @Test
    void assess_tooLittleDoneToTellAClass_isCleared() {
        office(facts(0, 0, 5));
        dealOut(7);
        Assessment assessment = assessment();

        assertThat(assessment.standing()).isEqualTo(Standing.CLEARED);
        assertThat(assessment.open()).isTrue();
        assertThat(assessment.reason()).contains("too little to tell a class");
    }
}
