package org.iolaus.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A simulated scenario and one campaign's part of it. */
record Hostile(Traffic traffic, List<JsonNode> exchanges) {
    static Hostile of(String scenario, double scale, int days, Path folder) throws IOException {
        return of(Traffic.of(scenario, 2, scale, days, folder), scenario);
    }

    static Hostile of(Traffic traffic, String campaign) {
        return new Hostile(
                traffic,
                traffic.exchanges().stream()
                        .filter(each -> traffic.label(each)
                                .path("campaign")
                                .asString("")
                                .equals(campaign))
                        .toList());
    }

    static Set<String> values(Collection<JsonNode> nodes, String pointer) {
        return nodes.stream().map(each -> each.at(pointer).asString("")).collect(Collectors.toSet());
    }

    Set<String> values(String pointer) {
        return values(exchanges, pointer);
    }

    Map<String, Set<String>> valuesByAccount(String pointer) {
        Map<String, Set<String>> values = new HashMap<>();
        for (JsonNode each : exchanges) {
            values.computeIfAbsent(each.path("account_id").asString(), _ -> new HashSet<>())
                    .add(each.at(pointer).asString(""));
        }
        return values;
    }

    /** Facts of its accounts. */
    List<JsonNode> facts() {
        return values("/account_id").stream()
                .map(id -> traffic.accounts().getOrDefault(id, traffic.truth()))
                .toList();
    }

    Set<String> facts(String field) {
        return values(facts(), "/" + field);
    }

    /** Exchanges of others. */
    List<JsonNode> honest() {
        return traffic.exchanges().stream()
                .filter(each -> traffic.label(each).path("campaign").isNull())
                .toList();
    }

    /** Long turns, which are work and not a greeting. */
    Set<String> turns() {
        return exchanges.stream()
                .map(Traffic::turn)
                .filter(turn -> turn.length() > 150)
                .collect(Collectors.toSet());
    }

    Map<String, List<Instant>> timesByAccount() {
        Map<String, List<Instant>> times = new HashMap<>();
        for (JsonNode each : exchanges) {
            times.computeIfAbsent(each.path("account_id").asString(), _ -> new ArrayList<>())
                    .add(time(each, "time"));
        }
        return times;
    }

    static Instant time(JsonNode node, String field) {
        return Instant.parse(node.path(field).asString());
    }

    /** Age of an account when the window began. */
    static long daysOld(JsonNode facts) {
        return Duration.between(time(facts, "created"), Instant.parse("2026-03-02T00:00:00Z"))
                .toDays();
    }

    /** Whether an account may serve in a reference population. */
    static boolean longStanding(JsonNode facts) {
        return daysOld(facts) >= 60
                && Set.of("payment", "identity", "organization")
                        .contains(facts.path("verification").asString());
    }
}
