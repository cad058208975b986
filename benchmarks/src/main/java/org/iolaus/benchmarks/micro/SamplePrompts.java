package org.iolaus.benchmarks.micro;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.iolaus.detection.fingerprint.capability.LabelledPrompt;
import org.iolaus.detection.fingerprint.capability.PromptGrammar;

/** English prompts of one length, strung together from the bundled grammars. */
final class SamplePrompts {
    private SamplePrompts() {}

    static List<String> of(int characters, int count) {
        List<String> parts = PromptGrammar.bundled()
                .generate(20, 11, Map.of("en", List.of("How do plants turn light into sugar, and why are they green?")))
                .stream()
                .filter(prompt -> prompt.language().equals("en"))
                .map(LabelledPrompt::prompt)
                .toList();
        SplittableRandom random = new SplittableRandom(12);
        List<String> prompts = new ArrayList<>();
        while (prompts.size() < count) {
            StringBuilder prompt = new StringBuilder();
            while (prompt.length() < characters) {
                prompt.append(parts.get(random.nextInt(parts.size()))).append('\n');
            }
            prompts.add(prompt.substring(0, characters));
        }
        return prompts;
    }
}
