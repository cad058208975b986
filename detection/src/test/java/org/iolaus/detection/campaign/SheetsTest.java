package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iolaus.detection.campaign.Members.facts;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SheetsTest {
    private static final int COURSES = 30;
    private static final int STUDENTS = 20;

    private final SplittableRandom random = new SplittableRandom(5);
    private final Members members = new Members(0).add(COURSES * STUDENTS, facts(0, 0, 0));

    private Sheets sheets() {
        return Sheets.of(members.shared());
    }

    private void courses(double diligence) {
        for (int member = 0; member < COURSES * STUDENTS; member++) {
            for (int exercise = 0; exercise < 12; exercise++) {
                if (random.nextDouble() < diligence) {
                    members.asks(member, 1 + 100L * (member / STUDENTS) + exercise, 0, 0, 0);
                }
            }
        }
    }

    @Test
    void common_manyCoursesWithASheetEach_areSheets() {
        courses(0.7);

        assertThat(sheets().common()).isTrue();
        assertThat(Repetition.of(members.shared()).repeats()).isFalse();
    }

    @Test
    void common_itemsDealtOut_areNot() {
        for (int item = 1; item <= 6000; item++) {
            members.asks(random.nextInt(COURSES * STUDENTS), item, 0, 0, 0);
        }

        assertThat(sheets().common()).isFalse();
    }

    @Test
    void common_everyItemDealtOutEightTimes_isNoSheet() {
        for (int item = 1; item <= 800; item++) {
            for (int copy = 0; copy < 8; copy++) {
                members.asks(random.nextInt(COURSES * STUDENTS), item, 0, 0, 0);
            }
        }

        assertThat(sheets().common()).isFalse();
    }

    @Test
    void common_pairsThatShadowEachOther_areNoSheets() {
        for (int item = 1; item <= 3000; item++) {
            int pair = random.nextInt(COURSES * STUDENTS / 2);
            members.asks(2 * pair, item, 0, 0, 0).asks(2 * pair + 1, item, 0, 0, 0);
        }

        assertThat(sheets().common()).isFalse();
    }

    @Test
    void known_fewItemsEach_isFalse() {
        courses(0.5);
        assertThat(sheets().known()).isFalse();
    }

    @Test
    void absent_itemsDealtOut_areShownToBeNoSheets() {
        for (int item = 1; item <= 6000; item++) {
            members.asks(random.nextInt(COURSES * STUDENTS), item, 0, 0, 0);
        }

        assertThat(sheets().absent()).isTrue();
    }

    @Test
    void absent_sheetsOfWhichLittleIsDone_areNotRuledOut() {
        courses(0.2);

        assertThat(sheets().share()).isBetween(0.1, 0.25);
        assertThat(sheets().absent()).isFalse();
    }

    @Test
    void absent_nobody_isFalse() {
        assertThat(sheets().absent()).isFalse();
    }

    @Test
    void apart_coursesThatHaveJustBegun_areNot() {
        courses(0.1);
        assertThat(sheets().perMember()).isLessThan(2);
        assertThat(sheets().apart()).isFalse();
    }

    @Test
    void apart_fewItemsThatNobodyElseDid_are() {
        for (int member = 0; member < 40; member++) {
            members.asks(member, 1 + member, 0, 0, 0);
        }
        assertThat(sheets().known()).isFalse();
        assertThat(sheets().apart()).isTrue();
    }

    @Test
    void apart_hardlyAnyItems_areNot() {
        for (int member = 0; member < 8; member++) {
            members.asks(member, 1 + member, 0, 0, 0);
        }
        assertThat(sheets().apart()).isFalse();
    }

    @Test
    void known_manyItemsEach_isTrue() {
        courses(0.8);
        assertThat(sheets().known()).isTrue();
        assertThat(sheets().perMember()).isBetween(9.0, 10.0);
    }

    @Test
    void common_nobody_isFalse() {
        assertThat(sheets().common()).isFalse();
    }
}
