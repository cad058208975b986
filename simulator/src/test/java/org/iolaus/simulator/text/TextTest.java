package org.iolaus.simulator.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class TextTest {
    private static String json(Text text) {
        return "\"" + new String(text.bytes(), 0, text.size(), UTF_8) + "\"";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plain", "a \"quote\" and \\", "line\nfeed\ttab", "\u0001\u001f", "añoß", "中文", "🙂 and 한국어"})
    void append_anyText_isReadBackByAJsonParser(String text) {
        Text out = new Text().append(text);

        assertThat(new JsonMapper().readValue(json(out), String.class)).isEqualTo(text);
        assertThat(out.toString()).isEqualTo(text);
        assertThat(out.length()).isEqualTo(text.length());
    }

    @Test
    void append_longTextAgain_isTheSameAgain() {
        String prompt = "You are \"a\" helper.\n".repeat(20);
        Text out = new Text();
        out.append(prompt).append(prompt).append('!').append(Fragment.of("é\n"));

        assertThat(out.toString()).isEqualTo(prompt + prompt + "!é\n");
        assertThat(out.length()).isEqualTo(2 * prompt.length() + 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 10, 12_345, Integer.MAX_VALUE, -7})
    void append_number_isItsDigits(int number) {
        assertThat(new Text().append(number)).hasToString(Integer.toString(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABC \"X\" \n Z", "ÁÑO Ünd", "İstanbul", "ȺB", "中文 ABC 한", "🙂Q"})
    void lowercase_anyText_isThatOfEachCharacter(String text) {
        StringBuilder expected = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            expected.setCharAt(i, Character.toLowerCase(text.charAt(i)));
        }
        Text out = new Text().append(text);
        out.lowercase();

        assertThat(out).hasToString(expected.toString());
    }

    @ParameterizedTest
    @CsvSource({"abc, xAbc", "ñu, xÑu", "ÿ, xŸ", "ı, xI", "中, x中", "🙂a, x🙂a", "Z, xZ"})
    void capital_afterOtherText_changesOneCharacter(String text, String expected) {
        Text out = new Text().append("x");
        int at = out.size();
        out.append(text).capital(at);

        assertThat(out).hasToString(expected);
    }
}
