package org.iolaus.detection.fingerprint.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.iolaus.detection.fingerprint.Capability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PromptGrammarTest {
    private static final Set<String> LANGUAGES = Set.of("en", "zh", "ja", "ko", "ar", "ru", "es", "fr", "de");
    private static final List<LabelledPrompt> BUNDLED =
            PromptGrammar.bundled().generate(40, 3, Map.of("en", List.of("the text of another prompt")));

    private static Set<String> found(Predicate<LabelledPrompt> counted, Capability asked) {
        return BUNDLED.stream()
                .filter(prompt -> prompt.asked().contains(asked))
                .filter(counted)
                .map(LabelledPrompt::language)
                .collect(Collectors.toSet());
    }

    @Test
    void bundled_everySlot_filled() {
        assertThat(BUNDLED.stream()
                        .map(prompt -> prompt.system() + prompt.prompt())
                        .filter(text ->
                                text.matches("(?s).*\\{(text|rows|topic|delicate|rule|field|persona|level)}.*")))
                .isEmpty();
    }

    @Test
    void bundled_everyFamily_nameOnce() {
        List<String> families =
                BUNDLED.stream().map(LabelledPrompt::group).distinct().toList();
        assertThat(PromptGrammar.bundled().names()).hasSameSizeAs(families);
        assertThat(BUNDLED.stream()
                        .collect(Collectors.groupingBy(LabelledPrompt::group))
                        .values())
                .allSatisfy(family -> assertThat(
                                family.stream().map(LabelledPrompt::asked).distinct())
                        .hasSize(1));
    }

    /** A language in which a kind alone is written would come to stand for it. */
    @ParameterizedTest
    @EnumSource(names = {"REFUSAL_PROBING", "INSTRUCTION_GENERATION"})
    void bundled_kindNobodyCollected_inEveryLanguageThatEverydayRequestsAreIn(Capability asked) {
        assertThat(found(prompt -> true, asked)).isEqualTo(LANGUAGES);
        assertThat(found(prompt -> true, Capability.ORDINARY)).containsAll(LANGUAGES);
    }

    @Test
    void generate_slotWithoutWords_namesIt() {
        PromptGrammar grammar = PromptGrammar.parse("[a ordinary]\nfr: tell me about {nothing}");
        assertThatThrownBy(() -> grammar.generate(1, 1, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("slot nothing must have words in fr");
    }
}
