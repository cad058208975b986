package org.iolaus.service.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.iolaus.detection.verdict.Verdict;
import org.iolaus.service.findings.JsonText;
import org.junit.jupiter.api.Test;

class AnswerTextTest {
    @Test
    void of_anyAnswer_isTheJsonOfItsFields() {
        Scene scene = new Scene("""
                rules:
                  - name: slow
                    verdict: restrict
                    action: throttle
                    budget: {requests: 1, per: 1m}
                    mode: enforce
                """);
        String awkward = "acct \"\\\n\u0001é";
        scene.rule(awkward, Verdict.RESTRICT);
        for (int i = 0; i < 2; i++) {
            assertSame(scene.look(awkward));
            assertSame(scene.decisions.look(new Query("acct-new", "eu-1", null, null)));
        }
    }

    private static void assertSame(Answer answer) {
        tools.jackson.databind.json.JsonMapper mapper = new tools.jackson.databind.json.JsonMapper();
        assertThat(mapper.readTree(AnswerText.of(answer)))
                .isEqualTo(mapper.readTree(JsonText.line(answer.fields().asMap())));
    }
}
