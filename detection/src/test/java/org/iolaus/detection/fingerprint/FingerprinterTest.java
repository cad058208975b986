package org.iolaus.detection.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.detection.exchange.Exchange;
import org.iolaus.detection.exchange.Message;
import org.iolaus.detection.exchange.Network;
import org.iolaus.detection.exchange.Parameters;
import org.iolaus.detection.exchange.Request;
import org.iolaus.detection.exchange.Response;
import org.iolaus.detection.exchange.Usage;
import org.iolaus.detection.exchange.Utf8;
import org.junit.jupiter.api.Test;

class FingerprinterTest {
    private static final Network NETWORK = new Network("203.0.113.9", 64500, "SG", "t13d", "sdk/1.0");
    private static final Request EMPTY = request("", List.of());

    private final Fingerprinter fingerprinter = new Fingerprinter(FingerprintConfig.DEFAULT, CapabilityModel.bundled());

    private static Request request(String system, List<Message> turn, String... tools) {
        return new Request(Utf8.of(system), turn, 0, List.of(tools), Parameters.NONE);
    }

    private static Exchange exchange(String id, Network network, Request request) {
        return exchange(id, network, request, Response.UNKNOWN);
    }

    private static Exchange exchange(String id, Network network, Request request, Response response) {
        return new Exchange(
                id,
                "file",
                1,
                "account",
                null,
                null,
                null,
                null,
                "model",
                "c1",
                null,
                null,
                network,
                request,
                response,
                Usage.UNKNOWN,
                200);
    }

    private Fingerprint of(Request request) {
        return fingerprinter.fingerprint(exchange("1", NETWORK, request));
    }

    private Fingerprint says(String text) {
        return of(request("", List.of(Message.user(text))));
    }

    @Test
    void fingerprint_caseSpaceAndFormat_sameItem() {
        Fingerprint plain = says("Sort the list: apples, pears, and 12 plums.");
        Fingerprint other = says("  **sort** the LIST —\n\n* apples\n* pears\n* and 12 plums");
        assertThat(other.item()).isEqualTo(plain.item());
        assertThat(other.shingles()).isEqualTo(plain.shingles());
        assertThat(other.content()).isNotEqualTo(plain.content());
    }

    @Test
    void fingerprint_otherNumbers_otherItemSameOpening() {
        Fingerprint one = says("Task 12: what is 3 plus 4, and why does it matter to anyone?");
        Fingerprint two = says("Task 13: what is 9 plus 8, and why does it matter to anyone?");
        assertThat(two.item()).isNotEqualTo(one.item());
        assertThat(two.opening()).isEqualTo(one.opening());
        assertThat(two.shingles()).isEqualTo(one.shingles());
    }

    @Test
    void fingerprint_toolResult_isPartOfTheItem() {
        Message call = Message.user("go on");
        Message first = new Message(Message.Role.TOOL, Utf8.of("42 rows"), 0, 1);
        Message second = new Message(Message.Role.TOOL, Utf8.of("43 rows"), 0, 1);
        Fingerprint one = of(request("", List.of(first, call)));
        Fingerprint two = of(request("", List.of(second, call)));
        assertThat(one.item()).isNotEqualTo(two.item());
        assertThat(one.opening())
                .isEqualTo(two.opening())
                .isEqualTo(says("go on").opening());
    }

    @Test
    void fingerprint_toolsInAnyOrder_sameHash() {
        long one = of(request("", List.of(), "search", "read")).tools();
        assertThat(of(request("", List.of(), "read", "search")).tools()).isEqualTo(one);
        assertThat(of(request("", List.of(), "read")).tools()).isNotEqualTo(one);
    }

    @Test
    void fingerprint_systemPromptSeenBefore_sameAsFirstTime() {
        String system = "You are an expert data analyst. Think step by step and show all of your reasoning.";
        Fingerprint first = of(request(system, List.of(Message.user("hello"))));
        Fingerprint again = of(request(system, List.of(Message.user("hello"))));
        Fingerprint fresh = new Fingerprinter(FingerprintConfig.DEFAULT, CapabilityModel.bundled())
                .fingerprint(exchange("1", NETWORK, request(system, List.of(Message.user("hello")))));
        assertThat(again).usingRecursiveComparison().isEqualTo(first);
        assertThat(fresh).usingRecursiveComparison().isEqualTo(first);
    }

    @Test
    void fingerprint_sameTextAsSystemAndTurn_unrelatedHashes() {
        String text = "one two three four five six seven eight nine ten";
        Fingerprint both = of(request(text, List.of(Message.user(text))));
        assertThat(both.system()).isNotEqualTo(both.item());
        assertThat(both.systemShingles()).doesNotContain(both.shingles());
    }

