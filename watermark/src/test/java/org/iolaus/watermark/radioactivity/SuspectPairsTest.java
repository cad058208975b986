package org.iolaus.watermark.radioactivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.iolaus.watermark.detection.DistinctPairs;
import org.iolaus.watermark.scheme.ContextWindow;
import org.junit.jupiter.api.Test;

class SuspectPairsTest {
    private static final ContextWindow TWO = new ContextWindow(2);

    @Test
    void closed_repeatedPairs_countOnce() {
        DistinctPairs pairs = SuspectPairs.closed(
                TWO, List.of(Output.of(new int[] {1, 2, 3}), Output.of(new int[] {9, 1, 2, 3})), null);

        assertThat(pairs.toArray()).containsExactly(pair(1, 2, 3), pair(9, 1, 2));
        assertThat(pairs.repeated()).isEqualTo(1);
    }

    @Test
    void closed_pairOfAnyPrompt_isLeftOutOfAllAnswers() {
        Output shown = new Output(new int[] {1, 2, 3}, new int[] {7, 8, 9});
        Output other = Output.of(new int[] {1, 2, 3, 4});

        assertThat(SuspectPairs.closed(TWO, List.of(shown, other), null).toArray())
                .containsExactly(pair(7, 8, 9), pair(2, 3, 4));
    }

    @Test
    void closed_servedWindows_areAllThatIsScored() {
        ServedWindows served = ServedWindows.of(TWO, List.of(new int[] {2, 3, 5}, new int[] {1, 2}));

        assertThat(served.size()).isEqualTo(1);
        assertThat(SuspectPairs.closed(TWO, List.of(Output.of(new int[] {1, 2, 3, 4})), served)
                        .toArray())
                .containsExactly(pair(2, 3, 4));
    }

    @Test
    void closed_servedWindowsOfOtherWidth_areRefused() {
        ServedWindows served = ServedWindows.of(new ContextWindow(3), List.of());

        assertThatThrownBy(() -> SuspectPairs.closed(TWO, List.of(Output.of(new int[] {1, 2, 3})), served))
                .hasMessage("windows of 2 tokens must be of 3, as the served ones");
    }

    @Test
    void open_predictions_scoreTheLikeliestToken() {
        Prediction prediction = Prediction.of(new int[] {5, 1, 2}, new float[] {0.1f, 0.3f, 0.6f, 0.6f});

        assertThat(prediction.token()).isEqualTo(2);
        assertThat(SuspectPairs.open(TWO, List.of(prediction, prediction), null).toArray())
                .containsExactly(pair(1, 2, 2));
    }

    @Test
    void open_tokenThatTheContextShowsAfterTheWindow_isLeftOut() {
        Prediction repeated = new Prediction(new int[] {1, 2, 4, 1, 2}, 4);
        Prediction other = new Prediction(new int[] {1, 2, 4, 1, 2}, 5);
        Prediction elsewhere = new Prediction(new int[] {1, 2}, 4);

        assertThat(SuspectPairs.open(TWO, List.of(repeated, other), null).toArray())
                .containsExactly(pair(1, 2, 5));
        assertThat(SuspectPairs.open(TWO, List.of(repeated, elsewhere), null).toArray())
                .containsExactly(pair(1, 2, 4));
    }

    @Test
    void open_servedWindows_areAllThatIsScored() {
        ServedWindows served = ServedWindows.of(TWO, List.of(new int[] {1, 2, 9}));
        List<Prediction> predictions =
                List.of(new Prediction(new int[] {1, 2}, 4), new Prediction(new int[] {3, 4}, 5));

        assertThat(SuspectPairs.open(TWO, predictions, served).toArray()).containsExactly(pair(1, 2, 4));
    }

    @Test
    void open_contextShorterThanTheWindow_isRefused() {
        assertThatThrownBy(() -> SuspectPairs.open(TWO, List.of(new Prediction(new int[] {1}, 2)), null))
                .hasMessage("context has 1 tokens, must have at least the window's 2");
        assertThatThrownBy(() -> Prediction.of(new int[] {1}, new float[0]))
                .hasMessage("scores are 0, must be at least 1");
    }

    private static long pair(int first, int second, int token) {
        return ContextWindow.fold(TWO.fold(new int[] {first, second}, 2), token);
    }
}
