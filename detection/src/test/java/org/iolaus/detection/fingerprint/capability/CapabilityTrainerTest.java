package org.iolaus.detection.fingerprint.capability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.iolaus.detection.fingerprint.Capability;
import org.iolaus.detection.fingerprint.CapabilityModel;
import org.iolaus.detection.fingerprint.CapabilityScorer;
import org.iolaus.detection.fingerprint.text.Tokens;
import org.junit.jupiter.api.Test;

class CapabilityTrainerTest {
    private static final TrainingConfig SMALL = new TrainingConfig(5, 4, 0.3, 1e-4, 0.2, -0.03, 60, 2, 4_000);
    private static final PromptGrammar GRAMMAR = PromptGrammar.parse("""
            [own-code coding]
            en: Write a function in Python. {text}
            en: Fix this code: def f(x): return {number}
            [own-talk ordinary]
            en: How are you today? {text}
            """);

    private static List<LabelledPrompt> prompts() {
        List<LabelledPrompt> prompts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            prompts.add(prompt("code-a", "Write a Python function for case " + i, Capability.CODING));
            prompts.add(prompt("code-b", "Please write code, a function in Java, number " + i, Capability.CODING));
            prompts.add(prompt("talk-a", "What shall we cook today for " + i + " people", Capability.ORDINARY));
            prompts.add(prompt("talk-b", "How are you today, friend " + i, Capability.ORDINARY));
        }
        return prompts;
    }

    private static LabelledPrompt prompt(String group, String text, Capability asked) {
        return new LabelledPrompt(group, group, "en", "", text, LabelledPrompt.Context.NONE, Set.of(asked), Set.of());
    }

    private static CapabilityModel train(List<LabelledPrompt> prompts) {
        return new CapabilityTrainer(SMALL, GRAMMAR, prompts).train();
    }

    private static byte[] scores(CapabilityModel model, String text) {
        CapabilityScorer scorer = new CapabilityScorer(model);
        Tokens tokens = new Tokens();
        byte[] bytes = text.getBytes(UTF_8);
        tokens.read(bytes, 0, bytes.length);
        return scorer.scores(new float[Capability.values().length], scorer.part(tokens), false, false, false);
    }

    private static int score(CapabilityModel model, String text, Capability capability) {
        return scores(model, text)[capability.ordinal()] & 0xff;
    }

    @Test
    void train_samePromptsInAnotherOrder_sameBytes() {
        List<LabelledPrompt> shuffled = prompts();
        Collections.shuffle(shuffled, new Random(9));
        assertThat(train(shuffled).write()).isEqualTo(train(prompts()).write());
    }

    @Test
    void train_tasksInAnotherOrder_sameBytes() {
        CapabilityTrainer trainer = new CapabilityTrainer(SMALL, GRAMMAR, prompts());
        CapabilityModel backwards =
                trainer.train(true, tasks -> tasks.reversed().forEach(Runnable::run));
        assertThat(backwards.write()).isEqualTo(trainer.train().write());
    }

    @Test
    void train_notNested_sameScores() {
        CapabilityTrainer trainer = new CapabilityTrainer(SMALL, GRAMMAR, prompts());
        CapabilityModel quick = trainer.train(false, tasks -> tasks.forEach(Runnable::run));
        CapabilityModel nested = trainer.train();
        assertThat(scores(quick, "write a function today")).isEqualTo(scores(nested, "write a function today"));
    }

    @Test
    void train_twoKinds_toldApart() {
        CapabilityModel model = train(prompts());
        String code = "write a function in Python";
        String talk = "how are you today";
        assertThat(score(model, code, Capability.CODING)).isGreaterThan(score(model, talk, Capability.CODING) + 50);
        assertThat(score(model, talk, Capability.ORDINARY)).isGreaterThan(score(model, code, Capability.ORDINARY) + 50);
    }

    @Test
    void read_whatWasWritten_scoresAlike() {
        CapabilityModel model = train(prompts());
        CapabilityModel copy = CapabilityModel.read(model.write());
        assertThat(scores(copy, "write code")).isEqualTo(scores(model, "write code"));
        assertThat(copy.provenance()).isEqualTo(model.provenance());
    }

    @Test
    void read_truncatedFile_saysSo() {
        assertThatThrownBy(() -> CapabilityModel.read(new byte[] {1, 2, 3}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 bytes");
    }

    @Test
    void bundled_plainCases_asExpected() {
        CapabilityModel model = CapabilityModel.bundled();
        assertThat(score(model, "Think step by step and show your full reasoning: 3x + 7 = 22", Capability.REASONING))
                .isGreaterThan(150);
        assertThat(score(model, "Write a Python function that reverses a linked list", Capability.CODING))
                .isGreaterThan(150);
        assertThat(score(model, "what a lovely day, shall we go for a walk?", Capability.ORDINARY))
                .isGreaterThan(150);
        assertThat(score(model, "请一步一步地思考，写出完整的推理过程", Capability.REASONING)).isGreaterThan(150);
        assertThat(model.write()).hasSizeLessThan(2 << 20);
    }
}
