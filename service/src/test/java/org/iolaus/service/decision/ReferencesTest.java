package org.iolaus.service.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferencesTest {
    private final References references = new References("a secret of the tests".getBytes(UTF_8));

    @Test
    void of_sameDecision_isTheSame() {
        assertThat(of("acct-1", 1)).isEqualTo(of("acct-1", 1)).matches("(\\w{4}-){3}\\w");
    }

    @Test
    void of_otherDecisionOrSecret_differs() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            seen.add(of("acct-" + i, 1));
            seen.add(of("acct-1", 1000 + i));
        }

        assertThat(seen).hasSize(2000);
        assertThat(new References("another secret of tests".getBytes(UTF_8))
                        .of(new Subject("acct-1", null), 1, "restrict"))
                .isNotEqualTo(of("acct-1", 1));
    }

    @Test
    void isPlausible_oneWrongSymbolOrTwoSwapped_isNot() {
        String reference = of("acct-1", 1);
        char[] symbols = reference.toCharArray();
        for (int i = 0; i < symbols.length; i++) {
            char kept = symbols[i];
            if (kept != '-') {
                symbols[i] = kept == '7' ? '8' : '7';
                assertThat(References.isPlausible(new String(symbols))).isFalse();
                symbols[i] = kept;
            }
        }
        for (int i = 0; i + 2 < symbols.length; i++) {
            if (symbols[i] != '-' && symbols[i + 1] != '-' && symbols[i] != symbols[i + 1]) {
                char[] swapped = symbols.clone();
                swapped[i] = symbols[i + 1];
                swapped[i + 1] = symbols[i];
                assertThat(References.isPlausible(new String(swapped))).isFalse();
            }
        }
        assertThat(References.isPlausible(reference)).isTrue();
    }

    @Test
    void canonical_typedByHand_isAsWritten() {
        String reference = of("acct-1", 1);

        assertThat(References.canonical(
                        reference.toLowerCase(java.util.Locale.ROOT).replace('-', ' ')))
                .isEqualTo(reference);
        assertThat(References.isPlausible(" " + reference.replace("-", "") + " "))
                .isTrue();
    }

    @Test
    void secret_tooShort_isRefused() {
        assertThatThrownBy(() -> new References(new byte[15])).hasMessageContaining("15 bytes must have at least 16");
    }

    private String of(String accountId, int group) {
        return references.of(new Subject(accountId, null), group, "restrict");
    }
}
