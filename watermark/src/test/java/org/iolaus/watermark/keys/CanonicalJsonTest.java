package org.iolaus.watermark.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    @Test
    void line_members_areSortedWithoutSpace() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("b", List.of(1, 2L));
        value.put("a", Map.of());
        value.put("A", "x");

        assertThat(CanonicalJson.line(value)).isEqualTo("{\"A\":\"x\",\"a\":{},\"b\":[1,2]}");
    }

    /** The string of RFC 8785, section 3.2.2. */
    @Test
    void line_string_escapesWhatMustBeAndNothingElse() {
        assertThat(CanonicalJson.line("\u20ac$\u000f\nA'B\"\\\\\"/"))
                .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
    }

    @Test
    void line_numberThatNoDoubleHolds_isRefused() {
        assertThat(CanonicalJson.line((1L << 53) - 1)).isEqualTo("9007199254740991");
        assertThatThrownBy(() -> CanonicalJson.line(1L << 53)).hasMessageContaining("must be exact");
    }

    @Test
    void indented_object_isTheSameForPeople() {
        assertThat(CanonicalJson.indented(Map.of("a", List.of(1), "b", Map.of("c", "d"))))
                .isEqualTo("{\n  \"a\": [\n    1\n  ],\n  \"b\": {\n    \"c\": \"d\"\n  }\n}\n");
    }
}
