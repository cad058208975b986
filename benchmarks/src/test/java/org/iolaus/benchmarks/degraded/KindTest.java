package org.iolaus.benchmarks.degraded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class KindTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int MANY = 3_000;

    private static ObjectNode record(String json) {
        return (ObjectNode) MAPPER.readTree(json.replace('\'', '"'));
    }

    private static ObjectNode exchange(String account, String id) {
        return record("""
                {'id': '%s', 'time': '2026-03-02T10:00:59.123456Z', 'account_id': '%s', 'organization_id': 'org-1',
                 'network': {'ip': '203.0.113.9', 'asn': 64500, 'country': 'SG', 'ja4': 'own', 'user_agent': 'own'},
                 'request': {'system': 'Grade essay 12 of 340.', 'messages': [
                   {'role': 'user', 'content': 'Item 7'},
                   {'role': 'user', 'content': [{'type': 'text', 'text': 'Item 8'}, {'type': 'image'}]}]}}
                """.formatted(id, account));
    }

    private static ObjectNode account(String id) {
        return record("""
                {'account_id': '%s', 'created': '2026-02-25T17:31:02Z', 'organization_id': 'org-1',
                 'email_domain': 'example.org', 'email_fingerprint': 'e:%1$s', 'payment_fingerprint': 'p:%1$s',
                 'signup_ip': '2a02:908:1234:5678::9'}
                """.formatted(id));
    }

    private static ObjectNode changed(Kind kind) {
        ObjectNode changed = exchange("a", "x1");
        kind.exchange(changed);
        return changed;
    }

    private static ObjectNode changedAccount(Kind kind) {
        ObjectNode changed = account("a");
        kind.account(changed);
        return changed;
    }

    private static Stream<ObjectNode> exchanges(Kind kind) {
        return IntStream.range(0, MANY)
                .mapToObj(i -> exchange("a" + i, "x" + i))
                .peek(kind::exchange);
    }

    private static Stream<ObjectNode> accounts(Kind kind) {
        return IntStream.range(0, MANY).mapToObj(i -> account("a" + i)).peek(kind::account);
    }

    private static double share(Stream<ObjectNode> all, Predicate<ObjectNode> which) {
        return all.filter(which).count() / (double) MANY;
    }

    private static String ip(ObjectNode exchange) {
        return exchange.path("network").path("ip").asString();
    }

    @ParameterizedTest
    @EnumSource
    void of_itsLabel_isTheKind(Kind kind) {
        assertThat(Kind.of(kind.label())).isSameAs(kind);
    }

    @Test
    void of_unknownLabel_namesAllKinds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Kind.of("no-nothing"))
                .withMessageContaining("no-nothing must be one of as-is, no-network");
    }

    @ParameterizedTest
    @EnumSource
    void change_equalRecords_areChangedAlike(Kind kind) {
        assertThat(changed(kind)).isEqualTo(changed(kind));
        assertThat(changedAccount(kind)).isEqualTo(changedAccount(kind));
    }

    @Test
    void change_asIs_changesNothing() {
        assertThat(changed(Kind.AS_IS)).isEqualTo(exchange("a", "x1"));
        assertThat(changedAccount(Kind.AS_IS)).isEqualTo(account("a"));
    }

    @ParameterizedTest
    @EnumSource
    void change_recordWithRequiredFieldsAlone_isPossible(Kind kind) {
        kind.exchange(record("{'id': 'x', 'time': '2026-03-02T10:00:00Z', 'account_id': 'a', 'request': {}}"));
        kind.account(record("{'account_id': 'a', 'created': '2026-02-25T17:31:02Z'}"));
    }

    @ParameterizedTest
    @CsvSource({
        "NO_PAYMENT, payment_fingerprint",
        "NO_SIGNUP, signup_ip",
        "NO_EMAIL, email_domain",
        "NO_EMAIL, email_fingerprint",
        "NO_ORGANIZATION, organization_id"
    })
    void account_kindWithoutAField_hasNone(Kind kind, String field) {
        assertThat(changedAccount(kind).has(field)).isFalse();
    }

    @Test
    void exchange_kindWithoutAField_hasNone() {
        assertThat(changed(Kind.NO_NETWORK).has("network")).isFalse();
        assertThat(changed(Kind.NO_ORGANIZATION).has("organization_id")).isFalse();
        assertThat(changed(Kind.NO_SYSTEM).path("request").has("system")).isFalse();
    }

    @Test
    void exchange_oneAddress_hidesPlacesAndKeepsClients() {
        assertThat(exchanges(Kind.ONE_ADDRESS).map(KindTest::ip).distinct()).hasSize(1);
        assertThat(changed(Kind.ONE_ADDRESS).path("network").propertyNames())
                .containsExactlyInAnyOrder("ip", "ja4", "user_agent");
    }

    @Test
    void exchange_fewAddresses_areEightForAThirdOfAccounts() {
        Predicate<ObjectNode> internal = each -> ip(each).startsWith("10.");
        assertThat(share(exchanges(Kind.FEW_ADDRESSES), internal)).isCloseTo(1 / 3.0, within(0.03));
        assertThat(exchanges(Kind.FEW_ADDRESSES)
                        .filter(internal)
                        .map(KindTest::ip)
                        .distinct())
                .hasSize(8);
    }

    @Test
    void change_anonymised_cutsAddresses() {
        assertThat(ip(changed(Kind.ANONYMISED))).isEqualTo("203.0.113.0");
        assertThat(changedAccount(Kind.ANONYMISED).path("signup_ip").asString()).isEqualTo("2a02:908:1234:0:0:0:0:0");
    }

    @Test
    void exchange_privateV6_isANewAddressInAPrefixOfTheAccounts() {
        assertThat(share(exchanges(Kind.PRIVATE_V6), each -> ip(each).contains(":")))
                .isCloseTo(0.4, within(0.03));
        String[] addresses = IntStream.range(0, MANY)
                .mapToObj(i -> exchange("a" + i % 10, "x" + i))
                .peek(Kind.PRIVATE_V6::exchange)
                .map(KindTest::ip)
                .filter(ip -> ip.contains(":"))
                .toArray(String[]::new);
        assertThat(addresses).hasSizeGreaterThan(MANY / 10).doesNotHaveDuplicates();
        assertThat(Stream.of(addresses)
                        .map(ip -> String.join(
                                ":", Stream.of(ip.split(":")).limit(4).toList()))
                        .distinct())
                .hasSize(addresses.length / (MANY / 10));
    }

    @Test
    void exchange_oneClient_isEverybodys() {
        assertThat(exchanges(Kind.ONE_CLIENT)
                        .map(each -> each.path("network").path("ja4") + " "
                                + each.path("network").path("user_agent"))
                        .distinct())
                .hasSize(1);
        assertThat(ip(changed(Kind.ONE_CLIENT))).isEqualTo("203.0.113.9");
    }

    @Test
    void account_defaults_areGivenToTheirShareOfAccounts() {
        assertThat(share(
                        accounts(Kind.DEFAULT_PAYMENT),
                        each -> each.path("payment_fingerprint").asString().equals("p:none")))
                .isCloseTo(0.4, within(0.03));
        assertThat(share(
                        accounts(Kind.DEFAULT_EMAIL),
                        each -> each.path("email_fingerprint").asString().equals("e:none")))
                .isCloseTo(0.3, within(0.03));
    }

    @Test
    void account_coarsePayment_has300Values() {
        assertThat(accounts(Kind.COARSE_PAYMENT)
                        .map(each -> each.path("payment_fingerprint").asString())
                        .distinct())
                .hasSizeBetween(295, 300);
    }

    @Test
    void account_oneSignupNetwork_hasFourAddresses() {
        assertThat(accounts(Kind.ONE_SIGNUP_NETWORK)
                        .map(each -> each.path("signup_ip").asString())
                        .distinct())
                .hasSize(4)
                .allMatch(ip -> ip.startsWith("192.0.2."));
    }

    @Test
    void account_dates_areRoundedDownToTheDay() {
        assertThat(changedAccount(Kind.DATES).path("created").asString()).isEqualTo("2026-02-25T00:00:00Z");
    }

    @Test
    void account_imported_quarterBeginsInOneNight() {
        Predicate<ObjectNode> imported = each -> each.path("created").asString().startsWith("2026-02-20T03:0");
        assertThat(share(accounts(Kind.IMPORTED), imported)).isCloseTo(0.25, within(0.03));
        assertThat(accounts(Kind.IMPORTED).filter(imported))
                .allMatch(each -> !each.has("payment_fingerprint")
                        && !each.has("signup_ip")
                        && each.path("created").asString().compareTo("2026-02-20T03:07:00Z") < 0);
    }

    @Test
    void exchange_masked_hidesNumbersInAllPrompts() {
        assertThat(changed(Kind.MASKED).path("request")).isEqualTo(record("""
                        {'system': 'Grade essay [NUM] of [NUM].', 'messages': [
                          {'role': 'user', 'content': 'Item [NUM]'},
                          {'role': 'user', 'content': [{'type': 'text', 'text': 'Item [NUM]'}, {'type': 'image'}]}]}
                        """));
    }

    @Test
    void exchange_truncated_keeps200CharactersAndNoHalfOfOne() {
        ObjectNode changed = exchange("a", "x1");
        changed.withObjectProperty("request").put("system", "🦙".repeat(300));
        Kind.TRUNCATED.exchange(changed);
        assertThat(changed.path("request").path("system").asString()).isEqualTo("🦙".repeat(200));
        assertThat(changed.path("request").path("messages"))
                .isEqualTo(exchange("a", "x1").path("request").path("messages"));
    }

    @Test
    void exchange_preamble_standsBeforeSystemPrompts() {
        String system = changed(Kind.PREAMBLE).path("request").path("system").asString();
        assertThat(system).endsWith("\n\nGrade essay 12 of 340.");
        ObjectNode without = exchange("a", "x1");
        without.withObjectProperty("request").remove("system");
        Kind.PREAMBLE.exchange(without);
        assertThat(system).startsWith(without.path("request").path("system").asString());
    }

    @Test
    void exchange_minutes_areRoundedDown() {
        assertThat(changed(Kind.MINUTES).path("time").asString()).isEqualTo("2026-03-02T10:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"SAMPLED_3, 3", "SAMPLED_10, 10"})
    void exchange_sampled_keepsOneInSoMany(Kind kind, int oneIn) {
        assertThat(IntStream.range(0, MANY)
                                .filter(i -> kind.exchange(exchange("a", "x" + i)))
                                .count()
                        / (double) MANY)
                .isCloseTo(1.0 / oneIn, within(0.03));
    }
}
