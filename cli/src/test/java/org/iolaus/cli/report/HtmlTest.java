package org.iolaus.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void of_hostileText_isEscaped() {
        Html html = Html.of("<td title=\"{}\">{}</td>", "\" onload='x'", "<script>&</script>");

        assertThat(html.markup())
                .isEqualTo("<td title=\"&quot; onload=&#39;x&#39;\">&lt;script&gt;&amp;&lt;/script&gt;</td>");
    }

    @Test
    void of_markup_isKept() {
        assertThat(Html.of("<p>{}</p>", Html.of("<b>{}</b>", 1)).markup()).isEqualTo("<p><b>1</b></p>");
    }

    @Test
    void of_placeholderInValue_isNotFilled() {
        assertThat(Html.of("{} {}", "{}", 2).markup()).isEqualTo("{} 2");
    }

    @Test
    void of_invisibleCharacters_areShown() {
        assertThat(Html.of("{}", "a\u202Eb\u0000c\u001B[31m").markup()).isEqualTo("a\uFFFDb\uFFFDc\uFFFD[31m");
    }

    @Test
    void of_wrongNumberOfValues_throws() {
        assertThatThrownBy(() -> Html.of("{} {}", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Html.of("{}", 1, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
