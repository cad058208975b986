package org.iolaus.detection.fingerprint.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static Tokens tokens(String text) {
        Tokens tokens = new Tokens();
        byte[] bytes = text.getBytes(UTF_8);
        tokens.read(bytes, 0, bytes.length);
        return tokens;
    }

    private static long[] exact(String text) {
        Tokens tokens = tokens(text);
        long[] hashes = new long[tokens.size()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = tokens.exact(i);
        }
        return hashes;
    }

    private static long[] folded(String text) {
        Tokens tokens = tokens(text);
        long[] hashes = new long[tokens.size()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = tokens.folded(i);
        }
        return hashes;
    }

    @Test
    void read_english_wordsFoldedAndPunctuationDropped() {
        assertThat(exact("The  quick—brown FOX!")).isEqualTo(exact("the quick brown fox"));
        assertThat(exact("The quick brown fox")).hasSize(4);
    }

    @Test
    void read_accents_foldedAlikeInBothForms() {
        assertThat(exact("CAF\u00c9 na\u00efve")).isEqualTo(exact("cafe nai\u0308ve"));
    }

    @Test
    void read_chinese_eachIdeographIsAToken() {
        assertThat(exact("你好，世界")).hasSize(4);
        assertThat(exact("你好，世界")).isEqualTo(exact("你好 世界。"));
    }

    @Test
    void read_japanese_kanaAndIdeographsAreTokens() {
        assertThat(exact("東京へ行く")).hasSize(5);
        assertThat(exact("ﾃｽﾄ")).isEqualTo(exact("テスト"));
    }

    @Test
    void read_korean_wordsAreTokens() {
        assertThat(exact("안녕하세요 세계")).hasSize(2);
    }

    @Test
    void read_arabic_vowelsAndTatweelDropped() {
        assertThat(exact("مُحَمَّد")).isEqualTo(exact("محمد"));
        assertThat(exact("كتـــاب جديد")).isEqualTo(exact("كتاب جديد")).hasSize(2);
    }

    @Test
    void read_thai_eachCharacterIsAToken() {
        assertThat(exact("สวัสดี")).hasSize(6);
    }

    @Test
    void read_hindi_vowelSignsStayInTheWord() {
        assertThat(exact("हिन्दी भाषा")).hasSize(2);
        assertThat(exact("हिन्दी")).isNotEqualTo(exact("हन्दी"));
    }

    @Test
    void read_fullWidthAndForeignDigits_foldedToAscii() {
        assertThat(exact("ＡＢＣ１２３")).isEqualTo(exact("abc123"));
        assertThat(exact("١٢٣")).isEqualTo(exact("123"));
    }

    @Test
    void read_numbers_oneClassWhenFolded() {
        assertThat(folded("item 12 costs 3.50")).isEqualTo(folded("item 999 costs 1,000"));
        assertThat(exact("item 12")).isNotEqualTo(exact("item 13"));
        assertThat(folded("user17x")).isEqualTo(folded("user4x")).isNotEqualTo(folded("userx"));
    }

    @Test
    void read_longWords_everyCharacterMatters() {
        assertThat(exact("internationalisation")).isNotEqualTo(exact("internationalisatiom"));
        assertThat(exact("abcdefgh")).isNotEqualTo(exact("abcdefghabcdefgh"));
    }

    @Test
    void read_punctuation_runsAreMarks() {
        assertThat(tokens("{\"a\": 1}").markCount()).isEqualTo(3);
    }

    @Test
    void read_randomBytes_neverFails() {
        SplittableRandom random = new SplittableRandom(1);
        Tokens tokens = new Tokens();
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            tokens.clear();
            tokens.read(bytes, 0, bytes.length);
            assertThat(tokens.size()).isLessThanOrEqualTo(bytes.length);
        }
    }

    @Test
    void read_anywhereInItsArray_sameTokens() {
        SplittableRandom random = new SplittableRandom(2);
        String[] parts = {
            "a", "Word", "4", "57", "3.14", "1,000", ".", ", ", " ", "-", "é", "東", "٣", "longerword", "x9"
        };
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            byte[] alone = text.toString().getBytes(UTF_8);
            byte[] amid = ("ab" + text + "4567890123").getBytes(UTF_8);
            Tokens expected = new Tokens();
            expected.read(alone, 0, alone.length);
            Tokens read = new Tokens();
            read.read(amid, 2, 2 + alone.length);
            assertThat(all(read)).as(text.toString()).isEqualTo(all(expected));
        }
    }

    private static long[] all(Tokens tokens) {
        LongArrayList all = new LongArrayList();
        for (int i = 0; i < tokens.size(); i++) {
            all.add(tokens.exact(i));
            all.add(tokens.folded(i));
            all.add(tokens.weight(i));
        }
        for (int i = 0; i < tokens.markCount(); i++) {
            all.add(tokens.mark(i));
        }
        return all.toLongArray();
    }
}
