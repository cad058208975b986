package org.iolaus.watermark.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordTokenizerTest {
    @Test
    void words_english_areRunsOfLettersAndDigits() {
        assertThat(WordTokenizer.words("Don't panic: 42 well-known facts, i.e. C3PO's!"))
                .containsExactly("dont", "panic", "42", "well", "known", "facts", "i", "e", "c3pos");
    }

    @Test
    void words_apostropheAtAnEdge_partsWords() {
        assertThat(WordTokenizer.words("'rock' 'n' roll''s dogs' ears"))
                .containsExactly("rock", "n", "roll", "s", "dogs", "ears");
    }

    @Test
    void words_chineseAndJapanese_areSingleLetters() {
        assertThat(WordTokenizer.words("你好，world世界2が")).containsExactly("你", "好", "world", "世", "界", "2", "が");
    }

    @Test
    void words_korean_areThoseBetweenSpaces() {
        assertThat(WordTokenizer.words("나는 학교에 간다.")).containsExactly("나는", "학교에", "간다");
    }

    @Test
    void words_arabic_ignoreTatweel() {
        assertThat(WordTokenizer.words("السلام علــيكم")).isEqualTo(WordTokenizer.words("السلام عليكم"));
        assertThat(WordTokenizer.words("السلام، عليكم؟")).containsExactly("السلام", "عليكم");
    }

    @Test
    void words_thaiLettersWithMarks_stayTogether() {
        assertThat(WordTokenizer.words("ที่นี่")).containsExactly("ที่", "นี่");
    }

    @Test
    void words_whatCannotBeSeen_changesNothing() {
        assertThat(WordTokenizer.words("pa\u200bss\u00adword \uff26ull cafe\u0301"))
                .isEqualTo(WordTokenizer.words("password full caf\u00e9"));
    }

    @Test
    void words_ofTheirOwnWords_areTheSame() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(20); length > 0; length--) {
                text.appendCodePoint(random.nextInt(random.nextBoolean() ? 0x500 : Character.MAX_CODE_POINT));
            }
            List<String> words = WordTokenizer.words(text.toString());

            assertThat(WordTokenizer.words(String.join(" ", words))).isEqualTo(words);
        }
    }

    @Test
    void words_noLetters_areNone() {
        assertThat(WordTokenizer.words(" \u0301—!? \ud83d\ude00")).isEmpty();
    }

    /** Expected values: the first eight hexadecimal digits of {@code printf WORD | sha256sum}; the highest bit is dropped. */
    @Test
    void ids_words_areStartsOfTheirDigests() {
        assertThat(WordTokenizer.ids("The the, 世")).containsExactly(0x39776d7d, 0x39776d7d, 0x64bbbefa);
    }
}
