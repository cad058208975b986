package org.iolaus.service.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iolaus.detection.verdict.Verdict;
import org.junit.jupiter.api.Test;

class BouncerStreamTest {
    private final Scene scene = new Scene(Scene.ENFORCED);
    private final BouncerStream stream = new BouncerStream(scene.decisions, scene);

    @Test
    void pull_startup_givesAllThatStands() {
        scene.rule("acct-1", Verdict.RESTRICT);
        scene.rule("acct-2", "eu/1", Verdict.VERIFY, "cmp-1");
        scene.rule("acct-3", Verdict.OBSERVE);

        Map<String, Object> answer = stream.pull("key", true, Set.of()).asMap();

        assertThat(list(answer, "new"))
                .extracting(each -> each.get("scope"), each -> each.get("value"), each -> each.get("type"))
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("Account", "acct-1", "restrict"),
                        org.assertj.core.groups.Tuple.tuple("EndUser", "acct-2/eu%2F1", "require_verification"));
        assertThat(list(answer, "new").getFirst())
                .containsEntry("simulated", false)
                .containsEntry("origin", "iolaus");
        assertThat(list(answer, "deleted")).isEmpty();
    }

    @Test
    void pull_later_givesWhatChangedSinceTheSameKeyAsked() {
        stream.pull("one", true, Set.of());
        stream.pull("two", true, Set.of());
        scene.rule("acct-1", Verdict.RESTRICT);

        Map<String, Object> first = stream.pull("one", false, Set.of()).asMap();
        assertThat(list(first, "new")).extracting(each -> each.get("duration")).containsExactly("86400s");
        assertThat(list(stream.pull("one", false, Set.of()).asMap(), "new")).isEmpty();
        assertThat(list(stream.pull("two", false, Set.of()).asMap(), "new")).hasSize(1);
    }

    @Test
    void pull_lapsed_deletesTheOldTypeAndAddsTheNew() {
        stream.pull("key", true, Set.of());
        scene.rule("acct-1", Verdict.RESTRICT);
        stream.pull("key", false, Set.of());
        scene.pass(Duration.ofDays(1));

        Map<String, Object> answer = stream.pull("key", false, Set.of()).asMap();

        assertThat(list(answer, "deleted")).extracting(each -> each.get("type")).containsExactly("restrict");
        assertThat(list(answer, "new")).extracting(each -> each.get("type")).containsExactly("require_verification");
    }

    @Test
    void pull_cameAndWentBetweenPulls_saysNothing() {
        stream.pull("key", true, Set.of());
        scene.rule("acct-1", Verdict.RESTRICT);
        scene.rule("acct-1", null, Verdict.ALLOW, null);

        Map<String, Object> answer = stream.pull("key", false, Set.of()).asMap();

        assertThat(list(answer, "new")).isEmpty();
        assertThat(list(answer, "deleted")).isEmpty();
    }

    @Test
    void pull_keyThatNeverAsked_givesAllThatStands() {
        scene.rule("acct-1", Verdict.RESTRICT);

        assertThat(list(stream.pull("new-key", false, Set.of()).asMap(), "new")).hasSize(1);
    }

    @Test
    void pull_scopes_givesOnlyThose() {
        scene.rule("acct-1", Verdict.RESTRICT);
        scene.rule("acct-2", "eu-1", Verdict.RESTRICT, "cmp-1");

        assertThat(list(
                        stream.pull("key", true, BouncerStream.scopes("Ip,EndUser"))
                                .asMap(),
                        "new"))
                .extracting(each -> each.get("value"))
                .containsExactly("acct-2/eu-1");
    }

    @Test
    void pull_shadow_isNeverInIt() {
        Scene shadow = new Scene("rules: [{name: a, verdict: restrict, action: restrict}]\n");
        shadow.rule("acct-1", Verdict.RESTRICT);
        BouncerStream other = new BouncerStream(shadow.decisions, shadow);

        assertThat(list(other.pull("key", true, Set.of()).asMap(), "new")).isEmpty();
        shadow.rule("acct-2", Verdict.RESTRICT);
        assertThat(list(other.pull("key", false, Set.of()).asMap(), "new")).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> answer, String name) {
        return (List<Map<String, Object>>) answer.getOrDefault(name, List.of());
    }
}
