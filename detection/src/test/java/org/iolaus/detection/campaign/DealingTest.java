package org.iolaus.detection.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iolaus.detection.campaign.Members.facts;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DealingTest {
    private static final int SIZE = 40;
    private static final int ITEMS = 20;
    private static final int FRAMES = 4;
    private static final long OWN = 1_000_000;

    private final Members members = new Members(0).add(SIZE, facts(0, 0, 0));
    private final LongOpenHashSet content =
            new LongOpenHashSet(LongStream.range(1, 100).toArray());

    private Dealing dealing() {
        return dealing((1 << ITEMS) - 1);
    }

    private Dealing dealing(int positions) {
        return dealing(positions, any -> true);
    }

    private Dealing dealing(int positions, LongPredicate frame) {
        return Dealing.of(
                members.all().stream()
                        .map(member -> new SharedItems(member, positions))
                        .toList(),
                content,
                frame);
    }

    /** Lets members put items of their own into a few frames. */
    private void dealOut(int count, int value) {
        for (int member = 0; member < count; member++) {
            for (int item = 0; item < ITEMS; item++) {
                long id = OWN + member * 100L + item;
                members.asks(member, id, 0, 0, value, 1 + item % FRAMES, 10 * OWN + id);
            }
        }
    }

    @Test
    void of_dataSetInFramesOfAll_isShown() {
        dealOut(SIZE, 230);

        assertThat(dealing().dealt()).isEqualTo(SIZE * ITEMS);
        assertThat(dealing().shown()).isTrue();
    }

    @Test
    void of_workWorthLittle_isNotShown() {
        dealOut(SIZE, 40);

        assertThat(dealing().dealt()).isEqualTo(SIZE * ITEMS);
        assertThat(dealing().shown()).isFalse();
        assertThat(dealing().sharedBits()).isGreaterThan(Dealing.MIN_BITS);
    }

    @Test
    void of_wordsThatAreNoFrames_isNothing() {
        dealOut(SIZE, 230);

        assertThat(dealing((1 << ITEMS) - 1, frame -> frame > FRAMES).dealt()).isZero();
    }

    /** Of long turns a sample of shingles seldom has one of the frame's. */
    @Test
    void of_framesSeenNowAndThen_areDealtOfSharedWork() {
        inFrames(4);

        assertThat(dealing().dealt()).isEqualTo(SIZE * ITEMS / 4);
        assertThat(dealing().sharedBits()).isGreaterThan(Dealing.MIN_BITS);
    }

    @Test
    void of_framesSeenHardlyEver_areChance() {
        inFrames(ITEMS);

        assertThat(dealing().sharedBits()).isLessThan(Dealing.MIN_BITS);
    }

    @Test
    void of_membersWithoutSharedWork_betNothing() {
        dealOut(SIZE, 230);

        assertThat(dealing(0).sharedBits()).isZero();
        assertThat(dealing(0).shown()).isTrue();
    }

    /** Lets every member put one of so many items into a frame. */
    private void inFrames(int every) {
        for (int member = 0; member < SIZE; member++) {
            for (int item = 0; item < ITEMS; item++) {
                long id = OWN + member * 100L + item;
                members.asks(member, id, 0, 0, 230, item % every == 0 ? 1 : 10 * OWN + id);
            }
        }
    }

    @Test
    void of_pipelineOfFewSeats_isNotShown() {
        dealOut(SIZE / 10, 230);
        for (int member = SIZE / 10; member < SIZE; member++) {
            for (int item = 0; item < ITEMS; item++) {
                members.asks(member, OWN + member * 100L + item, 9, 0, 230);
            }
        }

        assertThat(dealing().dealt()).isEqualTo(SIZE / 10 * ITEMS);
        assertThat(dealing().shown()).isFalse();
    }

    @Test
    void of_ownWordsUnderCommonSystemPrompt_isNothing() {
        for (int member = 0; member < SIZE; member++) {
            for (int item = 0; item < ITEMS; item++) {
                long id = OWN + member * 100L + item;
                members.asks(member, id, 1, 0, 230, id);
            }
        }

        assertThat(dealing().dealt()).isZero();
        assertThat(dealing().shown()).isFalse();
    }

    @Test
    void of_sheetThatEverybodyCopiesWithSlips_isNothing() {
        for (int member = 0; member < SIZE; member++) {
            for (int exercise = 1; exercise <= ITEMS; exercise++) {
                members.asks(member, OWN + member * 100L + exercise, 0, 0, 230, exercise);
            }
        }

        assertThat(dealing().dealt()).isZero();
        assertThat(dealing().shown()).isFalse();
    }

    @Test
    void of_sameItemsInFramesOfAll_isNothing() {
        for (int member = 0; member < SIZE; member++) {
            for (int item = 0; item < ITEMS; item++) {
                members.asks(member, OWN + item, 0, 0, 230, 1 + item % FRAMES);
            }
        }

        assertThat(dealing().dealt()).isZero();
    }

    @Test
    void of_membersWithoutItems_isNothing() {
        assertThat(dealing(0)).isEqualTo(Dealing.NONE);
    }

    @Test
    void beside_isShownAndNotCountedAgain() {
        dealOut(SIZE, 230);
        Repetition repetition = Repetition.of(members.shared());
        Baseline baseline = new Baseline(0.3, 0.5, 100, new double[] {0.1, 0.3, 0.5});
        ColumnScore score = new Extraction(members.shared(), baseline, false).score(repetition, false);
        ColumnScore beside = dealing().beside(score, 20);

        assertThat(beside.bits()).isEqualTo(score.bits());
        assertThat(beside.evidence()).extracting(Evidence::kind).contains("dealt_items");
    }
}
