package org.iolaus.service.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.iolaus.detection.exchange.Account;
import org.iolaus.detection.exchange.Account.Verification;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.service.policy.RegionRules.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyReaderTest {
    private static final String HEAD = "version: 1\nappeal: Quote {reference}.\n";

    @Test
    void read_example_holdsEveryKey() throws IOException {
        Policy policy = PolicyReader.read(Path.of("..", "docs", "examples", "policy.yaml"));

        PolicyTerms terms = policy.terms();
        assertThat(terms.mode()).isEqualTo(Mode.SHADOW);
        assertThat(terms.appeal()).contains("{reference}");
        assertThat(terms.lapse()).isEqualTo(Duration.ofHours(24));
        assertThat(terms.sanctionedUse()).containsExactlyInAnyOrder("distillation", "evaluation");
        assertThat(terms.programmes())
                .containsOnlyKeys(Account.Type.EDUCATION, Account.Type.RESEARCH, Account.Type.STARTUP);
        assertThat(terms.programmes().get(Account.Type.STARTUP)).isEqualTo(new Programme(Duration.ofDays(180)));
        assertThat(terms.signups()).isEqualTo(SignupRules.DEFAULT);
        RegionRules regions = policy.regions().rules();
        assertThat(regions.unsupported()).containsExactly("AQ");
        assertThat(regions.consider()).containsExactlyInAnyOrder(Source.values());
        assertThat(regions.action()).isEqualTo(Action.RESTRICT);
        assertThat(policy.rules())
                .extracting(Rule::name)
                .contains("blocked-by-reviewers", "confirmed-campaign", "programmes-prove-it");
        assertThat(policy.rules().getFirst().conditions().verdicts()).containsExactly(Verdict.BLOCK);
        assertThat(policy.rules().get(2).budget()).isEqualTo(new Budget(600, Duration.ofMinutes(1)));
        assertThat(policy.rules().get(4).conditions().verifications())
                .containsExactlyInAnyOrder(Verification.NONE, Verification.EMAIL, Verification.PAYMENT);
        assertThat(policy.pathways()).isEqualTo(Set.of("app"));
    }

    @Test
    void parse_nothingButTheNeedful_isInShadowWithoutRules() throws IOException {
        Policy policy = parse(HEAD);

        assertThat(policy.terms().mode()).isEqualTo(Mode.SHADOW);
        assertThat(policy.terms().lapse()).isEqualTo(Duration.ofHours(24));
        assertThat(policy.terms().signups()).isEqualTo(SignupRules.DEFAULT);
        assertThat(policy.regions().rules().supported()).isEmpty();
        assertThat(policy.rules()).isEmpty();
    }

    @Test
    void parse_ruleWithoutModeAndDuration_isInShadowForTheDefault() throws IOException {
        Rule rule = parse(HEAD + "duration: 3d\nrules: [{name: a, action: restrict}]\n")
                .rules()
                .getFirst();

        assertThat(rule.mode()).isEqualTo(Mode.SHADOW);
        assertThat(rule.duration()).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void parse_countryThatYamlTakesForNo_isACountry() throws IOException {
        assertThat(parse(HEAD + "regions: {supported: [NO, SE]}\n")
                        .regions()
                        .rules()
                        .supported())
                .containsExactlyInAnyOrder("NO", "SE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mod: shadow                                                | line 3: key mod with value "shadow" must be one of
            rules: [{name: a, action: allow, verdicts: verify}]        | key rules[0].verdicts with value "verify" must be one of
            rules: [{name: a, action: ban}]                            | rules[0].action ban must be one of allow, throttle
            rules: [{name: a, action: block}]                          | rule a with action block must have confirmed: true
            rules: [{name: a, action: block, confirmed: true, verdict: [restrict, block]}] | rule a with action block must have verdict: block
            rules: [{name: a, action: throttle}]                       | rule a with action throttle must have a budget
            rules: [{name: a, action: allow, duration: soon}]          | rules[0].duration "soon" must be a duration
            rules: [{name: a, action: allow}, {name: a, action: allow}] | rules[1].name "a" must be that of one rule only
            lapse: 25h                                                 | lapse PT25H must be above 0 and at most 24h
            regions: {supported: [XX]}                                 | supported XX must be a country
            regions: {supported: [SE], unsupported: [NO]}              | must have supported or unsupported, and not both
            allow: [{account: a, until: 2027-01-01T00:00:00Z}]         | key allow[0].reason is missing
            allow: [{account: a, reason: b}]                           | key allow[0].until is missing
            allow: [{reason: b, until: 2027-01-01T00:00:00Z}]          | must name an account or an organization
            mode: off                                                  | mode off must be one of shadow, enforce
            programmes: {student: {}}                                  | programmes.student student must be one of
            signups: {baseline: block}                                 | signups.baseline block must be one of none, email
            rules: 3                                                   | rules "3" must be a list
            duration: [                                                | must be YAML
            """)
    void parse_brokenRule_isRefusedWithNameValueAndRule(String yaml, String message) {
        assertThatThrownBy(() -> parse(HEAD + yaml))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining(message);
    }

    @Test
    void parse_tagThatNamesAClass_isRefused() {
        assertThatThrownBy(() -> parse(HEAD + "mode: !!java.io.File [/tmp/x]\n"))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("must be YAML: Global tag is not allowed");
    }

    private static Policy parse(String text) throws IOException {
        return PolicyReader.parse(text, Path.of("."));
    }
}
