package org.iolaus.simulator.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrammarsTest {
    private static final int RUN = 6;

    @ParameterizedTest
    @EnumSource(Language.class)
    void of_everyRule_dividesItsWordings(Language language) {
        GrammarParser rules = Library.rules(language);
        Map<String, List<String>> train = rules.alternatives(Grammars.TRAIN);
        Map<String, List<String>> test = rules.alternatives(Grammars.TEST);
        rules.alternatives(Grammars.ALL).forEach((rule, all) -> {
            Set<String> common = new HashSet<>(train.getOrDefault(rule, List.of()));
            common.retainAll(test.getOrDefault(rule, List.of()));
            Set<String> either = new HashSet<>(train.getOrDefault(rule, List.of()));
            either.addAll(test.getOrDefault(rule, List.of()));
            assertThat(either).as(rule).containsAll(all);
            if (!rules.isVocabulary(rule)) {
                assertThat(common).as(rule).noneMatch(Grammars::isWording);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void texts_ofBothHalves_shareNoFrame(Language language) {
        Grammar train = new Library(1, Grammars.TRAIN).grammar(language);
        Grammar test = new Library(1, Grammars.TEST).grammar(language);
        Set<String> trained = new HashSet<>();
        Set<String> tested = new HashSet<>();
        for (String rule : Library.rules(language).alternatives(Grammars.ALL).keySet()) {
            if (rule.startsWith("frame.") && rule.endsWith(".user")) {
                trained.addAll(runs(train, rule));
                tested.addAll(runs(test, rule));
            }
        }
        assertThat(trained).hasSizeGreaterThan(1000).doesNotContainAnyElementsOf(tested);
    }

    /** Runs of six words in a rule's frames, with slots left out. */
    private static Set<String> runs(Grammar grammar, String rule) {
        SplittableRandom random = new SplittableRandom(3);
        Set<String> runs = new HashSet<>();
        for (int i = 0; i < 300; i++) {
            String frame = grammar.expand(rule, random).replaceAll("<[^<>]*>", " ");
            String[] words = frame.strip().split("\\s+", -1);
            for (int from = 0; from + RUN <= words.length; from++) {
                runs.add(String.join(" ", List.of(words).subList(from, from + RUN)));
            }
            runs.add(frame.strip());
        }
        runs.remove("");
        return runs;
    }

    @Test
    void isWording_wordsAndStructure_belongToBothHalves() {
        assertThat(List.of("kettle", "<reply-line*5..14>", "<my-opener> <chat-ask>"))
                .noneMatch(Grammars::isWording);
        assertThat(List.of("Solve <<problem>>", "{Was|Wer} ist <person>?", "用<zh-food>能做什么"))
                .allMatch(Grammars::isWording);
    }

    @Test
    void named_unknown_listsTheNames() {
        assertThat(Grammars.named("train")).isEqualTo(Grammars.TRAIN);
        assertThatThrownBy(() -> Grammars.named("half")).hasMessage("grammars half must be train, test or all");
    }
}
