package org.iolaus.cli.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdentifiersTest {
    private final Identifiers shortened = new Identifiers(false);

    @Test
    void show_longIdentifier_keepsPrefixHeadAndTail() {
        assertThat(shortened.show("acct-c27de02b399abc55")).isEqualTo("acct-c2…bc55");
        assertThat(shortened.show("p:fa6d1ffd5fc3e964")).isEqualTo("p:fa…e964");
        assertThat(shortened.show("203.0.113.9")).isEqualTo("20…13.9");
    }

    @Test
    void show_objectOfALayer_keepsTheLayer() {
        assertThat(shortened.show("system_shingle:a9a74aae5e024643")).isEqualTo("system_shingle:a9…4643");
        assertThat(shortened.show("email_pattern:a9a74aae5e024643")).isEqualTo("email_pattern:a9…4643");
        assertThat(shortened.show("ip:cc03241323ed3882")).isEqualTo("ip:cc…3882");
    }

    @Test
    void show_shortIdentifier_isWhole() {
        assertThat(shortened.show("acct-7f3a")).isEqualTo("acct-7f3a");
        assertThat(shortened.show("")).isEmpty();
    }

    @Test
    void show_full_isWholeAndVisible() {
        assertThat(new Identifiers(true).show("acct-c27de02b\u001B399abc55")).isEqualTo("acct-c27de02b\uFFFD399abc55");
    }

    @Test
    void within_sentence_shortensItsValues() {
        assertThat(shortened.within("Pays with p:fa6d1ffd5fc3e964.", List.of("p:fa6d1ffd5fc3e964")))
                .isEqualTo("Pays with p:fa…e964.");
    }

    @Test
    void matches_shortenedForm_findsTheWhole() {
        assertThat(Identifiers.matches("acct-c2…bc55", "acct-c27de02b399abc55")).isTrue();
        assertThat(Identifiers.matches("acct-c2…bc56", "acct-c27de02b399abc55")).isFalse();
    }
}
