package org.iolaus.detection.fingerprint.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iolaus.detection.fingerprint.Capability;
import org.junit.jupiter.api.Test;

class HeldOutTest {
    private static final TrainingConfig SMALL = new TrainingConfig(5, 2, 0.3, 1e-4, 0.2, -0.03, 60, 2, 4_000);
    private static final PromptGrammar GRAMMAR = PromptGrammar.parse("""
            [code coding]
            en: Write a function in Python. {text}
            [talk ordinary]
            en: How are you today? {text}
            """);

    /** Two groups that ask for code and two that talk; the last says {@code words}. */
    private static HeldOut heldOut(String words) {
        List<LabelledPrompt> prompts = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            prompts.add(prompt("code-a", "Write a Python function for case " + i, Capability.CODING));
            prompts.add(prompt("code-b", "Please write code, a function in Java, number " + i, Capability.CODING));
            prompts.add(prompt("talk-a", "What shall we cook today for " + i + " people", Capability.ORDINARY));
            prompts.add(prompt("talk-b", words + " " + i, Capability.ORDINARY));
        }
        return HeldOut.of(new CapabilityTrainer(SMALL, GRAMMAR, prompts), true, tasks -> tasks.forEach(Runnable::run));
    }

    private static LabelledPrompt prompt(String group, String text, Capability asked) {
        return new LabelledPrompt(group, group, "en", "", text, LabelledPrompt.Context.NONE, Set.of(asked), Set.of());
    }

    @Test
    void calibrationsByGroup_groupSaysSomethingElse_itsOwnUnchanged() {
        Map<String, Calibration[]> before = heldOut("How are you today, friend").calibrationsByGroup();
        Map<String, Calibration[]> after =
                heldOut("Write a Python function, you people").calibrationsByGroup();
        assertThat(after.get("talk-b")).isEqualTo(before.get("talk-b"));
        assertThat(after.get("talk-a")).isNotEqualTo(before.get("talk-a"));
    }

    @Test
    void scores_everyPart_onceEach() {
        assertThat(heldOut("How are you").scores())
                .extracting(HeldOut.Score::group)
                .containsOnly("code-a", "code-b", "talk-a", "talk-b", "own-code", "own-talk")
                .filteredOn(group -> !group.startsWith("own-"))
                .hasSize(40);
    }

    private static HeldOut.Score score(String group, Capability asked) {
        return new HeldOut.Score(Sample.of(prompt(group, group, asked)), new double[Capability.values().length]);
    }

    /** Weight of all who ask for refusal probing, in groups. */
    private static double askingGroups(List<HeldOut.Score> scores) {
        int label = Capability.REFUSAL_PROBING.ordinal();
        double[] weights = HeldOut.evenWeights(scores, label);
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += scores.get(i).sample().asks(label) ? weights[i] : 0;
        }
        return sum / 20;
    }

    @Test
    void evenWeights_manyOwnGroupsAsk_weighAsFour() {
        List<HeldOut.Score> scores = new ArrayList<>(List.of(score("talk", Capability.ORDINARY)));
        for (int i = 1; i <= 9; i++) {
            scores.add(score("own-probe-" + i, Capability.REFUSAL_PROBING));
            assertThat(askingGroups(scores)).isCloseTo(Math.min(i, 4), within(1e-9));
        }
        scores.add(score("collected", Capability.REFUSAL_PROBING));
        assertThat(askingGroups(scores)).isCloseTo(10, within(1e-9));
    }
}
