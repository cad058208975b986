package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.iolaus.detection.campaign.Members.facts;

import org.junit.jupiter.api.Test;

class RepetitionTest {
    private final Members members = new Members(0);

    private Repetition repetition() {
        return Repetition.of(members.shared());
    }

    private void assertSampled(int items, int repeated) {
        assertThat(repetition().items()).isEqualTo(items);
        assertThat(repetition().repeated()).isEqualTo(repeated);
    }

    private Members strangers(int count) {
        return members.add(count, facts(0, 0, 0));
    }

    @Test
    void of_oneSheetDoneByAll_repeats() {
        strangers(20);
        for (int member = 0; member < 20; member++) {
            for (int item = 1; item <= 14; item++) {
                members.asks(member, item, 0, 0, 0);
            }
        }

        assertSampled(280, 280);
        assertThat(repetition().repeats()).isTrue();
        assertThat(repetition().divides()).isFalse();
    }

    @Test
    void of_dataSetDealtOut_divides() {
        strangers(20);
        for (int item = 1; item <= 300; item++) {
            members.asks(item % 20, item, 0, 0, 0);
        }

        assertSampled(300, 0);
        assertThat(repetition().divides()).isTrue();
        assertThat(repetition().repeats()).isFalse();
    }

    @Test
    void of_fewItems_doNotShowDivision() {
        strangers(20);
        for (int item = 1; item <= 255; item++) {
            members.asks(item % 20, item, 0, 0, 0);
        }

        assertThat(repetition().divides()).isFalse();
    }

    @Test
    void of_manyItems_samplesTheSameNumber() {
        strangers(60);
        for (int item = 1; item <= 1200; item++) {
            members.asks(item % 60, item, 0, 0, 0);
        }

        assertSampled(512, 0);
    }

    @Test
    void of_ownItemAgain_isNotRepeated() {
        strangers(2).asks(0, 7, 0, 0, 0).asks(0, 7, 0, 0, 0).asks(1, 8, 0, 0, 0);

        assertSampled(2, 0);
    }

    @Test
    void of_twoFifthsOfCopiedWork_isReworded() {
        strangers(3).asks(0, 101, 0, 0, 0, 1, 2, 3, 4, 5).asks(1, 101, 0, 0, 0, 1, 2, 3, 4, 5);
        members.asks(2, 102, 0, 0, 0, 1, 2, 13, 14, 15);

        assertThat(repetition().repeated()).isEqualTo(3);
    }

    @Test
    void of_aThirdOfCopiedWork_isAnotherItem() {
        strangers(3).asks(0, 101, 0, 0, 0, 1, 2, 3, 4, 5, 6).asks(1, 101, 0, 0, 0, 1, 2, 3, 4, 5, 6);
        members.asks(2, 102, 0, 0, 0, 1, 2, 13, 14, 15, 16);

        assertThat(repetition().repeated()).isEqualTo(2);
    }

    @Test
    void of_likeItemsThatNobodyCopied_areNotRepeated() {
        strangers(2).asks(0, 101, 0, 0, 0, 1, 2, 3, 4, 5).asks(1, 102, 0, 0, 0, 1, 2, 3, 4, 15);

        assertSampled(2, 0);
    }

    @Test
    void of_fewFormsFilledInWithManyNumbers_areNotRepeated() {
        strangers(20);
        for (int item = 0; item < 300; item++) {
            int form = 10 * (item % 30);
            members.asks(item % 20, 1001 + item, 0, 0, 0, form + 1, form + 2, form + 3);
        }

        assertSampled(300, 0);
    }

    @Test
    void of_wordingOfAFrame_isNotRepeated() {
        strangers(10);
        for (int member = 0; member < 10; member++) {
            members.asks(member, 101 + member, 0, 0, 0, 1, 2, 201 + member);
        }

        assertSampled(10, 0);
    }

    @Test
    void overlap_halfOfASheetEach_isAHalf() {
        strangers(20);
        for (int member = 0; member < 20; member++) {
            for (int item = 0; item < 10; item++) {
                members.asks(member, 1 + (member + item) % 20, 0, 0, 0);
            }
        }

        assertThat(repetition().overlap()).isCloseTo(9.0 / 19, within(1e-9));
        assertThat(repetition().newNats()).isNegative();
    }

    @Test
    void overlap_sampledGroup_isThatOfTheWholeGroup() {
        strangers(200);
        for (int member = 0; member < 200; member++) {
            for (int item = 0; item < 10; item++) {
                members.asks(member, 1 + (member % 20 + item) % 20, 0, 0, 0);
            }
        }

        assertThat(repetition().items()).isEqualTo(512);
        assertThat(repetition().overlap()).isCloseTo(0.5, within(0.05));
    }

    @Test
    void newNats_dataSetDealtOutToFew_growWithItems() {
        strangers(8);
        for (int item = 1; item <= 80; item++) {
            members.asks(item % 8, item, 0, 0, 0);
        }
        double half = repetition().newNats();
        for (int item = 81; item <= 160; item++) {
            members.asks(item % 8, item, 0, 0, 0);
        }

        assertThat(repetition().overlap()).isZero();
        assertThat(half).isGreaterThan(10);
        assertThat(repetition().newNats()).isGreaterThan(1.9 * half);
    }

    @Test
    void of_nobody_isNothing() {
        assertThat(repetition().share()).isZero();
        assertThat(repetition().overlap()).isZero();
        assertThat(repetition().repeats()).isFalse();
    }
}
