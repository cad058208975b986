package org.iolaus.watermark.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ContextHistoryTest {
    @Test
    void repeatsThenAdd_ofRandomWindows_agreesWithAQueue() {
        SplittableRandom random = new SplittableRandom(3);
        ContextHistory history = new ContextHistory(17);
        Deque<Long> slow = new ArrayDeque<>();
        for (int i = 0; i < 10_000; i++) {
            long window = random.nextInt(40);
            assertThat(history.repeatsThenAdd(window)).isEqualTo(slow.contains(window));
            slow.addLast(window);
            if (slow.size() > 17) {
                slow.removeFirst();
            }
        }
    }

    @Test
    void clear_afterAWindow_forgetsIt() {
        ContextHistory history = new ContextHistory(2);
        history.repeatsThenAdd(5);
        history.clear();

        assertThat(history.repeatsThenAdd(5)).isFalse();
    }

    @Test
    void contextHistory_withoutRoom_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContextHistory(0))
                .withMessage("capacity is 0, must be at least 1");
    }
}