    @Test
    void fingerprint_declined_showsARefusalAndNothingElse() {
        Request request = request("be brief", List.of(Message.user("Good morning, how are you?")));
        Fingerprint answered = of(request);
        Fingerprint declined = fingerprinter.fingerprint(
                exchange("1", NETWORK, request, new Response(Utf8.EMPTY, Utf8.EMPTY, "refusal", true)));

        assertThat(answered.score(Capability.REFUSAL_PROBING)).isLessThan(0.5);
        assertThat(declined.score(Capability.REFUSAL_PROBING)).isEqualTo(1);
        byte[] others = declined.capabilities().clone();
        others[Capability.REFUSAL_PROBING.ordinal()] = answered.capabilities()[Capability.REFUSAL_PROBING.ordinal()];
        assertThat(others).isEqualTo(answered.capabilities());
    }

    @Test
    void fingerprint_otherKey_otherHashes() {
        FingerprintConfig other = new FingerprintConfig(99, 5, 0.25, 6, 8, 8, 65536);
        Exchange exchange = exchange("1", NETWORK, request("be brief", List.of(Message.user("hello there")), "t"));
        Fingerprint one = fingerprinter.fingerprint(exchange);
        Fingerprint two = new Fingerprinter(other, CapabilityModel.bundled()).fingerprint(exchange);
        assertThat(List.of(two.key(), two.ip(), two.prefix(), two.client(), two.system(), two.tools(), two.item()))
                .doesNotContain(one.key(), one.ip(), one.prefix(), one.client(), one.system(), one.tools(), one.item());
        assertThat(two.capabilities()).isEqualTo(one.capabilities());
    }

    @Test
    void fingerprint_metadataOnly_zerosAndNoFailure() {
        Fingerprint bare = fingerprinter.fingerprint(exchange("1", Network.UNKNOWN, EMPTY));
        assertThat(List.of(bare.ip(), bare.prefix(), bare.supernet(), bare.client(), bare.system(), bare.tools()))
                .containsOnly(0L);
        assertThat(List.of(bare.opening(), bare.item())).containsOnly(0L);
        assertThat(bare.shingles()).isEmpty();
    }

    @Test
    void fingerprint_sameIdOtherContent_sameKeyOtherContentHash() {
        Fingerprint one = fingerprinter.fingerprint(exchange("7", NETWORK, EMPTY));
        Fingerprint repeat = fingerprinter.fingerprint(exchange("7", NETWORK, EMPTY));
        Fingerprint conflict = fingerprinter.fingerprint(exchange("7", Network.UNKNOWN, EMPTY));
        assertThat(repeat.content()).isEqualTo(one.content());
        assertThat(conflict.key()).isEqualTo(one.key());
        assertThat(conflict.content()).isNotEqualTo(one.content());
    }

    @Test
    void fingerprint_onlyMarks_hasAnItem() {
        assertThat(says("???").item()).isNotZero().isNotEqualTo(says("!!!").item());
    }

    @Test
    void fingerprint_veryLongTurn_countsUnreadByLength() {
        String text = "many words here ".repeat(20_000);
        assertThat(says(text).turnTokens()).isBetween(59_000, 61_000);
    }

    @Test
    void fingerprint_randomBytes_neverFails() {
        SplittableRandom random = new SplittableRandom(8);
        for (int round = 0; round < 5_000; round++) {
            byte[] bytes = new byte[random.nextInt(1, 400)];
            random.nextBytes(bytes);
            Utf8 text = new Utf8(bytes, 0, bytes.length);
            String word = new String(bytes, 0, Math.min(12, bytes.length), StandardCharsets.ISO_8859_1);
            Message message = new Message(Message.Role.USER, text, 1, 0);
            Request request = new Request(text, List.of(message), 0, List.of(word), Parameters.NONE);
            Fingerprint fingerprint =
                    fingerprinter.fingerprint(exchange(word, new Network(word, 1, null, word, word), request));
            assertThat(fingerprint.item()).isNotZero();
        }
    }

    @Test
    void fingerprint_afterManyOthers_sameAsAlone() {
        for (int i = 0; i < 3_000; i++) {
            Network network = new Network("203.0.113." + i % 256, 64500, "SG", "t13d" + i % 7, "sdk/" + i);
            Request request = request("Rule " + i % 50 + " holds.", List.of(Message.user("Order a" + i + " is late")));
            Exchange exchange = exchange("id" + i, network, request);
            Fingerprint fingerprint = fingerprinter.fingerprint(exchange);
            if (i % 300 == 299) {
                Fingerprinter fresh = new Fingerprinter(FingerprintConfig.DEFAULT, CapabilityModel.bundled());
                assertThat(fingerprint).usingRecursiveComparison().isEqualTo(fresh.fingerprint(exchange));
            }
        }
    }
}
