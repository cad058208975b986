package org.iolaus.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class SimulationTest {
    private static final Set<String> TOGETHER = Set.of(
            "agency",
            "class",
            "client-agency",
            "competition",
            "coworking",
            "enterprise-seat",
            "evaluation-runner",
            "family",
            "grading-agency",
            "hackathon",
            "niche-vpn",
            "own-key",
            "phone-app",
            "relay-user",
            "remote-course",
            "remote-team",
            "sanctioned",
            "unverified-tickets",
            "unverified-documents",
            "unverified-reviews",
            "viral-prompt",
            "web-gateway");

    private static final Set<String> FIELDS = Set.of(
            "id",
            "time",
            "account_id",
            "organization_id",
            "conversation_id",
            "end_user_id",
            "pathway",
            "operation",
            "model",
            "network",
            "request",
            "response",
            "usage",
            "status");
    private static final Set<String> ACCOUNT_FIELDS = Set.of(
            "account_id",
            "created",
            "organization_id",
            "type",
            "plan",
            "email_domain",
            "email_fingerprint",
            "payment_fingerprint",
            "payment_country",
            "phone_prefix",
            "signup_ip",
            "signup_country",
            "verification",
            "sanctioned_use");

    @TempDir
    private Path folder = Path.of("");

    static Stream<String> names() {
        return Scenarios.all().stream().map(Scenario::name);
    }

    /** A scale at which a scenario of any size is small. */
    private static double small(String name, double scale) {
        int accounts = Scenarios.named(name).groups().stream()
                .mapToInt(group -> group.accounts() * group.groups())
                .sum();
        return Math.min(scale, 4000 * scale / accounts);
    }

    private Map<String, String> files(String into, long seed, int threads) throws IOException {
        Path out = folder.resolve(into);
        new Simulation(Scenarios.named("demo"), new SimulationConfig(seed, 0.1, 3, threads)).write(out);
        Map<String, String> files = new HashMap<>();
        try (Stream<Path> list = Files.list(out)) {
            for (Path file : list.toList()) {
                files.put(
                        file.getFileName().toString(), java.util.HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    @Test
    void write_sameSeed_givesSameBytesForAnyThreads() throws IOException {
        assertThat(files("one", 7, 1)).isEqualTo(files("three", 7, 3));
    }

    @Test
    void write_otherSeed_givesOtherFiles() throws IOException {
        Map<String, String> first = files("a", 1, 2);
        Map<String, String> second = files("b", 2, 2);
        assertThat(first.keySet()).isEqualTo(second.keySet());
        assertThat(first.get("exchanges.jsonl.zst")).isNotEqualTo(second.get("exchanges.jsonl.zst"));
        assertThat(first.get("labels.jsonl")).isNotEqualTo(second.get("labels.jsonl"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void write_everyScenario_keepsTheFormat(String name) throws IOException {
        Traffic traffic = Traffic.of(name, 3, small(name, 0.05), 4, folder);
        Set<String> ids = new HashSet<>();
        Instant before = Instant.EPOCH;
        for (JsonNode exchange : traffic.exchanges()) {
            assertThat(FIELDS).containsAll(exchange.propertyNames());
            assertThat(ids.add(exchange.path("id").asString())).isTrue();
            Instant time = Instant.parse(exchange.path("time").asString());
            assertThat(time).isAfterOrEqualTo(before);
            before = time;
            assertThat(traffic.accounts())
                    .containsKey(exchange.path("account_id").asString());
            assertThat(Traffic.turn(exchange)).isNotBlank();
            assertThat(exchange.path("network").path("asn").asLong()).isPositive();
            assertThat(exchange.path("usage").path("output_tokens").asInt()).isPositive();
        }
        assertThat(traffic.labels().keySet()).isEqualTo(traffic.accounts().keySet());
        for (JsonNode account : traffic.accounts().values()) {
            assertThat(ACCOUNT_FIELDS).containsAll(account.propertyNames());
            Instant.parse(account.path("created").asString());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void write_everyScenario_keepsItsPromise(String name) throws IOException {
        Scenario scenario = Scenarios.named(name);
        Traffic traffic = Traffic.of(name, 4, small(name, 0.1), 4, folder);
        Set<String> archetypes = traffic.labels().values().stream()
                .map(label -> label.path("archetype").asString())
                .collect(Collectors.toSet());
        scenario.groups()
                .forEach(group ->
                        assertThat(archetypes).contains(group.archetype().name()));
        scenario.campaigns().forEach(shape -> {
            JsonNode truth = traffic.truth().path("campaigns").path(shape.name());
            assertThat(truth.path("accounts").asInt()).isGreaterThanOrEqualTo(12);
            assertThat(truth.path("expect").asString()).isEqualTo(shape.expect());
            assertThat(truth.path("evasive").asBoolean(false)).isEqualTo(shape.evasive());
        });
        long hostile = traffic.labels().values().stream()
                .filter(label -> !label.path("campaign").isNull())
                .count();
        assertThat(traffic.truth().path("times").size()).isEqualTo((int) hostile);
    }

    @Test
    void write_truth_timesAreTheExchanges() throws IOException {
        Traffic traffic = Traffic.of("demo", 5, 0.1, 3, folder);
        Map<String, List<BigDecimal>> exchanges = new HashMap<>();
        for (JsonNode exchange : traffic.exchanges()) {
            Instant time = Instant.parse(exchange.path("time").asString());
            exchanges
                    .computeIfAbsent(exchange.path("account_id").asString(), first -> new ArrayList<>())
                    .add(BigDecimal.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, time), 6));
        }
        for (Map.Entry<String, JsonNode> entry : traffic.truth().path("times").properties()) {
            assertThat(entry.getValue().valueStream().map(JsonNode::decimalValue))
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactlyElementsOf(exchanges.get(entry.getKey()));
        }
    }

    @Test
    void write_accounts_mostlyOlderThanTheirExchanges() throws IOException {
        Traffic traffic = Traffic.of("mixed", 6, 0.1, 5, folder);
        long early = traffic.exchanges().stream()
                .filter(each -> each.path("time")
                                .asString()
                                .compareTo(traffic.account(each).path("created").asString())
                        < 0)
                .count();
        assertThat(early).isLessThanOrEqualTo(traffic.exchanges().size() / 200);
    }

    @Test
    void write_freeTalk_rarelyRepeatsBetweenStrangers() throws IOException {
        Traffic traffic = Traffic.of("honest", 8, 0.25, 7, folder);
        Map<String, Set<String>> speakers = new HashMap<>();
        for (JsonNode exchange : traffic.exchanges()) {
            if (Set.of("consumer", "developer", "app-pipeline").contains(traffic.archetype(exchange))) {
                speakers.computeIfAbsent(Traffic.turn(exchange), _ -> new HashSet<>())
                        .add(exchange.path("account_id").asString());
            }
        }
        long shared = speakers.values().stream().filter(each -> each.size() > 1).count();
        assertThat((double) shared / speakers.size()).isLessThan(0.03);
    }

    @Test
    void write_campaignItems_areServedOnce() throws IOException {
        Traffic traffic = Traffic.of("counterfactual", 9, 1, 14, folder);
        Map<String, Set<String>> askers = new HashMap<>();
        for (JsonNode exchange : traffic.exchanges()) {
            String archetype = traffic.archetype(exchange);
            if (archetype.equals("campaign-pair-sharded") || archetype.equals("pair-honest")) {
                askers.computeIfAbsent(Traffic.turn(exchange), _ -> new HashSet<>())
                        .add(archetype);
            }
        }
        long mirrored =
                askers.values().stream().filter(each -> each.size() == 2).count();
        assertThat((double) mirrored / askers.size()).isGreaterThan(0.4);
    }

    @Test
    void write_reseller_carriesHostileEndUsers() throws IOException {
        Traffic traffic = Traffic.of("reseller", 10, 0.3, 5, folder);
        JsonNode inside = traffic.truth().path("inside_reseller");
        Set<String> users = traffic.exchanges().stream()
                .filter(each -> each.path("account_id")
                        .asString()
                        .equals(inside.path("account_id").asString()))
                .map(each -> each.path("end_user_id").asString())
                .collect(Collectors.toSet());
        assertThat(users).hasSizeGreaterThan(100);
        inside.path("end_users").forEach(user -> assertThat(users).contains(user.asString()));
    }

    @Test
    void write_labels_groupsAccountsThatShareSomethingDrawnForThem() throws IOException {
        Traffic traffic = Traffic.of("mixed", 5, 1, 2, folder);
        Map<String, Set<String>> cards = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : traffic.labels().entrySet()) {
            JsonNode label = entry.getValue();
            String archetype = label.path("archetype").asString();
            assertThat(label.has("group"))
                    .as(archetype)
                    .isEqualTo(label.path("campaign").isNull() && TOGETHER.contains(archetype));
            if (archetype.equals("family")) {
                JsonNode account = traffic.accounts().getOrDefault(entry.getKey(), label);
                cards.computeIfAbsent(label.path("group").asString(), _ -> new HashSet<>())
                        .add(account.path("payment_fingerprint").asString());
            }
        }
        assertThat(cards).hasSizeGreaterThan(10);
        assertThat(cards.values()).allMatch(each -> each.size() == 1);
    }

    @Test
    void write_truth_pivotsAreTheExchangesOnTheNewModel() throws IOException {
        Traffic traffic = Traffic.of("regrown", 5, 0.3, 6, folder);
        Map<String, Integer> moved = new HashMap<>();
        for (JsonNode exchange : traffic.exchanges()) {
            if (exchange.path("model").asString().equals("orion-3.5-large")) {
                moved.merge(traffic.label(exchange).path("campaign").asString(), 1, Integer::sum);
            }
        }
        JsonNode campaigns = traffic.truth().path("campaigns");
        assertThat(campaigns.path("regrown-1").has("pivot")).isFalse();
        JsonNode pivot = campaigns.path("regrown-2").path("pivot");
        assertThat(pivot.path("to").asString()).isEqualTo("orion-3.5-large");
        assertThat(pivot.path("exchanges").asInt()).isPositive().isEqualTo(moved.get("regrown-2"));
    }

    @Test
    void named_unknown_listsTheNames() {
        assertThatThrownBy(() -> Scenarios.named("nobody"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody")
                .hasMessageContaining("residential");
    }

    @Test
    void config_badValues_areRefused() {
        assertThatThrownBy(() -> new SimulationConfig(1, 0, 0, 1)).hasMessageContaining("scale 0.0");
        assertThatThrownBy(() -> new SimulationConfig(1, 1, 99, 1)).hasMessageContaining("days 99");
        assertThatThrownBy(() -> new SimulationConfig(1, 1, 1, 0)).hasMessageContaining("threads 0");
    }

    @Test
    void all_names_areDistinct() {
        List<String> names = names().toList();
        assertThat(names).doesNotHaveDuplicates().contains("demo", "mixed", "honest", "bulk");
    }
}
