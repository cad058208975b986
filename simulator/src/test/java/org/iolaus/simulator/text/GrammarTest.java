package org.iolaus.simulator.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrammarTest {
    private static Grammar grammar(String file) {
        GrammarParser parser = new GrammarParser();
        parser.read(file);
        return parser.parse();
    }

    private static String once(String file) {
        return grammar(file).expand("start", new SplittableRandom(1));
    }

    @Test
    void expand_reference_isReplaced() {
        assertThat(once("start = a <^word> b\nword = cat")).isEqualTo("a Cat b");
    }

    @Test
    void expand_memo_repeatsTheSameText() {
        Grammar grammar = grammar("start = <n:x> <n:x>\nn = <1..999999>");
        String[] parts = grammar.expand("start", new SplittableRandom(2)).split(" ", -1);
        assertThat(parts[0]).isEqualTo(parts[1]);
    }

    @Test
    void expand_binding_prefersTheSpeaker() {
        Text out = new Text();
        grammar("start = in <my-city>\ncity = Rome")
                .expand("start", new Speech(new SplittableRandom(1), Map.of("my-city", "Graz")), out);
        assertThat(out).hasToString("in Graz");
    }

    @Test
    void expand_unboundBinding_fallsBackToTheRule() {
        assertThat(once("start = in <my-city>\ncity = Rome")).isEqualTo("in Rome");
    }

    @Test
    void expand_choiceAndRepeat_giveOneOfThem() {
        assertThat(once("start = {x|y}<w*2..2,->\nw = z")).matches("[xy]z-z");
    }

    @Test
    void expand_plainBraces_stayText() {
        assertThat(once("start = {\"a\": {}} x < y")).isEqualTo("{\"a\": {}} x < y");
    }

    @Test
    void template_slots_areFilledAnew() {
        Grammar grammar = grammar("start = {Solve|Do} <<n>>\nn = <1..1000000>");
        Template template = grammar.template(grammar.expand("start", new SplittableRandom(3)));
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            Text out = new Text();
            template.fill(new Speech(new SplittableRandom(i), Map.of()), out);
            texts.add(out.toString());
        }
        assertThat(texts).hasSize(20);
        assertThat(texts.stream().map(text -> text.split(" ", -1)[0]))
                .containsOnly(texts.iterator().next().split(" ", -1)[0]);
    }

    @Test
    void parse_unknownReference_namesRuleAndReference() {
        assertThatThrownBy(() -> grammar("start = <nothing>"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("start")
                .hasMessageContaining("<nothing>");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void library_everyLanguage_talksWithoutOpenSlots(Language language) {
        Grammar grammar = new Library(11, Grammars.ALL).grammar(language);
        SplittableRandom random = new SplittableRandom(12);
        for (String rule : new String[] {"chat", "followup", "reply", "dev", "agent", "office", "system.app"}) {
            for (int i = 0; i < 200; i++) {
                assertThat(grammar.expand(rule, random))
                        .isNotBlank()
                        .doesNotContain("<<")
                        .doesNotContain("<my-");
            }
        }
    }

    @Test
    void library_otherSeeds_keepOtherWords() {
        Grammar first = new Library(1, Grammars.ALL).grammar(Language.ENGLISH);
        Grammar second = new Library(2, Grammars.ALL).grammar(Language.ENGLISH);
        assertThat(words(first)).isNotEqualTo(words(second));
    }

    private static Set<String> words(Grammar grammar) {
        SplittableRandom random = new SplittableRandom(5);
        Set<String> words = new HashSet<>();
        for (int i = 0; i < 4000; i++) {
            words.add(grammar.expand("thing", random));
        }
        return words;
    }
}
