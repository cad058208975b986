package org.iolaus.watermark.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.IntStream;
import org.iolaus.watermark.scheme.ContextWindow;
import org.iolaus.watermark.synthid.GValues;
import org.iolaus.watermark.synthid.SynthIdKeys;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Follows a run of the reference implementation of SynthID-Text: truncation, history and tournament together. */
class ReferenceRunTest {
    private static final ContextWindow WINDOW = new ContextWindow(4);

    @Test
    void play_atEveryStepOfTheReference_givesItsProbabilities() throws IOException {
        JsonNode run;
        try (InputStream json = GValues.class.getResourceAsStream("run.json")) {
            run = new ObjectMapper().readTree(json);
        }
        Truncation truncation = new Truncation(
                run.get("temperature").asDouble(), run.get("topK").asInt(), 1);
        TournamentChoice choice = new TournamentChoice(GValues.published(WINDOW, SynthIdKeys.PUBLISHED));
        ContextHistory history = new ContextHistory(ContextHistory.STANDARD_CAPACITY);
        Candidates candidates = new Candidates();
        int[] tokens = new int[run.get("steps").size()];
        for (int position = 0; position < tokens.length; position++) {
            JsonNode step = run.get("steps").get(position);
            truncation.fill(candidates, logits(step));
            boolean repeated = position >= 4 && history.repeatsThenAdd(WINDOW.fold(tokens, position));
            if (position >= 4 && !repeated) {
                choice.play(tokens, position, candidates);
            }
            assertThat(repeated).isEqualTo(step.get("repeated").asBoolean());
            assertSame(candidates, step);
            tokens[position] = step.get("next").asInt();
        }
    }

    private static void assertSame(Candidates candidates, JsonNode step) {
        for (int i = 0; i < candidates.size(); i++) {
            assertThat(candidates.token(i))
                    .isEqualTo(step.get("candidates").get(i).asInt());
            assertThat(candidates.probability(i))
                    .isCloseTo(step.get("probabilities").get(i).asDouble(), within(1e-13));
        }
    }

    private static float[] logits(JsonNode step) {
        JsonNode eighths = step.get("logits8");
        float[] logits = new float[eighths.size()];
        IntStream.range(0, logits.length)
                .forEach(i -> logits[i] = eighths.get(i).asInt() / 8f);
        return logits;
    }
}
